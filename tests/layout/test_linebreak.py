"""Lines: what fits, and where a line may end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.layout.inline import NOTE, Inline
from kjqb.layout.kinsoku import NOT_AT_END, NOT_AT_START
from kjqb.layout.libreoffice import LibreOfficeParagraph, portion_starts
from kjqb.layout.linebreak import PROGRAMS, Measure, break_lines
from kjqb.layout.metrics import Type
from kjqb.layout.scripts import scripts
from kjqb.layout.target import Target
from kjqb.layout.unicode_breaks import is_boundary
from kjqb.layout.word import WordParagraph
from kjqb.text.characters import is_cjk
from kjqb.text.marks import Mark, Tone
from kjqb.units import Length, pt
from tests.layout.lines import EM, ems, type_

programs = pytest.mark.parametrize("program", PROGRAMS.values(), ids=[target.value for target in Target])

chinese_text = st.text(
    st.sampled_from("科技情报研究中心，。、；：？！（）《》“”—…·0123456789abcXYZ -/%℃～"), min_size=0, max_size=200
)


def lines_of(text: str, measure: float, program: Measure = WordParagraph, indent: float = 0) -> list[str]:
    return [line.text for line in break_lines(Inline(text), ems(measure), type_(), program, indent=ems(indent))]


@programs
def test_a_line_holds_as_many_full_width_characters_as_the_measure_has_ems(program: Measure):
    assert lines_of("一二三四五六七八九十", 4, program) == ["一二三四", "五六七八", "九十"]


@programs
def test_the_indent_is_taken_from_the_first_line_only(program: Measure):
    assert lines_of("一二三四五六七", 4, program, indent=2) == ["一二", "三四五六", "七"]


@programs
def test_a_mark_that_may_not_begin_a_line_takes_the_character_before_it_down(program: Measure):
    assert lines_of("一二三四，五六", 4, program) == ["一二三", "四，五六"]


@programs
def test_a_mark_that_may_not_end_a_line_goes_down(program: Measure):
    assert lines_of("一二三（四五六）", 4, program) == ["一二三", "（四五", "六）"]


@programs
def test_a_latin_word_and_a_number_stay_whole(program: Measure):
    assert lines_of("一二三kjqb四", 4, program) == ["一二三", "kjqb四"]
    assert lines_of("一二三2024年", 4, program) == ["一二三", "2024年"]


@programs
def test_a_degree_sign_stays_with_its_number(program: Measure):
    assert lines_of("一二三25℃", 4, program) == ["一二三", "25℃"]


@programs
def test_a_word_longer_than_the_measure_is_cut(program: Measure):
    assert lines_of("n" * 20, 4, program) == ["n" * 8, "n" * 8, "n" * 4]  # each n is half an em wide


@programs
def test_blanks_hang_behind_the_line(program: Measure):
    assert lines_of("一二三四 五六", 4, program) == ["一二三四 ", "五六"]


@programs
def test_a_text_without_characters_is_one_empty_line(program: Measure):
    assert lines_of("", 4, program) == [""]


@programs
def test_a_word_may_end_a_line_behind_its_hyphen(program: Measure):
    assert lines_of("一二X-ray", 4, program) == ["一二X-", "ray"]


def test_libreoffice_puts_a_fifth_of_an_em_between_han_and_latin():
    # 3 em and 2 × 0.5 em fill the measure of 4 em; with 2 × 0.2 em more the last character goes down
    assert lines_of("一22三四", 4) == ["一22三四"]
    assert lines_of("一22三四", 4, LibreOfficeParagraph) == ["一22三", "四"]


def test_libreoffice_leaves_out_the_spacing_behind_the_last_character_of_a_portion():
    tight = Type(EM, Length(-10))  # 200 − 10 twips a character: 4 × 190, and 10 more for each portion
    for measure, first in ((760, "一二三四"), (759, "一二三")):
        assert break_lines(Inline("一二三四五"), Length(measure), tight)[0].text == first
    for measure, first in ((770, "一二三四"), (769, "一二三")):
        assert break_lines(Inline("一二三四五"), Length(measure), tight, LibreOfficeParagraph)[0].text == first


def test_libreoffice_keeps_a_comma_on_the_line_of_the_latin_word_behind_it():
    assert lines_of("一二三，Wifi", 5) == ["一二三，", "Wifi"]
    assert lines_of("一二三，Wifi", 5, LibreOfficeParagraph) == ["一二", "三，Wifi"]


def test_libreoffice_breaks_behind_a_slash_only_if_another_letter_fits():
    assert lines_of("一二三ab/cd", 5, LibreOfficeParagraph) == ["一二三ab/", "cd"]
    assert lines_of("一二三ab/c", 4.5, LibreOfficeParagraph) == ["一二三", "ab/c"]


def test_libreoffice_breaks_at_a_blank_instead_of_behind_a_slash():
    assert lines_of("一二6 mg/kg", 4.9, LibreOfficeParagraph) == ["一二6 ", "mg/kg"]


def test_libreoffice_goes_to_the_blank_where_a_portion_ends_in_one():
    assert lines_of("一二10 （AB）", 4.9, LibreOfficeParagraph) == ["一二10 ", "（AB）"]


def test_libreoffice_does_not_break_a_number_with_its_marks():
    assert lines_of("一二约3/4份", 4.4, LibreOfficeParagraph) == ["一二约", "3/4份"]
    assert lines_of("一二价$2.5", 4.3, LibreOfficeParagraph) == ["一二价", "$2.5"]


def test_libreoffice_parts_letters_of_any_two_scripts():
    assert lines_of("一ᠮ二三", 4) == ["一ᠮ二三"]
    assert lines_of("一ᠮ二三", 4, LibreOfficeParagraph) == ["一ᠮ二", "三"]


@programs
def test_strong_latin_is_as_wide_as_bold_type(program: Measure):
    # a is 909/2048 em wide in regular type, 1024/2048 in bold
    plain, strong = Inline("a" * 9), Inline("a" * 9, (Mark(0, 9, Tone.STRONG),))
    for inline, count in ((plain, 9), (strong, 8)):
        assert len(break_lines(inline, ems(4), type_(), program)[0].text) == count


def test_libreoffice_leaves_room_for_the_slant_of_italics():
    latin = Inline("中" * 3 + "nn", (Mark(3, 5, Tone.EMPHASIS),))  # 4 em, 0.2 em between, and a twelfth of its height
    assert break_lines(latin, ems(4.22), type_(), LibreOfficeParagraph)[0].text == "中中中"
    assert break_lines(latin, ems(4.3), type_(), LibreOfficeParagraph)[0].text == "中中中nn"


@programs
def test_a_footnote_number_goes_down_with_what_is_before_it(program: Measure):
    assert lines_of(f"一二三四{NOTE}五", 4, program) == ["一二三", f"四{NOTE}五"]
    assert lines_of(f"一二三{NOTE}。五", 4, program) == ["一二", f"三{NOTE}。五"]


@programs
def test_small_digits_are_six_tenths_as_wide(program: Measure):
    assert lines_of("一二CO₂", 3.6, program) == ["一二", "CO₂"]
    assert type_().width("₂") == type_().width("2") * 0.6


@programs
def test_what_no_font_has_is_one_em_wide(program: Measure):
    assert lines_of("一二三😀四", 4, program) == ["一二三😀", "四"]


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("，A", 1, False), ("。中", 1, True), ("A（", 1, False), ("A中", 1, True), ("中%", 1, False), ("A%", 1, True),
        ("1/2", 2, False), ("/2", 1, True), ("a/b", 2, True), ("$（1", 1, False), ("$（A", 1, True), ("— —", 2, False),
        ("（ 中", 2, False), ("） ：", 2, False), ("A “", 2, True), (f"中{NOTE}", 1, False), (f"，{NOTE}A", 2, False),
        (f"A{NOTE}中", 2, True), ("①中", 1, True), ("①A", 1, False),
    ],
)  # fmt: skip
def test_breaks_of_the_unicode_algorithm(text: str, at: int, allowed: bool):
    assert is_boundary(text, at) is allowed


def test_portions_begin_where_font_or_script_changes():
    text = "一2三·四“五”six”七"
    assert [text[start:end] for start, end in pairwise([*portion_starts(Inline(text), scripts(text)), len(text)])] == [
        "一", "2", "三", "·", "四“五”", "six", "”", "七",
    ]  # fmt: skip


@given(chinese_text, st.integers(4, 40), st.sampled_from(list(Target)))
def test_line_breaking_loses_nothing(text: str, measure: int, target: Target):
    assert "".join(lines_of(text, measure, PROGRAMS[target], indent=2)) == text


@given(chinese_text, st.integers(6, 40))
def test_no_line_begins_or_ends_with_a_mark_that_may_not_unless_nothing_else_is_possible(text: str, measure: int):
    for before, after in pairwise(lines_of(text, measure)):
        if _has_a_legal_break(before):
            assert after[0] not in NOT_AT_START
            assert before.rstrip(" ")[-1:] not in NOT_AT_END or before.endswith(" ")


@given(chinese_text, st.integers(4, 40))
def test_no_line_of_word_s_is_wider_than_the_measure(text: str, measure: int):
    for line in lines_of(text, measure):
        assert type_().width(line.rstrip(" ")) <= ems(measure).twips or len(line) == 1


def test_widths_are_those_of_the_fonts():
    # Times New Roman: digits half an em, m 1593/2048, the blank a quarter
    type_16 = Type(pt(16))
    assert type_16.width("汉字") == 640
    assert type_16.width("20") == 320
    assert type_16.width("m") == pytest.approx(1593 / 2048 * 320)
    assert type_16.width(" ") == 80
    assert Type(pt(16), Length(-5)).width("汉字") == 630


def _has_a_legal_break(line: str) -> bool:
    """Whether the line could have ended earlier: somewhere two Han characters stand together."""
    return any(_is_plain(first) and _is_plain(second) for first, second in pairwise(line))


def _is_plain(character: str) -> bool:
    return is_cjk(character) and character.isalpha()
