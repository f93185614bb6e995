from collections.abc import Mapping
from dataclasses import replace

import pytest

from kjqb.check.finding import Finding, Fix, Report
from kjqb.check.fix import FixError, apply_fixes, settle
from kjqb.check.registry import rules
from kjqb.check.rule import Applicability
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.errors import ExitCode
from kjqb.model.article import Article, Paragraph
from kjqb.model.source import Extent, Passage, Piece, Source
from kjqb.text.spans import Edit, Span

from . import texts

FILE = "文章.md"


def reread(new: Mapping[str, str]) -> Report:
    return texts.check_article(new[FILE])


def fixed(text: str, *, unsafe: bool = False) -> str:
    return settle(texts.check_article(text), reread, unsafe=unsafe).texts.get(FILE, text)


def finding(source: Source, span: tuple[int, int], *changes: tuple[int, int, str]) -> Finding:
    fix = Fix(Applicability.SAFE, texts.edits(*changes))
    return Finding(rules()["P101"], Extent(source, Span(*span)), "试", fix)


def report(*findings: Finding) -> Report:
    return replace(run([]), findings=findings)


def test_safe_fixes_are_made_and_unsafe_ones_left() -> None:
    text = "(1)建成平台 5 个,覆盖8个区\n一是甲。一是乙。三是丙。"
    assert fixed(text) == "（1）建成平台5个，覆盖8个区\n一是甲。一是乙。三是丙。"
    assert (
        fixed("经费分担,按进度拨付,由市、县两级财政各自列入年度预算")
        == "经费分担，按进度拨付，由市、县两级财政各自列入年度预算"
    )


def test_unsafe_fixes_are_made_when_asked_for() -> None:
    assert fixed("一是甲。二是乙。二是丙。", unsafe=True) == "一是甲。二是乙。三是丙。"


def test_both_halves_of_a_bracket_are_mended_together() -> None:
    assert fixed("印发《细则(试行)》(含附件(共3份))。") == "印发《细则（试行）》（含附件（共3份））。"


def test_a_half_bracket_whose_other_half_cannot_be_edited_is_left() -> None:
    source = Source(FILE, "(甲&amp;乙)丙。")
    whole = Passage("(甲&乙)丙。", source, (Piece(0, 2, 0, 2), Piece(2, 1, 2, 5), Piece(3, 4, 7, 4)))
    cut = Passage("(甲)丙。", source, (Piece(0, 2, 0, 2), Piece(2, 1, 2, 6), Piece(3, 2, 9, 2)))
    for passage, mended in ((whole, "（甲&amp;乙）丙。"), (cut, None)):
        article = Article(FILE, Passage.verbatim(source, Span(0, 0)), (Paragraph(passage),))
        step = apply_fixes(run([Subject.of_article(article)]))
        assert step.texts.get(FILE) == mended


def test_of_overlapping_fixes_the_first_is_made() -> None:
    source = Source("a", "甲,,乙")
    step = apply_fixes(report(finding(source, (1, 3), (1, 3, "，")), finding(source, (2, 3), (2, 3, "；"))))
    assert step.texts == {"a": "甲，乙"}
    assert len(step.findings) == 1


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    source = Source("a", "(甲)")
    step = apply_fixes(
        report(finding(source, (0, 1), (0, 1, "【")), finding(source, (0, 3), (0, 1, "（"), (2, 3, "）")))
    )
    assert step.texts == {"a": "【甲)"}


def test_fixes_of_several_files_are_kept_apart() -> None:
    one, other = Source("a", "甲,乙"), Source("b", "丙")
    step = apply_fixes(report(finding(one, (1, 2), (1, 2, "，")), finding(other, (0, 1), (1, 1, "。"))))
    assert step.texts == {"a": "甲，乙", "b": "丙。"}


def test_a_change_outside_of_what_was_reported_is_our_fault_and_nothing_is_returned() -> None:
    source = Source("a", "甲乙丙丁")
    with pytest.raises(FixError) as caught:
        apply_fixes(report(finding(source, (0, 1), (2, 3, "错"))))
    assert caught.value.exit_code is ExitCode.INTERNAL
    assert str(caught.value.where) == "a"


def test_growth_inside_one_stretch_does_not_excuse_a_change_in_another() -> None:
    source = Source("a", "甲乙丙丁戊")
    with pytest.raises(FixError):
        apply_fixes(report(finding(source, (0, 1), (0, 0, "天")), finding(source, (4, 5), (2, 3, ""))))


def test_fixes_that_undo_each_other_are_our_fault() -> None:
    def back_and_forth(new: Mapping[str, str]) -> Report:
        source = Source("a", new["a"])
        other = {"甲": "乙", "乙": "甲"}[new["a"]]
        return report(finding(source, (0, 1), (0, 1, other)))

    with pytest.raises(FixError, match="反复"):
        settle(back_and_forth({"a": "甲"}), back_and_forth)


def test_what_was_mended_and_what_remains_are_told() -> None:
    text = "甲,,乙。《丙。"
    outcome = settle(texts.check_article(text), reread)
    assert [one.code for one in outcome.findings] == ["P101", "P101", "P106"]
    assert outcome.texts == {FILE: "甲，乙。《丙。"}
    assert [one.code for one in outcome.report.findings] == ["P107"]


@pytest.mark.parametrize(
    "text",
    [
        "标准号GB/T 9704-2012，网址https://example.org/a,b?c:d/见下。",
        "按照某政发〔2024〕 5 号文件执行。",
        "写信到office,a@example.org。",
        "在命令行输入`kjqb check 甲,乙`。",
        "依据《GB/T 15834》和T/CAS 12-2020执行。",
        "支持Wi-Fi 6和HTTP/2 Server Push。",
    ],
)
def test_addresses_code_and_numbers_of_documents_are_never_touched(text: str) -> None:
    assert fixed(text, unsafe=True) == text


def test_leaders_are_touched_by_no_rule_but_their_own() -> None:
    lines = [
        "科技参考",
        "2024年第1期",
        texts.OFFICE,
        "%%",
        "★ 某县建成 5 个站...2",
        "%%",
        "= 某县建成 5 个站",
        "甲。",
        "%%",
    ]
    text = "\n".join([*lines, texts.OFFICE])
    outcome = settle(texts.check_issue(text), lambda new: texts.check_issue(new[texts.FILE]))
    assert outcome.texts[texts.FILE] == text.replace(" 5 ", "5")


def test_an_insertion_behind_markup_stays_before_it() -> None:
    source = Source(FILE, "经费由市、县两级分担，各自列入年度预算，按进度**拨付到位**\n")
    passage = Passage(
        "经费由市、县两级分担，各自列入年度预算，按进度拨付到位", source, (Piece(0, 23, 0, 23), Piece(23, 4, 25, 4))
    )
    article = Article(FILE, Passage.verbatim(source, Span(0, 0)), (Paragraph(passage),))
    step = apply_fixes(run([Subject.of_article(article)]), unsafe=True)
    assert step.texts[FILE] == "经费由市、县两级分担，各自列入年度预算，按进度**拨付到位。**\n"


FULL = (
    "全市聚焦新材料、生物医药、智能制造等 5 个重点产业，持续完善从基础研究到成果转化的全链条服务体系，引导和推动高校与"
)


def test_a_cut_paragraph_is_joined_before_anything_that_changes_its_length() -> None:
    text = f"{FULL}\n科研院所共建平台 3 个,成效明显。"
    first = texts.check_article(text)
    withheld = [one for one in first.findings if one.code == "K201" and one.fix is None]
    assert "S507" in {one.code for one in first.findings}
    assert len(withheld) == 2
    assert all("接好后才能自动修改" in one.message for one in withheld)
    assert fixed(text) == f"{FULL}\n科研院所共建平台3个，成效明显。"
    joined = FULL.replace(" ", "") + "科研院所共建平台3个，成效明显。"
    assert fixed(text, unsafe=True) == joined


def test_an_edit_is_one_of_the_source() -> None:
    (one,) = texts.check_article("甲。\n乙,丙。").findings
    assert one.fix == Fix(Applicability.SAFE, (Edit(Span(4, 5), "，"),))
