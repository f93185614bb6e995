"""T604: page numbers of the contents list."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.contents import matching
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.model.issue import Entry

_LOOSE = 3
"""An issue in a loose text may be so many times as long as its text alone, for pictures and short pages."""


@rule(
    "T604",
    "entry-page-wrong",
    title="目次页码不对",
    about=(
        "目次页码是文章起始的页码。工作区里与编排所得逐一核对，用“kjqb toc --write”更新；"
        "整期文本没有编排，只看页码是否依次递增、是否超出全文可能的页数。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 13417—2009"),
    examples=(
        Example(
            bad="★ 戊市出台人才新政.....4\n★ 己县培育盐碱地新品种.....3",
            good="★ 戊市出台人才新政.....2\n★ 己县培育盐碱地新品种.....3",
            part=Kind.ENTRY,
        ),
    ),
)
def entry_page_wrong(subject: Subject) -> Iterator[Hit]:
    """Numbers that are not those of the layout; where there is none, that go down or cannot be."""
    yield from _stale(subject) if subject.pages else _implausible(subject)


def _stale(subject: Subject) -> Iterator[Hit]:
    for listed in matching(subject).listed:
        if listed.article is not None:
            page, right = listed.entry.page, subject.pages[listed.article]
            if page.text.strip() != str(right):
                yield Hit(page.extent, f"页码应为{right}，目次作{page.text.strip()}")


def _implausible(subject: Subject) -> Iterator[Hit]:
    last, limit = 1, _most_pages(subject)
    for entry in subject.entries:
        page = _number(entry)
        if page is None:
            yield Hit(entry.page.extent, f"“{entry.page.text}”不是页码")
        elif page < last:
            yield Hit(entry.page.extent, f"页码{page}小于前一条的{last}" if page else "页码不能为0")
        elif page > limit:
            yield Hit(entry.page.extent, f"页码{page}超出了本期可能的页数")
        else:
            last = page


def _number(entry: Entry) -> int | None:
    digits = entry.page.text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None


def _most_pages(subject: Subject) -> int:
    setup = subject.page_setup
    characters = sum(article.characters for article in subject.articles)
    full = -(-characters // (setup.characters * setup.lines))
    return _LOOSE * (1 + len(subject.articles) + full)
