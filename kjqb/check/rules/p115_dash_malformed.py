"""P115: dashes in another form than one line of two cells."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_chinese, is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LINE = "-－–—―─━"
_RUN = Pattern(rf"(?!--[a-z])[{_LINE}]+(?: +[—―─]+)*")
_EXPLAINS = Pattern("[这那即]|也就是|就是|一[个种项条座批场]|是(?!否)")
_PAUSES = "，。；：！？"
_CLAUSE_STARTS = "。；：！？"
_DASH = "——"


@rule(
    "P115",
    "dash-malformed",
    title="破折号形式不对",
    about=(
        "破折号是占两个字的一条线，不用两个连字符或别的横线代替，也不用一字线；"
        "连接时间、地点、数值或复合名称的一字线不算。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.10.2"),
    fix=Applicability.UNSAFE,
    cues=_LINE,
    yields_to=("P142", "D011"),
    examples=(
        Example(bad="朝着一个目标--建成创新型城市。", good="朝着一个目标——建成创新型城市。"),
        Example(bad="—创建高新技术产业园区。", good="——创建高新技术产业园区。"),
        Example(bad="这里有全县第一座中试基地—这也是全市第三座。", good="这里有全县第一座中试基地——这也是全市第三座。"),
    ),
)
def dash_malformed(part: Part) -> Iterator[Hit]:
    """Lines beside Chinese that are no dash of two cells, and single ones that cannot be meant to connect."""
    text = part.text
    for match in _RUN.finditer(text):
        run, span = match[0], Span(*match.span())
        if run == _DASH or not _is_in_chinese(text, span):
            continue
        if len(run) > 1:
            if run.strip(_LINE) == "" and set(run) == {"—"} and len(run) % 2 == 0 and _fills(text, span):
                continue
            yield hit(part.passage, span, f"“{run}”应为破折号“——”", Edit(span, _DASH))
        elif run in "—―─━" and _is_dash(part, span):
            yield hit(part.passage, span, f"“{run}”应为破折号“——”", Edit(span, _DASH))
        elif run in "–―─━" and _joins_han(text, span):
            yield hit(part.passage, span, f"“{run}”应为破折号“——”或一字线“—”")


def _is_in_chinese(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 2) : span.start].rstrip()[-1:], text[span.end : span.end + 2].lstrip()[:1]
    return any(one != "" and (is_chinese(one) or one in "“”") for one in (before, after))


def _is_dash(part: Part, span: Span) -> bool:
    """Whether a single line opens a paragraph or an item, stands at a pause, or is followed by an explanation."""
    text = part.text
    before, after = text[max(0, span.start - 2) : span.start].strip(), text[span.end : span.end + 1]
    if after and after in _PAUSES:
        return True
    if not after or not (is_han(after) or after in "“《"):
        return False
    opens = not before and not text[: min(span.start, 8)].strip() and part.kind is not Kind.CELL
    return opens or before[-1:] in set(_PAUSES) or _EXPLAINS.match(text, span.end) is not None


def _joins_han(text: str, span: Span) -> bool:
    around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    return span.start > 0 and len(around) == 2 and all(map(is_han, around))


def _fills(text: str, span: Span) -> bool:
    """Whether it is a rule to write on: nothing follows but a mark."""
    return not text[span.end : span.end + 1].strip("。；，")
