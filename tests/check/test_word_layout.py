"""The rules of a Word file's layout: what they find beyond their examples, and what they leave alone."""

from datetime import datetime

import pytest

from kjqb.check.finding import Finding
from kjqb.layout.lay_out import lay_out
from kjqb.layout.target import Target
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup
from kjqb.render.docx.edition import docx
from tests.issues import article, bulletin, table
from tests.issues import issue as small_issue

from . import texts, words

TAIL = "平台面向全市开放。"


def findings(body: str, *select: str, contents: str = "★ 某市建成科技资源共享平台.....2") -> list[Finding]:
    """What the rules find in an issue of one article."""
    head = f"{texts.MASTHEAD}\n2024年第1期\n{texts.OFFICE}"
    text = f"{head}\n%%\n{contents}\n%%\n= {texts.TITLE}\n{body}\n%%\n{texts.COLOPHON}"
    return list(words.check_word(words.issue(text), *select).findings)


def found(body: str, *select: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.extent.text) for finding in findings(body, *select)]


def messages(body: str, *select: str) -> list[str]:
    return [finding.message for finding in findings(body, *select)]


@pytest.mark.parametrize("setup", [BULLETIN, GBT9704], ids=lambda setup: setup.preset)
def test_an_edition_of_our_own_is_right(setup: PageSetup) -> None:
    body = ("#一、建设情况", "##（一）平台", f"{TAIL}**重点**在*共享*。", table("项目|数量", "平台|5个"), "见表。[^n]")
    whole = small_issue(article("甲市建成平台", *body, notes={"n": "见附件。"}), article("乙县建成基地", TAIL))
    layout = lay_out(whole, bulletin(setup=setup), Target.WORD)
    data = docx(whole, layout, modified=datetime(2024, 3, 20))
    assert [finding.code for finding in words.check_word(data, "D").findings] == []
    assert words.subject(data).word.setup == setup  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "body",
    [
        TAIL,
        "〔字体：仿宋〕平台面向全市开放。",
        "〔字体：FangSong〕平台面向全市开放。",
        "〔字体：方正仿宋_GBK〕平台面向全市开放。",
        "平台面向〔字体：黑体〕全市〔字体：仿宋_GB2312〕开放。",
        "〔字体：楷体_GB2312〕编者按：平台面向全市开放。",
        "〔居中〕〔字体：黑体〕〔首行缩进：0字〕图1 试验田",
        "〔首行缩进：0字〕各县科技局：\n" + TAIL,
        "〔首行缩进：0字〕单位：台\n" + TAIL,
        "## 一、建设情况\n### （一）平台运行\n#### 1.登记情况\n##### （1）仪器\n" + TAIL,
        "## 〔字体：SimHei〕一、建设情况\n" + TAIL,
        "〔颜色：000000〕平台面向全市开放。",
        "〔颜色：0D0D0D〕平台面向全市开放。",
        "〔行距：固定值30.2磅〕平台面向全市开放。",
        "〔行距：固定值29磅〕平台面向全市开放。\n〔行距：固定值29磅〕企业都能使用。",
        "网址为〔下划线〕https://example.cn/a〔无下划线〕。",
        "姓名〔下划线〕    〔无下划线〕由本人填写。",
        "平台面向全市开放，↵企业都能使用。",
        "全市建成平台5个，↵新增仪器1200台。",
        "平台面向全市开放——↵企业都能使用。",
        "资料见https://example.cn/a/↵b，供各县使用。",
        "全市建成平台12↵个。",
        "全市在2024↵年建成平台。",
        "有关标准见GB/T↵9704—2012。",
    ],
)
def test_what_is_right_is_left_alone(body: str) -> None:
    assert found(body, "D") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("〔字体：微软雅黑〕平台面向全市开放。", [("D002", TAIL)]),
        ("平台面向〔字体：宋体〕全市〔字体：仿宋〕开放。", [("D002", "全市")]),
        ("平台面向全市开放，共有〔字号：四号〕5〔字号：小三〕个。", [("D002", "5")]),
        ("〔字体：楷体〕平台面向全市开放。", [("D002", TAIL)]),
        ("## 〔字体：楷体〕一、建设情况\n" + TAIL, [("D003", "一、建设情况")]),
        ("## 一、建设情况\n### 〔字号：三号〕（一）平台\n" + TAIL, [("D003", "（一）平台")]),
        ("〔行距：固定值20磅〕平台面向全市开放。", [("D005", TAIL)]),
        ("〔行距：固定值29磅〕平台面向全市开放。\n企业都能使用。\n企业都在使用。", [("D005", TAIL)]),
        ("〔字体：仿宋〕〔中文字体：宋体〕平台面向全市开放。", [("D007", TAIL)]),
        ("平台面向全市〔中文字体：Arial〕开放〔中文字体：仿宋〕。", [("D007", "开放")]),
        ("〔首行缩进：0字〕  平台面向全市开放。", [("D009", "  ")]),
        ("〔首行缩进：4字〕平台面向全市开放。", [("D009", TAIL)]),
        ("## 〔首行缩进：0字〕一、建设情况\n" + TAIL, [("D009", "一、建设情况")]),
        ("平台面向全市〔颜色：0000FF〕开放〔颜色：自动〕。", [("D013", "开放")]),
        (
            "平台面向〔下划线〕〔颜色：FF0000〕全市〔颜色：自动〕〔无下划线〕开放。",
            [("D013", "全市"), ("D014", "全市")],
        ),
        ("平台面向全市开放…↵…企业都能使用。", [("D011", "…\v…")]),
        ("平台“面向↵”全市开放。", [("D011", "向\v”")]),
        ("建成企业↵/高校联合实验室。", [("D011", "业\v/")]),
        ("活动在3↵—5月举行。", [("D011", "3\v—")]),
        ("增幅为3.↵5%。", [("D012", ".\v5")]),
        ("增幅为3↵.5%。", [("D012", "3\v.")]),
        ("平台入库设备1,↵200台。", [("D012", ",\v2")]),
        ("试验田施肥15↵mg/kg。", [("D012", "5\vm")]),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(body: str, expected: list[tuple[str, str]]) -> None:
    wanted = {code for code, _ in expected}
    assert [each for each in found(body, "D") if each[0] in wanted] == expected
    assert {code for code, _ in found(body, "D")} <= wanted | {"D011"}


def test_a_fault_that_goes_through_the_file_is_told_once() -> None:
    wrong = "〔字体：宋体〕平台面向全市开放。"
    assert messages(f"{wrong}\n{wrong}\n{wrong}", "D") == ["字体为“宋体”，应为仿宋（共3处）"]


def test_a_page_break_on_record_is_a_line_end_too() -> None:
    run = "<w:r><w:t>平台面向全市开放—</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>—企业都能使用。</w:t></w:r>"
    report = words.check_word(words.package(f"<w:p>{run}</w:p>"), "D011")
    assert [finding.message for finding in report.findings] == ["破折号断在两行（分页处）"]


def test_an_article_by_itself_is_checked_as_well() -> None:
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("甲县建成平台", "平台面向全市开放,共5个。"))
    report = words.check_word(words.package(runs))
    assert "P101" in {finding.code for finding in report.findings}
    assert {"D001", "D006", "D007"} <= {finding.code for finding in report.findings}


def test_a_page_number_in_a_text_box_may_stand_anywhere() -> None:
    properties = '<w:rPr><w:rFonts w:ascii="宋体"/><w:sz w:val="28"/></w:rPr>'
    number = f'<w:fldSimple w:instr=" PAGE "><w:r>{properties}<w:t>1</w:t></w:r></w:fldSimple>'
    shown = f"<w:r><w:t>— </w:t></w:r>{number}<w:r><w:t> —</w:t></w:r>"
    frame = f'<w:p><w:pPr><w:framePr w:xAlign="outside"/></w:pPr>{shown}</w:p>'
    footer = {"footer1.xml": f"<w:ftr {words.NAMESPACES}>{frame}</w:ftr>"}
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rfooter1.xml"/></w:sectPr>'
    data = words.package(f"<w:p><w:r><w:t>{TAIL}</w:t></w:r></w:p>{section}", footer)
    assert [finding.code for finding in words.check_word(data, "D006").findings] == []


def test_nothing_in_a_word_file_is_mended() -> None:
    faults = findings("平台面向全市开放,共5个。。")
    assert {"P101", "P106"} <= {finding.code for finding in faults}
    assert all(finding.fix is None for finding in faults)


def test_a_paragraph_is_a_line_of_the_file() -> None:
    (finding,) = findings(f"{TAIL}\n平台面向全市开放,共5个。")
    assert str(finding.where) == f"{words.FILE}:7:9"


def test_raised_and_lowered_digits_are_no_slip() -> None:
    text = "2023年减排二氧化碳（CO₂）3万吨，新建温室800 m²，稳定度优于3×10⁻¹⁸，但标牌上写着“SO2”。"
    whole = small_issue(article("甲市建成平台", text))
    data = docx(whole, lay_out(whole, bulletin(), Target.WORD), modified=datetime(2024, 3, 20))
    found = words.check_word(data, "N", "U").findings
    assert [(finding.code, finding.extent.text) for finding in found] == [("U404", "SO2")]
