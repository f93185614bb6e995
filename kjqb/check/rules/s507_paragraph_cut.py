"""S507: paragraphs that a page break has cut in two."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, rule
from kjqb.check.subject import Subject
from kjqb.layout.scars import Scar
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.text.spans import Edit, Span


@rule(
    "S507",
    "paragraph-cut",
    title="段落被分页切断",
    about=(
        "从排好的版面抄回文字时，跨页的段落会断成两段：前一段排满而没有句末标点，后一段接着说。应当接为一段；"
        "是否原本就是两段要对照来稿，所以不自动修改。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(
            bad="全市聚焦新材料、生物医药、智能制造等重点产业，持续完善从基础研究到成果转化的全链条服务体系，引导和推动高校与科研院\n所同企业共建实验室。",
            good="全市聚焦新材料、生物医药、智能制造等重点产业，持续完善从基础研究到成果转化的全链条服务体系，引导和推动高校与科研院所同企业共建实验室。",
        ),
    ),
)
def paragraph_cut(subject: Subject) -> Iterator[Hit]:
    """Places where a paragraph breaks off at a line's end and the next one continues it; the fix joins the two."""
    for scar in subject.scars:
        extent = _extent(scar)
        gap = Span(scar.before.extent.span.end, extent.span.end)
        joinable = extent.source.text[gap.start : gap.end].isspace()
        yield Hit(extent, "段落在此处被分页切断，应与下一段接为一段", (Edit(gap, scar.joint),) if joinable else ())


def _extent(scar: Scar) -> Extent:
    """From the last character before the break up to the first one after it."""
    last = scar.before.strip()
    start = last.at(len(last.text) - 1, len(last.text)).span.start if last.text else scar.before.extent.span.start
    return Extent(scar.before.source, Span(start, max(start, scar.after.strip().extent.span.start)))
