"""M703: an issue's number against those of the issues before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kjqb.check.archive import Archive
from kjqb.check.rule import HOUSE, Hit, rule
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity
from kjqb.model.issue import FIRST_NUMBER, Issue, IssueId
from kjqb.model.source import Extent
from kjqb.text.spans import Span


@rule(
    "M703",
    "issue-number-out-of-sequence",
    title="期号与已有各期重复或不相连",
    about=(
        "一年之内期号从1起依次编排。期号与工作区里已有的一期相同而文章不同，是重号；"
        "与前一期之间缺号，可能是漏编，也可能是前一期还没有收进工作区，只作提示。"
    ),
    severity=Severity.ERROR,
    source=HOUSE,
    examples=(),
)
def issue_number_out_of_sequence(subject: Subject) -> Iterator[Hit]:
    """A number that another issue bears, or one that does not follow the number of the issue before it."""
    issue, archive = subject.issue, subject.archive
    if issue is None or archive is None or not issue.id.year:
        return
    if issue.id in archive.issues:
        if not _is_the_same(issue, archive):
            yield Hit(_place(issue, archive), f"{issue.id.label}已经有了，期号重复")
        return
    before = list(takewhile(lambda other: other < issue.id, archive.issues))
    if before:
        expected = _following(before[-1], issue.id)
        if expected != issue.id:
            message = f"上一期是{before[-1].label}，本期应为{expected.label}，或缺{_gap(expected, issue.id)}"
            yield Hit(_place(issue, archive), message, severity=Severity.INFO)


def _following(before: IssueId, issue: IssueId) -> IssueId:
    """The number to be expected: one more, in a new year the first."""
    return IssueId(issue.year, before.number + 1 if before.year == issue.year else FIRST_NUMBER)


def _gap(first: IssueId, issue: IssueId) -> str:
    last = issue.number - 1
    return f"第{first.number}期" if last == first.number else f"第{first.number}期至第{last}期"


def _is_the_same(issue: Issue, archive: Archive) -> bool:
    """Whether the archive's issue of that number is this one, printed or imported: at least half of its titles."""
    titles = {_key(article.title.text) for article in issue.articles}
    kept = {_key(article.title) for article in archive.articles(issue.id)}
    return 2 * len(titles & kept) >= len(titles)


def _place(issue: Issue, archive: Archive) -> Extent:
    if archive.stated:
        return Extent(archive.stated, Span(0, 0))
    return (issue.masthead.issue_line or issue.masthead.title).extent


def _key(text: str) -> str:
    return "".join(text.split())
