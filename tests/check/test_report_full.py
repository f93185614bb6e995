from kjqb.check.finding import Report
from kjqb.check.report.full import render, summary
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Conventions
from kjqb.text.width import display_width

from . import texts

CSI = "\x1b[31m"


def shown(report: Report, width: int = 80) -> list[str]:
    return render(report, width).splitlines()


def test_a_finding_is_shown_with_its_line_and_carets_two_cells_to_a_character() -> None:
    assert shown(texts.check_article("占比68%,由(市)级分担。")) == [
        "文章.md:1:6 P101 错误 半角“,”应为全角“，”",
        "占比68%,由(市)级分担。",
        "       ^",
        "可用“--fix”改为“，”",
        "文章.md:1:8 P103 错误 圆括号应为全角“（）”",
        "占比68%,由(市)级分担。",
        "          ^^^^",
        "可用“--fix”改为“（市）”",
        "共检查1个文件、1段、14字：错误2处（每万字错误1428.57处）；“--fix”可改正2处。",
    ]


def test_a_blank_that_goes_is_said_to_go() -> None:
    assert shown(texts.check_article("建成5 个。"))[3] == "可用“--fix”删去"


def test_a_finding_that_cannot_be_mended_has_no_hint() -> None:
    lines = shown(texts.check_article("《甲。"))
    assert len(lines) == 4
    assert lines[3].startswith("共检查")


def test_a_place_over_two_lines_is_pointed_at_in_the_first() -> None:
    text = texts.CUT
    lines = shown(texts.check_article(f"{text}\n所共建平台。"), width=200)
    assert lines[1] == text
    assert lines[2] == " " * (display_width(text) - 2) + "^^"
    assert lines[3] == "可用“--unsafe-fixes”接为一段"


def test_a_long_line_is_cut_to_the_window_round_the_place() -> None:
    report = texts.check_article("甲" * 200 + "乙,丙" + "丁" * 200 + "。", "P101")
    for width in (20, 41, 80):
        line, carets = shown(report, width)[1:3]
        assert display_width(line) <= width
        assert line.startswith("…甲")
        assert line.endswith("丁…")
        assert display_width(line[: line.index(",")]) == carets.index("^")


def test_a_long_place_is_cut_as_well() -> None:
    report = texts.check_article("甲(" + "乙" * 200 + ")。")
    line, carets = shown(report, 40)[1:3]
    assert display_width(line) <= 40
    assert display_width(carets) <= 40


def test_what_could_steer_the_terminal_is_shown_as_an_escape_and_carets_keep_their_place() -> None:
    article = texts.article(f"{CSI}甲\u200b\t,乙\u202e。", file=f"{CSI}a.md")
    report = run([Subject.of_article(article)], Conventions(select=("P101",)))
    lines = shown(report)
    assert "\x1b" not in "".join(lines)
    assert lines[0].startswith("\\x1b[31ma.md:1:")
    assert lines[1] == "\\x1b[31m甲\\u200b\\t,乙\\u202e。"
    assert display_width(lines[1][: lines[1].index(",")]) == lines[2].index("^")


def test_what_a_text_holds_is_never_read_as_markup() -> None:
    text = render(texts.check_article("[red]甲[/red],乙。"), 80)
    assert "[red]甲[/red],乙。" in text


def test_the_summary_counts_what_was_checked_and_found() -> None:
    assert summary(texts.check_article("甲。")) == "共检查1个文件、1段、2字，没有发现问题。"
    report = texts.check_article("一是甲,乙。一是丙 5 个。三是丁。")
    assert "错误2处、警告2处" in summary(report)
    assert summary(report).endswith("“--fix”可改正3处；“--unsafe-fixes”可再改1处。")
    assert summary(run([])) == "共检查0个文件、0段、0字，没有发现问题。"
