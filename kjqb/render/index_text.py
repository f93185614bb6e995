"""A cumulative index as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.model.cumulative_index import By, CumulativeIndex, Entry, IndexPart, group_title, printed

_BLANK = "　"


def index_text(index: CumulativeIndex) -> str:
    """The index, each heading in a line of its own."""
    return "\n".join(_lines(index)) + "\n"


def _lines(index: CumulativeIndex) -> Iterator[str]:
    yield from (index.title, f"累积索引（{index.span}）", "", "编制说明", *index.preface)
    for part in index.parts:
        yield from ("", f"【{part.by.title}】", *_part(part))


def _part(part: IndexPart) -> Iterator[str]:
    group = section = ""
    for entry in part.entries:
        if entry.group != group:
            group, section = entry.group, ""
            yield from ("", group_title(group))
        if entry.section != section and entry.section:
            section = entry.section
            yield f"〔{section}〕"
        yield from _entry(entry, _BLANK * max(entry.level - 1, 0), is_title=part.by is By.CONTENTS)


def _entry(entry: Entry, indent: str, *, is_title: bool) -> Iterator[str]:
    heading = entry.heading
    if is_title and entry.authors:
        heading += f"（{'、'.join(entry.authors)}）"
    if entry.divisions:
        yield f"{indent}{heading}"
        yield from (f"{indent}{_BLANK}{each.label}{_BLANK}{printed(each.locators)}" for each in entry.divisions)
    elif entry.see:
        yield f"{indent}{heading}{_BLANK}见 {'；'.join(entry.see)}"
    else:
        yield f"{indent}{heading}{_BLANK}{printed(entry.locators)}".rstrip()
    if entry.see_also:
        yield f"{indent}{_BLANK}参见 {'；'.join(entry.see_also)}"
