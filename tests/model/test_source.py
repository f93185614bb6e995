"""Places of a passage's characters, looked up by halving, against looking through all pieces."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kjqb.model.source import Passage, Piece, Source

LENGTHS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 2)), max_size=8)
"""Of each piece: its characters in the passage, those in the source, and what stands before it in the source alone."""


def passage(lengths: Sequence[tuple[int, int, int]]) -> Passage:
    pieces, start, offset = [], 0, 0
    for length, extent, before in lengths:
        offset += before
        pieces.append(Piece(start, length, offset, extent))
        start, offset = start + length, offset + extent
    return Passage("字" * start, Source("a", "源" * offset), tuple(pieces))


def begins_at(looked: Passage, index: int) -> int:
    for piece in looked.pieces:
        if index < piece.start + piece.length:
            return piece.offset + (index - piece.start if piece.verbatim else 0)
    return ends_at(looked, index)


def ends_at(looked: Passage, index: int) -> int:
    for piece in reversed(looked.pieces):
        if index > piece.start:
            return piece.offset + (index - piece.start if piece.verbatim else piece.extent)
    return looked.pieces[0].offset if looked.pieces else 0


@given(LENGTHS, st.data())
def test_a_stretch_of_the_passage_has_its_place_in_the_source(lengths: list[tuple[int, int, int]], data: st.DataObject):
    looked = passage(lengths)
    start = data.draw(st.integers(0, len(looked.text)))
    end = data.draw(st.integers(start, len(looked.text)))
    span = looked.at(start, end).span
    assert span.start == begins_at(looked, start)
    assert span.end == (span.start if start == end else max(span.start, ends_at(looked, end)))


@given(LENGTHS, st.data())
def test_a_part_of_a_passage_keeps_its_places(lengths: list[tuple[int, int, int]], data: st.DataObject):
    looked = passage([(length, length, before) for length, _, before in lengths])
    start = data.draw(st.integers(0, len(looked.text)))
    end = data.draw(st.integers(start, len(looked.text)))
    part = looked.part(start, end)
    assert len(part.text) == sum(piece.length for piece in part.pieces) == end - start
    for index in range(end - start):
        assert part.at(index, index + 1) == looked.at(start + index, start + index + 1)
