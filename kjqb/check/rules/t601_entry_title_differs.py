"""T601: contents list and article name a title differently."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.contents import matching, printed_alike
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity


@rule(
    "T601",
    "entry-title-differs",
    title="目次题名与正文题目不一致",
    about=(
        "目次里的题名与正文题目逐字相同。工作区里的目次由“kjqb toc --write”重新生成即可；"
        "整期文本里哪一处为准，由编辑决定。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 13417—2009"),
    yields_to=("T608",),
    examples=(
        Example(
            bad="★ 某市以数字技术赋能设施农业.....2\n★ 某县启动农业科技园区建设.....4",
            good="★ 某市以数字技术赋能设施农业.....2\n★ 某县启动科技园区建设.....4",
            part=Kind.ENTRY,
            note="正文第二篇的题目是“某县启动科技园区建设”。",
        ),
    ),
)
def entry_title_differs(subject: Subject) -> Iterator[Hit]:
    """Entries whose title is not that of the article, or of the line in the text, that they stand for."""
    for listed in matching(subject).listed:
        if listed.title and not printed_alike(listed.entry.title.text, listed.title.text):
            message = f"目次作“{listed.entry.title.text}”，正文作“{listed.title.text}”"
            yield Hit(listed.entry.title.extent, message)
