import pytest

from kjqb.text.dates import stated_dates


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024年1月5日（星期五）", [(2024, 1, 5, 4)]),
        ("2024 年 1 月 5 日", [(2024, 1, 5, None)]),
        ("二〇二四年一月五日", [(2024, 1, 5, None)]),
        ("2月4日至10日", [(None, 2, 4, None), (None, 2, 10, None)]),
        ("2月26—30日", [(None, 2, 26, None), (None, 2, 30, None)]),
        ("12月28日至1月3日", [(None, 12, 28, None), (None, 1, 3, None)]),
        ("2024-01-05（周五）", [(2024, 1, 5, 4)]),
        ("2024/1/5", [(2024, 1, 5, None)]),
        ("2月2日（农历正月初九，星期日）", [(None, 2, 2, 6)]),
        ("农历八月三十日", []),
        ("1—10月，3个月", []),
    ],
)
def test_dates_are_read_in_every_form(text: str, read: list[tuple[int | None, int, int, int | None]]) -> None:
    assert [(one.year, one.month, one.day, one.weekday) for one in stated_dates(text)] == read


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("2024年2月29日", True),
        ("2023年2月29日", False),
        ("2月29日", True),
        ("2月30日", False),
        ("13月1日", False),
        ("4月31日", False),
    ],
)
def test_the_calendar_decides_which_dates_there_are(text: str, possible: bool) -> None:
    (one,) = stated_dates(text)
    assert one.is_possible == possible
