"""T603: articles without an entry, and entries without an article."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.contents import matching
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity


@rule(
    "T603",
    "entry-missing",
    title="目次与正文篇目不符",
    about="目次收全本期的文章，不多也不少。工作区里的目次由“kjqb toc --write”重新生成即可。",
    severity=Severity.ERROR,
    source=Standard("GB/T 13417—2009", "2.1"),
    yields_to=("T608",),
    examples=(
        Example(
            bad="★ 丙市建立科技特派员工作站.....2\n★ 草原生态修复技术取得突破.....3",
            good="★ 丙市建立科技特派员工作站.....2",
            part=Kind.ENTRY,
            note="正文只有丙市一篇。",
        ),
        Example(
            bad="★ 丁区发布成果转化清单.....2",
            good="★ 丁区发布成果转化清单.....2\n★ 奶业大数据平台上线运行.....5",
            part=Kind.ENTRY,
            note="正文有两篇。",
        ),
    ),
)
def entry_missing(subject: Subject) -> Iterator[Hit]:
    """What one of contents list and text has and the other lacks; nothing where the issue has no contents list."""
    if subject.issue is None or subject.issue.contents is None:
        return
    found = matching(subject)
    for listed in found.listed:
        if listed.title is None:
            yield Hit(listed.entry.title.extent, f"目次列有“{listed.entry.title.text}”，正文没有这一篇")
    for article in found.unlisted:
        yield Hit(article.title.extent, f"目次漏列“{article.title.text}”")
