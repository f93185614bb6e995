"""How much the streams of a PDF file swell when they are unpacked: the library itself knows no bound."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MOST_UNPACKED = 32 << 20
"""Bytes of one stream that is no image: a page of a book has some ten thousand."""

_STREAM = re.compile(rb"stream\r?\n")
_HEAD = 2048
"""So many bytes before a stream are looked at for what it is."""


def swells(data: bytes) -> bool:
    """Whether a packed stream of the file, images aside, is larger than a page's could be."""
    return any(_unpacked(data, start) > MOST_UNPACKED for start in _packed(data))


def _packed(data: bytes) -> Iterator[int]:
    """Where the packed streams begin that are no images."""
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()].rpartition(b"obj")[2]
        if b"FlateDecode" in head and b"/Image" not in head:
            yield match.end()


def _unpacked(data: bytes, start: int) -> int:
    """Bytes of a stream, as far as it can be unpacked and not much beyond the bound."""
    packer, size, at = zlib.decompressobj(), 0, start
    try:
        while not packer.eof and size <= MOST_UNPACKED and at < len(data):
            size += len(packer.decompress(packer.unconsumed_tail or data[at : at + (1 << 16)], 1 << 20))
            at += 0 if packer.unconsumed_tail else 1 << 16
    except zlib.error:
        return size
    return size
