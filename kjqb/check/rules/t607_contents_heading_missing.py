"""T607: the heading of a contents list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit, Span


@dataclass(frozen=True, slots=True)
class HeadingText:
    """What stands above the list."""

    heading: Literal["none", "目次", "目录"] = field(
        default="none",
        metadata={"about": "目次上方的标题；none为以kjqb.toml的[contents] heading为准，那里也没有就不查"},
    )


@rule(
    "T607",
    "contents-heading-missing",
    title="目次缺标题",
    about="期刊的目次上方标“目次”二字。只在设了标题时检查整期文本；工作区里的目次标题由排印时生成，不会缺。",
    severity=Severity.INFO,
    source=Standard("GB/T 13417—2009"),
    fix=Applicability.SAFE,
    examples=(
        Example(
            bad="★ 辰市发布科技成果清单.....2",
            good="目次\n★ 辰市发布科技成果清单.....2",
            part=Kind.ENTRY,
            config='heading = "目次"',
        ),
        Example(
            bad="目录\n★ 巳县建成科技小院.....2",
            good="目次\n★ 巳县建成科技小院.....2",
            part=Kind.ENTRY,
            config='heading = "目次"',
        ),
    ),
)
def contents_heading_missing(subject: Subject, options: HeadingText) -> Iterator[Hit]:
    """A printed list without the heading asked for, or with another one."""
    contents = subject.issue.contents if subject.issue else None
    asked = options.heading if options.heading != "none" else _configured(subject)
    if contents is None or contents.stored or not contents.entries or not asked:
        return
    if contents.heading is None:
        line = contents.entries[0].line
        yield hit(line, Span(0, 1), f"目次上方缺标题“{asked}”", Edit(Span(0, 0), f"{asked}\n"))
        return
    heading = contents.heading
    if "".join(heading.text.split()) != "".join(asked.split()):
        whole = Span(0, len(heading.text))
        yield hit(heading, whole, f"目次标题作“{heading.text}”，应为“{asked}”", Edit(whole, asked))


def _configured(subject: Subject) -> str:
    return subject.bulletin.contents.heading if subject.bulletin else ""
