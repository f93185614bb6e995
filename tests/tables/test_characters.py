"""The tables of characters."""

import pytest

from kjqb.tables.characters import is_standard, simplified
from kjqb.tables.read import rows


def test_the_table_has_8105_characters_in_three_levels() -> None:
    levels = {row[0]: row[1] for row in rows("standard_characters")}
    assert [len(characters) for characters in levels.values()] == [3500, 3000, 1605]
    assert len(set("".join(levels.values()))) == 8105


def test_each_level_begins_and_ends_with_the_characters_that_the_state_council_printed() -> None:
    ends = [(characters[0], characters[-1]) for _, characters in rows("standard_characters")]
    assert ends == [("一", "矗"), ("乂", "齉"), ("亍", "蠼")]


def test_what_is_traditional_is_not_standard_and_what_it_stands_for_is() -> None:
    pairs = [pair for olds, news in rows("traditional") for pair in zip(olds, news, strict=True)]
    assert len({old for old, _ in pairs}) == len(pairs)
    assert not any(is_standard(old) for old, _ in pairs)
    assert all(is_standard(new) for _, new in pairs)


@pytest.mark.parametrize(
    ("old", "new"),
    [*zip("後發國臺裏麵衆爲綫説鬥鄉塩鉄髙峯", "后发国台里面众为线说斗乡盐铁高峰", strict=True)],
)
def test_a_traditional_character_has_its_standard_one(old: str, new: str) -> None:
    assert simplified(old) == new


@pytest.mark.parametrize("character", "〇喆堃昇淼犇镕瞭乾藉砼氘吡噻鿭aA1，。 é")
def test_names_elements_and_what_is_not_chinese_are_standard(character: str) -> None:
    assert is_standard(character)
