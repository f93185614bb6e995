"""D014: emphasis by an underline."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import once_each, runs_of
from kjqb.check.word_layout import WordLayout
from kjqb.layout.styles import Role
from kjqb.model.bulletin import Severity
from kjqb.ooxml.document import WordRun
from kjqb.text.characters import is_han


@rule(
    "D014",
    "emphasis-underlined",
    title="用下划线表示着重",
    about="着重号用下圆点（Word“字体”里的“着重号”），不用下划线；网址和填空的横线不算，目次的链接也不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.10"),
    examples=(
        Example(bad="平台面向〔下划线〕全市〔无下划线〕开放。", good="平台面向〔着重号〕全市〔无着重号〕开放。"),
    ),
)
def emphasis_underlined(layout: WordLayout) -> Iterator[Hit]:
    """Underlined Chinese."""
    yield from once_each(
        (each.extent(run.span.start, run.span.end), "用下划线表示着重，应改用着重号")
        for each, run in runs_of(layout)
        if each.role is not Role.CONTENTS_ENTRY and _is_underlined(run) and any(map(is_han, each.shown(run)))
    )


def _is_underlined(run: WordRun) -> bool:
    return run.format.underline not in {"none", ""}
