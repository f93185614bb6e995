"""The list of regions."""

from kjqb.archive.by_region import NOWHERE
from kjqb.model.cumulative_index import By

from .printed import entries, record, shown


def test_a_county_stands_under_its_prefecture_and_province() -> None:
    found = entries(record("甲", regions=("330203",)), by=By.REGION)
    assert [(entry.heading, entry.level, entry.code, len(entry.locators)) for entry in found] == [
        ("浙江", 1, "330000", 0),
        ("宁波", 2, "330200", 0),
        ("海曙", 3, "330203", 1),
    ]


def test_a_region_has_its_own_locators_only() -> None:
    found = shown(
        record("甲", "2024-01:2", regions=("海曙区",)), record("乙", "2024-01:4", regions=("浙江省",)), by=By.REGION
    )
    assert found == ["浙江 2024(1):4", "宁波", "海曙 2024(1):2"]


def test_regions_come_in_the_order_of_their_codes() -> None:
    stated = ("640000", "150000", "330203", "510700")
    found = entries(*(record(code, regions=(code,)) for code in stated), by=By.REGION)
    codes = [entry.code for entry in found]
    assert codes == sorted(codes)


def test_where_nothing_is_stated_the_title_tells() -> None:
    assert shown(record("内蒙古出台措施"), by=By.REGION) == ["内蒙古 2024(1):2"]
    assert shown(record("全国科技大会召开"), by=By.REGION) == [f"{NOWHERE} 2024(1):2"]


def test_a_name_of_earlier_years_refers_to_the_present_one_behind_it() -> None:
    for one in (record("甲", regions=("襄樊市",)), record("襄樊市推广新技术")):
        assert shown(one, by=By.REGION) == ["湖北", "襄阳 2024(1):2", "襄樊市 见襄阳"]


def test_a_name_that_no_table_has_stands_by_itself_behind_all_codes() -> None:
    found = entries(record("甲", regions=("乌有市", "330000")), by=By.REGION)
    assert [(entry.heading, entry.code) for entry in found] == [("浙江", "330000"), ("乌有市", "")]
