"""P102: half-width full stops in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_chinese, is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_STOP = Pattern(r"(?<![.．])[.．](?![.．])(?: +(?=\S))?")
_CLOSERS = "”’』」\"')]"
_ORDINAL = Pattern(
    r"(?:^|(?<=[。；：！？，]))[\s（(]*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛]|[A-Za-z])[）)]?$"
)
_EXTENSION = Pattern(r"(?:[a-z]{2,5}\d?|NET)(?![A-Za-z])")
_DATE = Pattern(r"\d{1,4} ?[年月日]")
_MEASURED = Pattern(r"(?:[至到达为超过约共增减近降升占长][\d.,]{1,12}|[%‰℃])$")
_LATIN_END = Pattern(r"[^\x00-\xff][A-Za-z][A-Za-z0-9]{1,15}$")
_ABBREVIATED = Pattern(r"(?:^|[^A-Za-z])(?:No|Vol|Fig|Dr|Mr|Ms|Mrs|St|Jr|vs|etc|Inc|Ltd|Co|Corp|Prof|al)$")
_NEAR = 24


@rule(
    "P102",
    "half-width-stop",
    title="句号误作半角点",
    about="中文的句号是小圆圈，不用半角或全角的小数点。小数、章节号、文件名、外文缩写里的点不算。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "4.1.2"),
    fix=Applicability.SAFE,
    yields_to=("P123", "N317"),
    cues=".．",
    examples=(
        Example(bad="平台试运行以来成效明显.", good="平台试运行以来成效明显。"),
        Example(bad="项目通过验收.全部设备投入使用。", good="项目通过验收。全部设备投入使用。"),
        Example(bad="全市技术合同成交额同比增长16.6%.", good="全市技术合同成交额同比增长16.6%。"),
    ),
)
def half_width_stop(part: Part) -> Iterator[Hit]:
    """Single dots that end a Chinese sentence; one that ends a title is superfluous and left to P110."""
    text = part.text
    last = len(text.rstrip())
    for match in _STOP.finditer(text):
        at = match.start()
        if not (part.kind.is_title and at + 1 >= last) and _ends_sentence(text, at, match.end()):
            yield hit(part.passage, Span(*match.span()), f"“{text[at]}”应为句号“。”", Edit(Span(*match.span()), "。"))


def _ends_sentence(text: str, at: int, end: int) -> bool:
    near = text[max(0, at - _NEAR) : at]
    before = near.rstrip(_CLOSERS)[-1:]
    behind = text[end : end + 1]
    at_end = not text[end : end + _NEAR].strip(_CLOSERS + "　 ”’）》")
    if _ORDINAL.search(near):
        return False
    if before and is_chinese(before):
        return not _goes_on(text, end, before, behind)
    if not (at_end or is_chinese(behind) or behind in "“‘"):
        return False
    if before.isdigit() or before in set("%‰℃"):
        return _MEASURED.search(near) is not None
    return _LATIN_END.search(near) is not None and not _ABBREVIATED.search(near)


def _goes_on(text: str, end: int, before: str, behind: str) -> bool:
    """Whether the dot behind Chinese is that of a file's name or of a decimal without its nought."""
    if not is_han(before) or not behind:
        return False
    if re.match("[0-9]", behind):
        return not _DATE.match(text, end)
    return _EXTENSION.match(text, end) is not None
