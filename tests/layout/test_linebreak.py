"""Lines: what fits, and where a line may end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.layout.inline import Inline
from kjqb.layout.kinsoku import NOT_AT_END, NOT_AT_START
from kjqb.layout.libreoffice import LibreOfficeParagraph, portion_starts
from kjqb.layout.linebreak import PROGRAMS, Measure, break_lines
from kjqb.layout.metrics import Type
from kjqb.layout.target import Target
from kjqb.layout.word import WordParagraph
from kjqb.text.characters import is_cjk
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


def test_portions_begin_where_font_or_script_changes():
    text = "一2三·四“五”six”七"
    assert [text[start:end] for start, end in pairwise([*portion_starts(Inline(text)), len(text)])] == [
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
