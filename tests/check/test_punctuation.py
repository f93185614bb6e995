import pytest

from . import texts


def found(text: str, code: str) -> list[str]:
    return [finding.extent.text for finding in texts.check_article(text, code).findings]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("甲,乙", [","]),
        ("甲, 乙", [", "]),
        ("占68%,增长16.6%", [","]),
        ("增速16.6%,", [","]),
        ("（甲）,“乙”;《丙》:丁!戊?", [",", ";", ":", "!", "?"]),
        ("“甲”,“乙”", [","]),
        ("数据来自AI,准确", [","]),
        ("准确,AI为先", [","]),
        ("电话:4366683", [":"]),
        ("℃,升温", [","]),
        ("共5;6两类", [";"]),
        ("何为AI?", ["?"]),
        ("AI!", []),
        ("9:30", []),
        ("1:500", []),
        ("1,234", []),
        ("GDP,CPI", []),
        ("“Hello, world!”他说", []),
        ("a@b.cn,c@d.cn", []),
    ],
)
def test_half_width_marks_are_judged_by_the_script_around_them(text: str, marks: list[str]) -> None:
    assert found(text, "P101") == marks


def test_a_mark_at_a_line_s_end_is_judged_by_the_next_line() -> None:
    lines = [
        "科技参考",
        "2024年第1期",
        texts.OFFICE,
        "%%",
        "★ 甲县...2",
        "%%",
        "= 甲县",
        "增速AI,",
        "乙。",
        "%%",
        texts.OFFICE,
    ]
    assert [finding.code for finding in texts.check_issue("\n".join(lines), "P101").findings] == []


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        ("(1)甲", ["(1)"]),
        ("甲。(2)乙", ["(2)"]),
        ("　　(3）丙", ["(3）"]),
        ("甲(乙(丙)丁)", ["(乙(丙)丁)", "(丙)"]),
        ("数字孪生(DT)", []),
        ("如式(1)所示", []),
        ("(2018)年", []),
        ("甲(乙", []),
    ],
)
def test_half_width_brackets_are_judged_by_what_they_hold(text: str, brackets: list[str]) -> None:
    assert found(text, "P103") == brackets


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("甲，，，乙", ["，，，"]),
        ("甲。。。", ["。。。"]),
        ("甲？。乙", ["？。"]),
        ("甲；、乙", ["；、"]),
        ("甲？？？乙！！", []),
        ("甲……。", []),
    ],
)
def test_runs_of_marks(text: str, marks: list[str]) -> None:
    assert found(text, "P106") == marks


def test_three_full_stops_may_have_been_meant_as_an_ellipsis_and_are_not_mended() -> None:
    assert [finding.fix for finding in texts.check_article("甲。。。", "P106").findings] == [None]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("《甲（乙》丙）", ["（", "）"]),
        ("“甲“乙", ["“", "“"]),
        ("【甲", ["【"]),
        ("甲〕", ["〕"]),
        ("（甲)", []),
        ("[甲］", []),
        ("“甲。\n乙”", ["“", "”"]),
        ("“甲。\n“乙。\n丙", ["“"]),
    ],
)
def test_brackets_pair_within_a_paragraph(text: str, marks: list[str]) -> None:
    assert sorted(found(text, "P107")) == sorted(marks)


def test_brackets_pair_over_a_page_break() -> None:
    assert found(f"{texts.CUT[:-3]}“科\n研院所”共建。", "P107") == []
    assert found(f"{texts.CUT[:-3]}“科。\n研院所”共建。", "P107") == ["“", "”"]


def test_the_message_names_the_missing_half() -> None:
    (finding,) = texts.check_article("《甲。", "P107").findings
    assert finding.message == "左书名号缺少配对的右书名号"


@pytest.mark.parametrize("end", ["。", "！", "？", "：", "；", "……", "——", "。”", "？’”", "。）", ".", ":"])
def test_a_paragraph_may_end_in_a_final_mark_and_what_closes_behind_it(end: str) -> None:
    assert found(f"项目由市、县两级共同实施，资金分年度足额到位，进展顺利{end}", "P109") == []


@pytest.mark.parametrize("end", ["", "）", "》", "”", "，", "、"])
def test_a_paragraph_may_not_end_otherwise(end: str) -> None:
    text = f"项目由市、县两级共同实施，资金分年度足额到位，进展顺利{end}"
    assert found(text + "，其余各项工作照常" * (end == ""), "P109") == [(end or "常")[-1]]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("5—10%", ["5—10%"]),
        ("1.5-2.5‰", ["1.5-2.5‰"]),
        ("3~5%", ["3~5%"]),
        ("3–5%", ["3–5%"]),
        ("5%—10%", []),
        ("A5-10%", []),
        ("1-5-10%", []),
        ("1—10月增长5%", []),
        ("5至10%", []),
    ],
)
def test_ranges_of_percentages(text: str, ranges: list[str]) -> None:
    assert found(text, "N301") == ranges
