"""M704: year and number that contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.issue_lines import issue_of_file, stated_issue
from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.model.issue import Issue, IssueId
from kjqb.model.source import Passage
from kjqb.text.spans import Edit, Span


@rule(
    "M704",
    "issue-number-conflicting",
    title="年份、期号前后不一",
    about=(
        "刊头、刊尾和文件名（工作区里是文件夹名）所说的年份、期号应当相同。"
        "三处里有两处相同的，第三处可自动改正；各说各的，由编辑决定。"
    ),
    severity=Severity.ERROR,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(
            bad="某市科技信息中心 编辑\n电话：0471-1234567\n本刊2024年第2期印80份",
            good="某市科技信息中心 编辑\n电话：0471-1234567\n本刊2024年第1期印80份",
            part=Kind.COLOPHON,
            note="刊头是“2024年第1期”，文件名是“2024-01.txt”。",
        ),
        Example(
            bad="2023年第1期",
            good="2024年第1期",
            part=Kind.ISSUE_LINE,
            note="文件名是“2024-01.txt”。",
        ),
    ),
)
def issue_number_conflicting(subject: Subject) -> Iterator[Hit]:
    """Statements in masthead and colophon that differ from what the issue is."""
    if subject.issue is None:
        return
    written = list(_written(subject.issue))
    named = _named(subject.issue)
    issue, certain = _agreed([*named, *(stated for stated, _, _ in written)])
    elsewhere = "别处" if certain else "文件名" if named else "刊头"
    for stated, passage, span in written:
        if issue and stated != issue:
            edits = (Edit(span, issue.label),) if certain else ()
            yield hit(passage, span, f"此处为{stated.label}，{elsewhere}为{issue.label}", *edits)


def _written(issue: Issue) -> Iterator[tuple[IssueId, Passage, Span]]:
    """What masthead and colophon say, and where."""
    for passage in (issue.masthead.issue_line, *issue.colophon):
        stated = stated_issue(passage.text) if passage else None
        if passage and stated:
            yield stated[0], passage, stated[1]


def _named(issue: Issue) -> list[IssueId]:
    """What the folder or the file is called; in a workspace the folder has made the masthead, and counts for both."""
    if issue.masthead.issue_line is None:
        return [issue.id, issue.id]
    named = issue_of_file(issue.masthead.title.source.name)
    return [named] if named else []


def _agreed(statements: list[IssueId]) -> tuple[IssueId | None, bool]:
    """The issue that most statements name, in a tie the first; and whether more than one name it, and no tie."""
    ranked = Counter(statements).most_common(2)
    if not ranked:
        return None, False
    tie = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return ranked[0][0], not tie and ranked[0][1] > 1
