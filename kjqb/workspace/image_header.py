"""What the head of an image file says: its kind, its pixels, and its resolution.

PNG (W3C PNG, 11.3), JPEG with JFIF or Exif (ITU-T T.81, B.1; T.871), GIF (89a, 18), BMP (BITMAPINFOHEADER) and TIFF
(6.0, section 2). It takes the images that python-docx takes, and reads the same numbers in them, without loading it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import nan
from struct import calcsize, unpack_from
from typing import Any

UNSTATED = 72
"""Dots to the inch where a file states none."""

_BMP_UNSTATED = 96
_PER_INCH = {2: 1.0, 3: 2.54}
"""By the unit that TIFF and Exif state, inch or centimetre: how many of it an inch has."""
_METRES_PER_INCH = 0.0254

_WIDTH, _HEIGHT, _ACROSS, _DOWN, _UNIT = 256, 257, 282, 283, 296
"""Tags of TIFF."""

_STANDALONE = frozenset({0x01, *range(0xD0, 0xDA)})
"""JPEG's markers without a segment."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers of a frame, which has the numbers of pixels."""
_END, _SCAN, _APP0, _APP1 = 0xD9, 0xDA, 0xE0, 0xE1


class ImageHeaderError(ValueError):
    """Bytes that are no image of a kind known here, or the head of one that is damaged."""


@dataclass(frozen=True, slots=True)
class ImageHeader:
    """What an image file says of itself."""

    kind: str
    """How the names of such files end."""
    width: int
    height: int
    """Both in pixels."""
    across: int
    down: int
    """Dots to the inch, in either direction."""


def read_header(blob: bytes) -> ImageHeader:
    """The head of an image file.

    Raises ImageHeaderError.
    """
    try:
        header = _header(blob)
    except (LookupError, ArithmeticError, ValueError) as error:
        raise ImageHeaderError(str(error)) from error
    if min(header.across, header.down) <= 0:
        raise ImageHeaderError("no resolution can be zero")
    return header


def _header(blob: bytes) -> ImageHeader:
    if blob.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(blob)
    if blob[6:10] in {b"JFIF", b"Exif"}:
        return _jpeg(blob)
    if blob.startswith((b"GIF87a", b"GIF89a")):
        width, height = _at(blob, "<HH", 6)
        return ImageHeader("gif", width, height, UNSTATED, UNSTATED)
    if blob.startswith((b"MM\0*", b"II*\0")):
        tags = _tags(blob)
        width, height = tags[_WIDTH], tags[_HEIGHT]
        if not (isinstance(width, int) and isinstance(height, int)):
            raise ImageHeaderError("pixels are whole")
        return ImageHeader("tiff", width, height, *_resolution(tags))
    if blob.startswith(b"BM"):
        dots = _at(blob, "<II", 38)
        across, down = (round(each * _METRES_PER_INCH) if each else _BMP_UNSTATED for each in dots)
        width, height = _at(blob, "<II", 18)
        return ImageHeader("bmp", width, height, across, down)
    raise ImageHeaderError("no known kind")


def _png(blob: bytes) -> ImageHeader:
    """Its chunks, to the one that ends it: length, kind, data, check sum."""
    at, kind = 8, b""
    chunks: dict[bytes, int] = {}
    while kind != b"IEND":
        length, kind = _at(blob, ">I4s", at)
        if not kind.isalpha():
            raise ImageHeaderError("no chunk")
        chunks.setdefault(kind, at + 8)
        at += length + 12
    across = down = UNSTATED
    if b"pHYs" in chunks:
        *dots, unit = _at(blob, ">IIB", chunks[b"pHYs"])
        across, down = (round(each * _METRES_PER_INCH) if unit == 1 and each else UNSTATED for each in dots)
    width, height = _at(blob, ">II", chunks[b"IHDR"])
    return ImageHeader("png", width, height, across, down)


def _jpeg(blob: bytes) -> ImageHeader:
    segments = dict(reversed(list(_segments(blob))))
    frame = min(at for marker, at in segments.items() if marker in _FRAMES)
    height, width = _at(blob, ">HH", frame + 3)
    across, down = _jfif(blob, segments[_APP0]) if blob[6:10] == b"JFIF" else _exif(blob, segments[_APP1])
    return ImageHeader("jpg", width, height, across, down)


def _segments(blob: bytes) -> Iterator[tuple[int, int]]:
    """The markers before the image's data, and where the segment of each begins: with its length."""
    at, marker = 0, 0
    while marker not in {_SCAN, _END}:
        at = blob.index(b"\xff", at)
        while blob[at] == 0xFF:
            at += 1
        marker = blob[at]
        at += 1
        if marker:
            yield marker, at
            at += 0 if marker in _STANDALONE else _at(blob, ">H", at)[0]


def _jfif(blob: bytes, at: int) -> tuple[int, int]:
    unit, across, down = _at(blob, ">BHH", at + 9)
    if unit not in {1, 2}:
        return UNSTATED, UNSTATED
    per_inch = _PER_INCH[unit + 1]
    return round(across * per_inch), round(down * per_inch)


def _exif(blob: bytes, at: int) -> tuple[int, int]:
    """A TIFF without an image, behind the segment's length and its name."""
    length = _at(blob, ">H", at)[0]
    return _resolution(_tags(blob[at + 8 : at + length])) if blob[at + 2 : at + 8] == b"Exif\0\0" else (UNSTATED,) * 2


def _tags(blob: bytes) -> dict[int, float]:
    """The numbers of a TIFF's first directory, by tag; NaN for what is no single number. Its strings must be whole."""
    order = ">" if blob.startswith(b"MM") else "<"
    (start,) = _at(blob, f"{order}I", 4)
    (count,) = _at(blob, f"{order}H", start)
    tags: dict[int, float] = {}
    for at in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind, length, value = _at(blob, f"{order}HHII", at)
        tags[tag] = nan
        if kind == 2:
            _at(blob, f"{max(0, length - 1)}s", value)[0].decode()
        elif length == 1 and kind == 3:
            (tags[tag],) = _at(blob, f"{order}H", at + 8)
        elif length == 1 and kind == 4:
            tags[tag] = value
        elif length == 1 and kind == 5:
            numerator, denominator = _at(blob, f"{order}II", value)
            tags[tag] = numerator / denominator
    return tags


def _resolution(tags: dict[int, float]) -> tuple[int, int]:
    unit = tags.get(_UNIT, 2)
    if unit == 1:
        return UNSTATED, UNSTATED
    per_inch = _PER_INCH[2 if unit == 2 else 3]
    across, down = (round(tags[tag] * per_inch) if tag in tags else UNSTATED for tag in (_ACROSS, _DOWN))
    return across, down


def _at(blob: bytes, form: str, at: int) -> tuple[Any, ...]:
    if at < 0 or at + calcsize(form) > len(blob):
        raise ImageHeaderError("cut off")
    return unpack_from(form, blob, at)
