"""The contents list as `kjqb toc` shows it: titles, pages, and how safe each page number is."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from kjqb.layout.pages import ContentsEntry, Layout
from kjqb.render.terminal.cells import padded, wrap
from kjqb.text.visible import visible

TIGHT = 3
"""With so many lines of slack or fewer, a small change of the text may change the page number."""

_WIDEST = 100
_LEAST_LEADERS = 3
_SLACK_COLUMN = 10
_NARROWEST = 36
_WARNING = " !"
"""Behind the slack of a page number that is not safe."""


def contents_table(layout: Layout, marker: str, columns: int | None) -> Text:
    """A line an entry: title, leaders, page, slack; in a window of so many columns a long title takes several."""
    widest = max((cell_len(visible(entry.title)) for entry in layout.entries), default=0)
    needed = cell_len(marker) + 1 + widest + _LEAST_LEADERS + 6
    width = _WIDEST if columns is None else max(_NARROWEST, min(columns - len(_WARNING), _WIDEST))
    edge = (max(width, needed + _SLACK_COLUMN) if columns is None else width) - _SLACK_COLUMN
    text = Text(padded("", edge - 4) + "页码" + padded("", _SLACK_COLUMN - 4) + "余量\n", "dim")
    for entry in layout.entries:
        for line in _entry(entry, f"{visible(marker)} " if marker else "", edge):
            text.append(line)
        slack = f"{entry.slack}行"
        text.append(" " * (_SLACK_COLUMN - cell_len(slack)) + slack, "yellow" if entry.slack <= TIGHT else "")
        text.append(f"{_WARNING}\n" if entry.slack <= TIGHT else "\n", "bold yellow")
    return text


def advice(layout: Layout) -> Iterator[str]:
    """What to do about each entry whose page number hangs on a few lines."""
    for entry in layout.entries:
        if entry.slack <= TIGHT:
            yield (
                f"第{entry.number}篇“{entry.title}”的页码只有{entry.slack}行余量："
                '在它前面增删几行，或让文章另起一页（kjqb.toml的[layout]中articles = "new-page"），页码才稳'
            )


def _entry(entry: ContentsEntry, marker: str, edge: int) -> Iterator[str]:
    """The entry's lines up to the page number, all but the last with their line end."""
    page = str(entry.page)
    room = edge - cell_len(page) - _LEAST_LEADERS - 2
    *lines, last = wrap(visible(entry.title), room, first=marker, rest=" " * cell_len(marker))
    yield from (f"{line}\n" for line in lines)
    yield f"{last} {'.' * (edge - cell_len(last) - cell_len(page) - 2)} {page}"
