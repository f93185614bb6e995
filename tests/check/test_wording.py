import pytest

from . import texts


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("截止目前，已有3家。", "截至目前，已有3家。"),
        ("全市截止目前已有3家。", "全市截至目前已有3家。"),
        ("截止到目前，已有3家。", "截至目前，已有3家。"),
        ("截止2023年底，已有3家。", "截至2023年底，已有3家。"),
        ("据统计，截止去年，已有3家。", "据统计，截至去年，已有3家。"),
        ("截止至6月，已有3家。", "截至6月，已有3家。"),
        ("（截止二〇二三年）", "（截至二〇二三年）"),
        ("全市数据截止2023年底。", "全市数据截至2023年底。"),
        ("截止上月末，已有3家。", "截至上月末，已有3家。"),
    ],
)
def test_until_is_not_written_as_deadline(text: str, right: str) -> None:
    (finding,) = texts.check_article(text, "W901").findings
    assert finding.fix
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == right


@pytest.mark.parametrize(
    "text",
    [
        "截止时间为5日。",
        "报名截止。",
        "报名截止到5月3日。",
        "于5日截止。",
        "申报截止日期不变。",
        "截止日前提交。",
        "申报截止2023年底。",
        "截止阀已更换。",
    ],
)
def test_deadlines_are_deadlines(text: str) -> None:
    assert texts.check_article(text, "W901").findings == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("投资【待核实：金额】。", "【待核实：金额】"),
        ("负责人[待定]。", "[待定]"),
        ("地点（？？）。", "（？？）"),
        ("增长【?】。", "【?】"),
        ("（待续）", None),
        ("【新闻】待遇提高。", None),
    ],
)
def test_placeholders_are_told_from_brackets(text: str, left: str | None) -> None:
    assert [finding.extent.text for finding in texts.check_article(text, "Q002").findings] == ([left] if left else [])
