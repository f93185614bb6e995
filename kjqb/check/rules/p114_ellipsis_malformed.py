"""P114: ellipses in another form than two cells of six dots."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_RUN = Pattern("[…⋯‥]+|(?<![.．])(?:[.．]{2,}|(?:[.．] ){2,}[.．])(?![.．])|[·・•]{3,}")
_RIGHT = ("……", "…………")
_LEADS_TO_PAGE = Pattern(r"\s*(?:第 ?)?\d{1,4}(?: ?页)?\s*$")
_NEAR_QUOTES = "“”‘’\"' "
_REACH = 3


@rule(
    "P114",
    "ellipsis-malformed",
    title="省略号形式不对",
    about=(
        "省略号是居中的六个小圆点，占两个字的位置；连用时最多十二个点，表示省略了整段或整行。"
        "目次里的引导点是另一种符号，不算；外文和算式里的三个点也不算。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.11.2、A.9.1"),
    fix=Applicability.SAFE,
    yields_to=("P113",),
    cues="…⋯‥.．·・•",
    examples=(
        Example(bad="水稻、小麦、玉米...都已收割。", good="水稻、小麦、玉米……都已收割。"),
        Example(bad="从选题到评审，从立项到验收…", good="从选题到评审，从立项到验收……"),
        Example(bad="山水林田湖草沙………………处处是课堂。", good="山水林田湖草沙……处处是课堂。"),
    ),
)
def ellipsis_malformed(part: Part) -> Iterator[Hit]:
    """Runs of dots beside Chinese that are neither one ellipsis nor two, nor lead to a page number."""
    text = part.text
    for match in _RUN.finditer(text):
        run = match[0]
        if run in _RIGHT or not _is_in_chinese(text, *match.span()) or _LEADS_TO_PAGE.match(text, match.end()):
            continue
        span = Span(*match.span())
        if len(run) == 2 and run[0] in ".．":
            yield hit(part.passage, span, f"“{run}”应为句号“。”或省略号“……”")
        else:
            yield hit(part.passage, span, f"“{run}”应为省略号“……”", Edit(span, "……"))


def _is_in_chinese(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _REACH) : start].rstrip(_NEAR_QUOTES)[-1:]
    after = text[end : end + _REACH].lstrip(_NEAR_QUOTES)[:1]
    if before in "，、,+" and before and after in "，、,+" and after:
        return False
    return any(one != "" and is_chinese(one) for one in (before, after))
