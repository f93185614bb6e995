"""Blanks between Han, beside marks and behind numbers: those that are faults and those that have a meaning."""

import pytest

from kjqb.check.rule import Example
from kjqb.check.subject import Kind

from . import texts

CODES = ("K202", "K203", "K204", "K206", "K207")


def found(text: str, kind: Kind = Kind.PARAGRAPH) -> list[tuple[str, str]]:
    report = texts.check_issue(texts.compose(Example(text, text, kind), text), *CODES)
    return [(finding.code, finding.extent.text) for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("全市扎实 推进成果转化，高 校积极参与。", [("K202", " "), ("K202", " ")]),
        ("加强 \t领导，确保落实。", [("K202", " \t")]),
        ("《实施 方案》已印发，各县 执行。", [("K202", " "), ("K202", " ")]),
        ("一 是建库。二 是育人。", [("K202", " "), ("K202", " ")]),
        ("由于，高 企数量不足。", [("K202", " ")]),
        ("建成 ，投用 。全市 （含县）开放", [("K203", " "), ("K203", " "), ("K203", " ")]),
        ("（ 甲 ）与《 乙》“ 双创 ”", [("K203", " ")] * 5),
        ("—— 创建示范区，目标—— 翻番。", [("K203", " "), ("K203", " ")]),
        ("依托 “AI” 平台，增长5% 。", [("K203", " "), ("K203", " "), ("K203", " ")]),
        ("—— 推进", [("K203", " ")]),
        ("（一） 建库。（2） 育人。", [("K204", " "), ("K204", " ")]),
        ("一、 建库", [("K204", " ")]),
        ("1. 建库；2. 育人。", [("K204", " "), ("K204", " ")]),
        ("① 建库", [("K204", " ")]),
        ("A. 建库", [("K204", " ")]),
        ("　　平台开放。　", [("K206", "　　"), ("K206", "　")]),
        ("\t平台开放。", [("K206", "\t")]),
        ("第三章项目管理", [("K207", "第三章")]),
        ("第二十一条申报材料由县局初审。", [("K207", "第二十一条")]),
        ("第五条承担单位应当按期结题。", [("K207", "第五条")]),
    ],
)
def test_blanks_without_a_meaning_are_found(text: str, faults: list[tuple[str, str]]) -> None:
    assert found(text) == faults


@pytest.mark.parametrize(
    "text",
    [
        "负责人李 涛到会，主任王 伟、张 三同志出席。",
        "参加人：李 涛、王 伟。",
        "某市科学技术局 某市财政局",
        "李 涛",
        "联系人：李涛 电话：1234567",
        "印发《集聚创新优势 服务地方发展》一文。",
        "促进科技经济融通 推动创新驱动发展。一是建设平台。",
        "第四条 项目承担单位应当按期结题。",
        "依照办法第二十条的规定办理，第三十条规定了时限。",
        "第三条生产线投产，第二条高速公路通车。",
        "第二章讲述平台建设，第一节课由专家主讲。",
        "第一条措施落地，第五条建议被采纳。",
        "附件一 名单",
        "图1 “水稻—红螯螯虾”种养模式",
        "2.1 《规划》的落实，由各县负责。",
        "联系人 李涛，负责收发。",
        "图1 试验田（一期）",
        "1. 5G基站建设",
        "The “smart city” concept, a pilot — so to speak.",
        "Windows 11 Pro、Wi-Fi 6",
        "名称      年份      数量",
        "2.1 建设情况",
    ],
)
def test_blanks_with_a_meaning_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("锻强科技创新“新实力” 服务地方发展", Kind.TITLE),
        ("第二章 经费", Kind.TITLE),
        ("姓 名", Kind.CELL),
        ("合 计", Kind.CELL),
        ("编辑：李 涛", Kind.COLOPHON),
        ("某市科技信息中心 编辑", Kind.OFFICE),
    ],
)
def test_blanks_that_arrange_titles_cells_and_imprint_pass(text: str, kind: Kind) -> None:
    assert found(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("某市加快 建设科技强市", Kind.TITLE),
        ("何以中国？ 看科技如何作答", Kind.TITLE),
        ("编辑： 李涛", Kind.COLOPHON),
    ],
)
def test_blanks_are_found_in_titles_and_imprint(text: str, kind: Kind) -> None:
    assert {code for code, _ in found(text, kind)} <= {"K202", "K203"}


def test_an_indent_before_what_might_become_markup_is_not_mended() -> None:
    (finding,) = texts.check_article("　　- 甲。", "K206").findings
    assert finding.fix is None
