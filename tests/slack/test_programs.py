"""The simulated programs: where each ends a line that Word by our settings ends elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.layout.inline import Inline
from kjqb.layout.linebreak import Measure, break_lines
from kjqb.layout.metrics import Type
from kjqb.units import Length
from tests.layout.lines import EM, ems
from tests.slack.programs import DEFAULTS, programs

BODY = Type(EM)
PROGRAMS = programs(EM)
each = pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)


def lines_of(text: str, measure: float, program: Measure | str, type_: Type = BODY) -> list[str]:
    measured = PROGRAMS[program] if isinstance(program, str) else program
    return [line.text for line in break_lines(Inline(text), ems(measure), type_, measured)]


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("一二，三四五六七", 4.6, ["一二，三四", "五六七"]),  # 0.4 em are missing, and one mark gives them
        ("一二三四五六七", 4.6, ["一二三四", "五六七"]),  # no mark
        ("一，二，三四五六", 4.2, ["一，二，", "三四五六"]),  # 0.8 em is never gained
        ("一二三四，五六", 4.5, ["一二三四，", "五六"]),  # the mark is set half wide
        ("一，三四，五六", 4.5, ["一，三四，", "五六"]),  # half an em from the one inside
        ("一，三四，五六", 4.1, ["一，三四，", "五六"]),  # from both
        ("一二三四，五六", 4.1, ["一二三四，", "五六"]),  # hangs
        ("一二）（三四五六", 5.5, ["一二）（三四", "五六"]),  # the first of two marks is half wide
    ],
)
def test_word_s_defaults_squeeze_marks_in_justified_lines(text: str, measure: float, lines: list[str]):
    assert lines_of(text, measure, DEFAULTS) == lines


@pytest.mark.parametrize(
    ("program", "lines"),
    [
        ("hanging", ["一二三四，", "五六"]),
        ("auto space", ["一二三", "四，五六"]),
        ("LibreOffice", ["一二三四，", "五六"]),
        ("OnlyOffice", ["一二三", "四，五六"]),
    ],
)
def test_a_mark_that_falls_over_the_end_hangs_or_takes_a_character_down(program: str, lines: list[str]):
    assert lines_of("一二三四，五六", 4.1, program) == lines


def test_onlyoffice_takes_down_a_mark_that_fills_the_line():
    assert lines_of("一二三，五六", 4.1, "OnlyOffice") == ["一二", "三，五六"]
    assert lines_of("一二三，五六", 4.1, "hanging") == ["一二三，", "五六"]


def test_auto_space_stands_between_han_and_latin_but_not_beside_a_blank():
    assert lines_of("一A二三", 3.9, "auto space") == ["一A二", "三"]  # 1 + 0.25 + 0.72 + 0.25 + 1 = 3.22
    assert lines_of("一A二三", 3.2, "auto space") == ["一A", "二三"]
    assert lines_of("一A二三", 3.2, "hanging") == ["一A二", "三"]
    assert lines_of("一 A二三", 3.3, "auto space") == [
        "一 A二",
        "三",
    ]  # the first 0.25 em is the blank


def test_titles_and_last_lines_are_left_as_they_are():
    larger = Type(EM + Length(20))
    assert lines_of("一二，三四五六七", 4.6 * 1.1, DEFAULTS, larger) == ["一二，三", "四五六七"]
    assert lines_of("一二三四，", 4.5, DEFAULTS) == ["一二三", "四，"]
    assert lines_of("一二三四，", 4.5, "last lines too") == ["一二三四，"]


@each
@given(text=st.text("科技情报研究，。、；“”（）—…019AZaz -/%", max_size=120), measure=st.integers(4, 30))
def test_a_program_loses_nothing(program: Measure, text: str, measure: int):
    assert "".join(lines_of(text, measure, program)) == text
