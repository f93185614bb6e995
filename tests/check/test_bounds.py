"""Texts made to be slow: time grows with their length and no faster."""

from time import perf_counter

import pytest

from . import texts

HOSTILE = {
    "brackets that nothing closes": "（",
    "closing brackets that nothing opened": "）《",
    "nested brackets": "(（",
    "numbers and commas": "1,",
    "one word without end": "a",
    "an address that never comes": "a.b@",
    "enumerators": "。一是",
    "one item over and over": "。二是",
    "blanks": "甲 1 ",
    "dots": ".",
    "full stops": "。",
    "standards": "GB/T 9704 ",
    "short paragraphs": "甲乙\n",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_ten_times_the_text_takes_about_ten_times_as_long(unit: str) -> None:
    texts.check_article(unit * 10)
    short, long = (_seconds(unit * (count // len(unit))) for count in (4_000, 40_000))
    assert long < 40 * short + 0.2


def test_a_list_without_end_is_no_crash() -> None:
    assert len(texts.check_article("一是甲。" + "三是乙。" * 300, "S501").findings) <= 99


def _seconds(text: str) -> float:
    start = perf_counter()
    texts.check_article(text)
    return perf_counter() - start
