import pytest

from kjqb.check.report import FORMATS
from kjqb.check.report.github import render
from kjqb.check.run import run
from kjqb.check.subject import Subject

from . import texts


def test_every_finding_is_a_command_with_its_place() -> None:
    assert render(texts.check_article("印发(试行)。\n建成5 个。"), 80).splitlines() == [
        "::error file=文章.md,line=1,col=3,endLine=1,endColumn=6,title=P103::圆括号应为全角“（）”",
        "::warning file=文章.md,line=2,col=4,endLine=2,endColumn=4,title=K201::汉字与数字之间不留空格",
    ]


def test_what_has_a_meaning_in_a_command_is_escaped() -> None:
    report = run([Subject.of_article(texts.article("占5—10%。", file="C:\\a,b%\n.md"))])
    assert render(report, 80) == (
        "::error file=C%3A\\a%2Cb%25%0A.md,line=1,col=2,endLine=1,endColumn=6,title=N301::“5—10%25”应为“5%25—10%25”\n"
    )


def test_columns_are_left_out_of_a_place_over_two_lines() -> None:
    text = texts.CUT
    assert ",line=1,endLine=2,title=S507::" in render(texts.check_article(f"{text}\n所共建平台。"), 80)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_a_report_without_findings(name: str) -> None:
    assert str(FORMATS[name](run([]), 80)) is not None


def test_nothing_found_is_no_command() -> None:
    assert render(texts.check_article("甲。"), 80) == ""
