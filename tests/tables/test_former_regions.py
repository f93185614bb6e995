"""Regions by the names of earlier years."""

import pytest

from kjqb.tables.former_regions import former_region, former_regions, present_region
from kjqb.tables.read import rows
from kjqb.tables.regions import regions


@pytest.mark.parametrize(
    ("stated", "now"),
    [
        ("襄樊市", "420600"),
        ("莱芜市", "370116"),
        ("371200", "370116"),
        ("420600", "420600"),
        ("海曙区", "330203"),
        ("330203", "330203"),
    ],
)
def test_a_name_or_code_of_any_year_means_a_present_region(stated: str, now: str) -> None:
    found = present_region(stated)
    assert found is not None
    assert found.code == now


def test_what_no_table_has_means_nothing() -> None:
    assert present_region("乌有市") is None


def test_a_reader_is_told_only_where_the_old_place_does_not_serve() -> None:
    moved = {name: former.moved for name in ("襄樊市", "莱芜市", "即墨市") if (former := former_region(name))}
    assert moved == {"襄樊市": True, "莱芜市": True, "即墨市": False}


def test_every_name_of_earlier_years_is_one_that_the_table_of_renamed_regions_dates() -> None:
    dated = {old: (new, int(year)) for old, new, year in rows("renamed_regions")}
    assert {each.name: (each.now.name, each.until) for each in former_regions()} == dated
    assert all(each.name not in {one.name for one in regions().values()} for each in former_regions())
