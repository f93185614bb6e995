"""M712: the line of an official document that says who gets copies."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Profile, Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LINE = Pattern(r"\s*(?:抄送|抄报|主送|分送)(?:机关|单位)?\s*[：:]\s*\S")
_COLOPHON = "某市科技信息中心 编辑\n电话：0471-1234567\n"


@rule(
    "M712",
    "copies-unfinished",
    title="抄送机关之后没有句号",
    about="公文版记里“抄送：”之后的各机关，最后一个的后面用句号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "7.4.2"),
    fix=Applicability.SAFE,
    profiles=(Profile.GBT9704,),
    yields_to=("P109",),
    cues="抄主分",
    examples=(
        Example(
            bad=f"{_COLOPHON}抄送：各县区科技局",
            good=f"{_COLOPHON}抄送：各县区科技局。",
            part=Kind.COLOPHON,
        ),
        Example(
            bad=f"{_COLOPHON}抄送：市发展改革委、市财政局；",
            good=f"{_COLOPHON}抄送：市发展改革委、市财政局。",
            part=Kind.COLOPHON,
        ),
    ),
)
def copies_unfinished(part: Part) -> Iterator[Hit]:
    """Such lines of the colophon, or below an article, that end in another mark or in none."""
    if part.kind not in {Kind.COLOPHON, Kind.PARAGRAPH} or not _LINE.match(part.text):
        return
    text = part.text.rstrip()
    if text.endswith("。"):
        return
    if text[-1] in "，、；,;.":
        last = Span(len(text) - 1, len(text))
        yield hit(part.passage, last, f"抄送机关之后的“{text[-1]}”应为句号", Edit(last, "。"))
    else:
        end = Span(len(text), len(text))
        yield hit(part.passage, Span(len(text) - 1, len(text)), "抄送机关之后缺少句号", Edit(end, "。"))
