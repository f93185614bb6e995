"""The smallest images of each kind, made here."""

import struct
import zlib


def png(width: int = 1, height: int = 1, dpi: int | None = None) -> bytes:
    """A white PNG of so many pixels; it states a resolution if one is given."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    metres = round((dpi or 0) / 0.0254)
    physical = _chunk(b"pHYs", struct.pack(">IIB", metres, metres, 1)) if dpi else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + physical
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def gif(width: int = 1, height: int = 1) -> bytes:
    """The head of a GIF of so many pixels, which says all that is read of it."""
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(3) + b";"


def bmp(width: int = 1, height: int = 1) -> bytes:
    """The head of a BMP of so many pixels."""
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 2835, 2835, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + info


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = png()
