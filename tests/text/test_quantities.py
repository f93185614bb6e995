from decimal import Decimal

import pytest

from kjqb.text.changes import changes
from kjqb.text.quantities import quantities, ranges


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("企业46家，投入1.2亿元。", [("46", "", "家"), ("1.2", "亿", "元")]),
        ("粮食1,234吨", [("1,234", "", "吨")]),
        ("占77.8%，提高9.8个百分点", [("77.8", "", "%"), ("9.8", "", "个百分点")]),
        ("剂量5 mg/kg", [("5", "", "mg")]),
        ("服务 30000 余名师生", [("30000", "", "名")]),
        ("服务30000余名师生", [("30000", "", "名")]),
        ("会议9:30开始，比例为1:500，占1/3", []),
        ("型号A-5，版本V2.3，电话0471-1234567", [("0471", "", "")]),
    ],
)
def test_quantities_are_read_with_scale_and_unit(text: str, read: list[tuple[str, str, str]]) -> None:
    assert [(one.number, one.scale, one.unit) for one in quantities(text)] == read


def test_a_value_has_the_slack_of_its_last_digit() -> None:
    (rounded, counted) = quantities("投入1.25亿元，建成46个")
    assert (rounded.value, rounded.slack) == (Decimal("1.25e8"), Decimal(500_000))
    assert (counted.value, counted.slack) == (Decimal(46), Decimal(0))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("扶持3—5家", ("3", "5", "家")),
        ("补助5%～10%", ("5", "10", "%")),
        ("2023年1—10月", ("1", "10", "月")),
        ("5月至8月", ("5", "8", "月")),
        ("3家—5个", ("3", "5", "")),
    ],
)
def test_ranges_are_read_with_both_ends_and_their_unit(text: str, read: tuple[str, str, str]) -> None:
    (found,) = ranges(text)
    assert (found.first.number, found.last.number, found.unit) == read


@pytest.mark.parametrize("text", ["15-15-15", "A5-10", "192.168.1.1", "9:30-11:30", "电话0471-123-4567"])
def test_codes_are_no_ranges(text: str) -> None:
    assert list(ranges(text)) == []


def test_a_change_is_read_with_both_values_and_what_is_stated_of_it() -> None:
    (change,) = changes("企业由50家增至75家，增长50%。")
    assert (change.first.value, change.last.value, change.stated.number) == (Decimal(50), Decimal(75), "50")
    assert not change.falls
    assert change.difference == (Decimal(25), Decimal(25))
    assert change.growth == (Decimal(50), Decimal(50))


@pytest.mark.parametrize(
    "text",
    [
        "由约50家增至75家，增长40%。",
        "由50家增至75家，年均增长40%。",
        "由50家增至75个，增长40%。",
        "由50家增至75家。增长40%。",
        "5家至8家，增长40%。",
    ],
)
def test_what_leaves_something_unclear_is_no_change(text: str) -> None:
    assert list(changes(text)) == []
