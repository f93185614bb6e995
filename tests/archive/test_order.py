"""The order of headings against lists that were put in order by hand: 170 headings, by pinyin and by strokes."""

from pathlib import Path

import pytest

from kjqb.archive.order import Heading, Order
from kjqb.tables.read import rows
from kjqb.tables.readings import stated_readings
from kjqb.tables.strokes import strokes

DATA = Path(__file__).parent / "data"


def listed(order: Order) -> list[tuple[str, str]]:
    """Headings in their right order, each with its group."""
    found: list[tuple[str, str]] = []
    group = ""
    for line in (DATA / f"by_{order.value}.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            group = line.removeprefix("= ")
        elif line:
            found.append((group, line))
    return found


@pytest.mark.parametrize("order", Order)
def test_headings_come_in_the_order_made_by_hand(order: Order) -> None:
    right = [heading for _, heading in listed(order)]
    assert len(right) >= 150
    for shuffled in (sorted(right), sorted(right, reverse=True)):
        assert sorted(shuffled, key=lambda text: Heading.of(text).key(order)) == right


@pytest.mark.parametrize("order", Order)
def test_headings_stand_in_their_groups(order: Order) -> None:
    assert [(Heading.of(text).group(order), text) for _, text in listed(order)] == listed(order)


def test_both_lists_hold_the_same_headings() -> None:
    by_pinyin, by_stroke = ({text for _, text in listed(order)} for order in Order)
    assert by_pinyin == by_stroke


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("安全生产", "安全生产法"),  # what has nothing more comes first
        ("西安", "先进"),  # by characters: xi before xian
        ("5G应用", "10月纪事"),  # numbers by value
        ("1,000吨级", "2000吨级"),
        ("0.5毫米", "1毫米"),
        ("AI", "ai"),  # capitals before small letters where nothing else differs
        ("ａｉ大模型", "北斗"),  # full-width letters are letters
        ("妈妈", "吗啡"),  # tones in turn
        ("禄丰", "吕梁"),  # u before ü
        ("吕梁", "乱码"),  # ü before ua
    ],
)
def test_the_first_of_two_comes_first_by_pinyin(before: str, behind: str) -> None:
    assert Heading.of(before).key(Order.PINYIN) < Heading.of(behind).key(Order.PINYIN)


@pytest.mark.parametrize("marked", ["《中国》", "“中国”", "★中国", "（中国）", " 中 国 ", "★ 《中国》"])
@pytest.mark.parametrize("order", Order)
def test_marks_signs_and_blanks_do_not_count(marked: str, order: Order) -> None:
    assert Heading.of(marked).key(order)[0] == Heading.of("中国").key(order)[0]


def test_a_stated_reading_comes_before_all_others() -> None:
    stated = stated_readings({"单": "shan4"})
    assert Heading.of("单晶硅").group(Order.PINYIN) == "D"
    assert Heading.of("单晶硅", stated).group(Order.PINYIN) == "S"


def test_an_author_is_read_as_a_name() -> None:
    assert Heading.of("单田", person=True).group(Order.PINYIN) == "S"


@pytest.mark.parametrize("level", ["1", "2", "3"])
def test_strokes_agree_with_the_national_table_whose_levels_are_in_stroke_order(level: str) -> None:
    characters = next(cells[1] for cells in rows("standard_characters") if cells[0] == level)
    ranks = [found.rank for found in map(strokes, characters) if found]
    assert len(ranks) == len(characters)
    assert ranks == sorted(ranks)


def test_a_character_without_strokes_comes_last_and_its_group_says_so() -> None:
    assert strokes("龜") is None
    assert Heading.of("龜兹").group(Order.STROKE) == "其他"
    assert Heading.of("龜兹").key(Order.STROKE) > Heading.of("齉鼻").key(Order.STROKE)
