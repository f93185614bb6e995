"""How much of a Word file is read; what is beyond is refused, so that no file costs unbounded time or memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what is read; raise one by handing other limits to `opened`."""

    parts: int = 10_000
    """Files in the package."""
    part: int = 64 * 2**20
    """Bytes of one part, unpacked."""
    whole: int = 256 * 2**20
    """Bytes of all parts that are read, unpacked."""
    tags: int = 2_000_000
    """Tags of a part in XML: a hundred times those of a long article, and some 500 megabytes in memory."""
    suspicious_size: int = 8 * 2**20
    suspicious_ratio: int = 200
    """A part beyond this size that is packed to less than such a fraction of it is no text."""


LIMITS = Limits()

MOST_COLUMNS = 63
"""Columns of a table, as in Word."""
