"""The contents list as `kjqb toc` shows it: titles, pages, and how safe each page number is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from kjqb.layout.pages import ContentsEntry, Layout
from kjqb.layout.slack import SAFE, is_safe
from kjqb.model.issue import IssueId
from kjqb.render.terminal.cells import padded, wrap
from kjqb.text.visible import visible

REMEDY = (
    f"余量不足{SAFE}行的页码，换一个软件或改了设置就可能不同：在这篇文章前面增删几行，"
    "或者让它另起一页（在文章开头的“+++”之间写page-break-before = true；"
    '要每篇都另起一页，在kjqb.toml的[layout]中写articles = "new-page"）；已经另起一页的，增删它前面一篇'
)
"""What helps where a page number has little slack."""

_MOST_NAMED = 6
"""Entries that are named one by one."""

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
        safe = is_safe(entry.slack)
        text.append(" " * (_SLACK_COLUMN - cell_len(slack)) + slack, "" if safe else "yellow")
        text.append("\n" if safe else f"{_WARNING}\n", "bold yellow")
    return text


def warnings(entries: Iterable[ContentsEntry]) -> Iterator[str]:
    """A line for each entry whose page number is not safe; one for all where there are many."""
    unsafe = [entry for entry in entries if not is_safe(entry.slack)]
    if len(unsafe) > _MOST_NAMED:
        yield f"第{_numbers(unsafe)}篇的页码余量不足{SAFE}行"
        return
    for entry in unsafe:
        yield f"第{entry.number}篇“{entry.title}”的页码只有{entry.slack}行余量"


def summary(issue: IssueId, entries: Iterable[ContentsEntry]) -> str:
    """A line for an issue with such entries; empty for one without."""
    numbers = _numbers(entry for entry in entries if not is_safe(entry.slack))
    return f"{issue.label}第{numbers}篇的页码余量不足{SAFE}行" if numbers else ""


def _numbers(entries: Iterable[ContentsEntry]) -> str:
    return "、".join(str(entry.number) for entry in entries)


def _entry(entry: ContentsEntry, marker: str, edge: int) -> Iterator[str]:
    """The entry's lines up to the page number, all but the last with their line end."""
    page = str(entry.page)
    room = edge - cell_len(page) - _LEAST_LEADERS - 2
    *lines, last = wrap(visible(entry.title), room, first=marker, rest=" " * cell_len(marker))
    yield from (f"{line}\n" for line in lines)
    yield f"{last} {'.' * (edge - cell_len(last) - cell_len(page) - 2)} {page}"
