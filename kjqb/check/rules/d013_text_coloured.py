"""D013: text of a Word file that is not black."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import once_each, runs_of
from kjqb.check.word_layout import WordLayout
from kjqb.layout.styles import Role
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.ooxml.appearance import AUTO

_MASTHEAD = {Role.MASTHEAD, Role.ISSUE_LINE, Role.OFFICE_LINE}
_DARKEST = 0x1A
"""Of each part of a colour: what prints like black."""

_NAMES = {
    "FF0000": "红色", "C00000": "深红色", "0000FF": "蓝色", "0070C0": "蓝色", "0563C1": "蓝色", "00B050": "绿色",
    "FFFFFF": "白色", "FFFF00": "黄色", "7F7F7F": "灰色", "808080": "灰色",
}  # fmt: skip


@rule(
    "D013",
    "text-coloured",
    title="文字不是黑色",
    about="没有特殊说明时文字都用黑色；修改时标的红字、带来的蓝色网址、从网页粘贴的灰字都应改回。刊头可以用红色。",
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "5.2.4"),
    examples=(
        Example(bad="平台面向〔颜色：FF0000〕全市〔颜色：自动〕开放。", good="平台面向全市开放。"),
        Example(bad="〔颜色：333333〕平台面向全市开放。", good="〔颜色：000000〕平台面向全市开放。"),
    ),
)
def text_coloured(layout: WordLayout) -> Iterator[Hit]:
    """Stretches of another colour than black, the masthead's left out."""
    yield from once_each(_faults(layout))


def _faults(layout: WordLayout) -> Iterator[tuple[Extent, str]]:
    for each, run in runs_of(layout):
        colour = run.format.colour
        if each.role not in _MASTHEAD and not _is_black(colour):
            name = _NAMES.get(colour, colour)
            yield each.extent(run.span.start, run.span.end), f"文字颜色为{name}，应为黑色"


def _is_black(colour: str) -> bool:
    if colour == AUTO or len(colour) != 6 or not set(colour) <= set("0123456789ABCDEF"):
        return True
    return all(int(colour[at : at + 2], 16) <= _DARKEST for at in (0, 2, 4))
