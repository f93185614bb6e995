"""The locator: every key and value of a TOML text is found where it stands."""

import tomli
from hypothesis import given
from hypothesis import strategies as st

from kjqb.model.source import Source
from kjqb.text.spans import Span
from kjqb.workspace.locate import Path, Place, locate
from kjqb.workspace.toml_document import string_passage

from .toml_texts import Data, documents, leaves, strings


def places(text: str) -> dict[Path, Place]:
    return locate(text, Span(0, len(text)))


def value_at(text: str, path: Path) -> str:
    span = places(text)[path].value
    return text[span.start : span.end]


def key_at(text: str, path: Path) -> str:
    span = places(text)[path].key
    return text[span.start : span.end]


@given(documents())
def test_what_stands_at_a_value_says_that_value(document: tuple[Data, str]):
    data, text = document
    assert tomli.loads(text) == data
    found = places(text)
    for path, value in leaves(data):
        place = found[path]
        written = text[place.value.start : place.value.end]
        is_header = place.value.start < place.key.start
        is_part_of_key = place.key == place.value and isinstance(path[-1], str)
        if not (is_header or is_part_of_key):
            assert tomli.loads(f"x = {written}") == {"x": value}


@given(documents())
def test_what_stands_at_a_key_is_that_key(document: tuple[Data, str]):
    data, text = document
    found = places(text)
    for path, _ in leaves(data):
        key = path[-1]
        if isinstance(key, str):
            span = found[path].key
            assert list(tomli.loads(f"{text[span.start : span.end]} = 1")) == [key]


@given(documents())
def test_nothing_is_found_that_the_document_does_not_say(document: tuple[Data, str]):
    data, text = document
    assert set(places(text)) == {path for path, _ in leaves(data)}


@given(strings(), st.sampled_from(["", "前\n"]))
def test_a_string_says_its_text_and_each_character_knows_its_place(string: tuple[str, str], before: str):
    value, written = string
    source = Source("x.toml", before + written)
    passage = string_passage(source, Span(len(before), len(source.text)))
    assert passage.text == value
    for piece in passage.pieces:
        if piece.verbatim:
            stands = source.text[piece.offset : piece.offset + piece.extent]
            assert stands == value[piece.start : piece.start + piece.length]
        assert len(before) < piece.offset < len(source.text)


def test_crlf_within_a_string_is_one_line_end():
    source = Source("x.toml", "'''\r\n甲\r\n乙'''")
    passage = string_passage(source, Span(0, len(source.text)))
    assert passage.text == "甲\n乙"
    assert str(passage.at(2, 3).where) == "x.toml:3:1"


def test_an_escape_is_one_character_with_the_extent_of_the_escape():
    source = Source("x.toml", '"甲\\u4e59丙"')
    passage = string_passage(source, Span(0, len(source.text)))
    assert passage.text == "甲乙丙"
    assert passage.at(1, 2).text == "\\u4e59"
    assert passage.at(2, 3).text == "丙"


def test_items_of_nested_lists_have_places_of_their_own():
    text = 'lines = [\n  ["编辑", "甲"], # 注\n  ["电话"],\n]\n'
    assert value_at(text, ("lines", 0, 1)) == '"甲"'
    assert value_at(text, ("lines", 1)) == '["电话"]'


def test_the_place_of_a_table_is_its_header_and_the_keys_are_the_names_in_it():
    text = "[check.K201]\nstyle = 'keep'\n"
    assert value_at(text, ("check", "K201")) == "[check.K201]"
    assert key_at(text, ("check",)) == "check"
    assert key_at(text, ("check", "K201", "style")) == "style"


def test_tables_of_an_array_are_counted():
    text = "[[ignore]]\ncode = 'A'\n[[ignore]]\ncode = 'B'\n"
    assert value_at(text, ("ignore", 1, "code")) == "'B'"
    assert places(text)[("ignore", 0)].value.start == 0
