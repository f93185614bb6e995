"""The fonts of an edition, and what stands in for them where they are not installed."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

STAND_INS = {
    "方正小标宋简体": "宋体",
    "黑体": "SimHei",
    "楷体_GB2312": "楷体",
    "仿宋_GB2312": "仿宋",
    "宋体": "SimSun",
    "Times New Roman": "Liberation Serif",
}
"""For each font the one that Word is told to use instead."""

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def font_table(names: Iterable[str] = STAND_INS) -> bytes:
    """The font table part."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(STAND_INS[name])}/></w:font>" for name in names
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'.encode()
