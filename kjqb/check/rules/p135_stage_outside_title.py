"""P135: 试行, 草案 and the like outside of the title marks."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_STAGE = Pattern(
    "》(?P<stage>（(?:试行|试行稿|暂行|试用|试用本|草案|草案稿|草稿|修订草案|修正草案|修正案草案|草案[一二三]次审议稿"
    "|[一二三]次审议稿|公开征求意见稿|征求意见稿|讨论稿|送审稿|报批稿|审议稿|修订稿|修改稿|初稿|建议稿)）)"
)


@rule(
    "P135",
    "stage-outside-title",
    title="“（试行）”“（草案）”等写到了书名号外",
    about="“试行”“草案”“征求意见稿”等是文件名称的一部分，连同括号放在书名号内。报纸的“（海外版）”之类不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.13.4"),
    fix=Applicability.UNSAFE,
    cues="》",
    examples=(
        Example(
            bad="某市印发《科技平台管理办法》（试行）。",
            good="某市印发《科技平台管理办法（试行）》。",
        ),
        Example(
            bad="会议审议《数据共享条例》（草案），并提出修改意见。",
            good="会议审议《数据共享条例（草案）》，并提出修改意见。",
        ),
    ),
)
def stage_outside_title(part: Part) -> Iterator[Hit]:
    """The stage of a document, in brackets behind the mark that closes its title."""
    for match in _STAGE.finditer(part.text):
        span, stage = Span(*match.span()), match["stage"]
        yield hit(part.passage, span, f"“{stage}”应放在书名号内", Edit(span, f"{stage}》"))
