"""The pages of an issue that a reader wants to see."""

from __future__ import annotations

from kjqb.errors import UsageError
from kjqb.layout.pages import ContentsEntry, Layout, Page


def pages_to_show(layout: Layout, *, page: int | None = None, article: int | None = None) -> tuple[Page, ...]:
    """All pages; or the one of a number; or those on which an article (from 1) stands.

    Raises UsageError for a number that does not exist, or both.
    """
    if page is not None and article is not None:
        raise UsageError("“--page”与“--article”不能同时使用", hint="去掉其中一个")
    if page is not None:
        return _page(layout, page)
    if article is not None:
        return _article(layout, article)
    return layout.pages


def entries_on(layout: Layout, pages: tuple[Page, ...]) -> tuple[ContentsEntry, ...]:
    """The entries of the articles that begin on those pages."""
    numbers = {page.number for page in pages if not page.cover}
    return tuple(entry for entry in layout.entries if entry.page in numbers)


def _page(layout: Layout, number: int) -> tuple[Page, ...]:
    found = tuple(page for page in layout.pages if page.number == number)
    if not found:
        first, last = layout.pages[0].number, layout.pages[-1].number
        raise UsageError(f"没有第{number}页", hint=f"本期的页码从{first}到{last}")
    return found


def _article(layout: Layout, number: int) -> tuple[Page, ...]:
    if not 1 <= number <= len(layout.entries):
        raise UsageError(f"没有第{number}篇文章", hint=f"本期有{len(layout.entries)}篇文章")
    wanted = number - 1
    return tuple(page for page in layout.pages if any(line.block.article == wanted for line in page.lines))
