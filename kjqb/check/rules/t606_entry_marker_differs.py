"""T606: markers of the lines of a contents list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.model.issue import Entry
from kjqb.text.spans import Edit, Span

_BULLETS = "-–— \t\u3000\u00a0"
"""What an outline or an import puts in front of the marker."""


@rule(
    "T606",
    "entry-marker-differs",
    title="目次标记缺失或不一致",
    about=("目次每条前面用同一个标记。工作区里以kjqb.toml的[contents] marker为准；单独的文本以多数条目的标记为准。"),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(
            bad="★ 子市开展科技下乡.....2\n☆ 丑县推广保护性耕作.....3",
            good="★ 子市开展科技下乡.....2\n★ 丑县推广保护性耕作.....3",
            part=Kind.ENTRY,
        ),
        Example(
            bad="★ 寅市新增孵化器.....2\n卯县建成共享平台.....3",
            good="★ 寅市新增孵化器.....2\n★ 卯县建成共享平台.....3",
            part=Kind.ENTRY,
        ),
    ),
)
def entry_marker_differs(subject: Subject) -> Iterator[Hit]:
    """Lines without the marker, or with another one; nothing where the list is made from data."""
    if subject.issue is None or subject.issue.contents is None or subject.issue.contents.stored:
        return
    usual = subject.bulletin.contents.marker if subject.bulletin else _commonest(subject.entries)
    for entry in subject.entries if usual else ():
        marker = _marker(entry)
        if marker != usual:
            yield _hit(entry, marker, usual)


def _hit(entry: Entry, marker: str, usual: str) -> Hit:
    if marker:
        at = entry.line.text.index(marker)
        span = Span(at, at + len(marker))
        return hit(entry.line, span, f"目次标记“{marker}”应为“{usual}”", Edit(span, usual))
    at = _title_start(entry)
    return hit(entry.line, Span(at, at + 1), f"这一条缺目次标记“{usual}”", Edit(Span(at, at), f"{usual} "))


def _title_start(entry: Entry) -> int:
    return entry.line.text.index(entry.title.text) if entry.title.text in entry.line.text else 0


def _marker(entry: Entry) -> str:
    return entry.line.text[: _title_start(entry)].strip(_BULLETS)


def _commonest(entries: tuple[Entry, ...]) -> str:
    """The marker that most lines bear, the first of several; empty where none has one."""
    counted = Counter(marker for entry in entries if (marker := _marker(entry)))
    return counted.most_common(1)[0][0] if counted else ""
