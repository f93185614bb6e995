"""D012: a number, or a number and its unit, parted by the end of a line of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.line_ends import LineEnd, faulty_ends
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_layout import WordLayout
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern

_OPEN = Pattern(r"[0-9][.,]?$")
_NUMBER = Pattern(r"[0-9]")
_SEPARATED = Pattern(r"[.,][0-9]")
_UNIT = Pattern(
    r"(?:[%‰℃°Ω]|(?:da|[YZEPTGMkhdcmμµnpf])?(?:mol|cd|Hz|Pa|Wh|eV|VA|bps|lx|lm|Sv|Bq|[mgsAKNJWVCFTHLlBtΩ])[²³⁻23]?"
    r"|hm2|hm²|ha|min|h|d|dB|rpm|nm|mu)(?![A-Za-z])"
)


@rule(
    "D012",
    "number-parted",
    title="数值断在两行或与单位分开",
    about=(
        "用阿拉伯数字写的数值不断开移行，百分号和单位符号也不与数值分在两行。"
        "文件里只有手工换行和Word记下的分页处知道行在哪里断，只检查这些地方。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.7.2"),
    examples=(
        Example(bad="平台入库设备12↵00台。", good="平台入库设备↵1200台。"),
        Example(bad="设备共享率达到85↵%。", good="设备共享率达到↵85%。"),
        Example(bad="试验田每亩施肥15 ↵kg。", good="试验田每亩施肥↵15 kg。"),
    ),
)
def number_parted(layout: WordLayout) -> Iterator[Hit]:
    """Ends of lines within a number, or between it and its unit."""
    yield from (Hit(extent, message) for extent, message in faulty_ends(layout, _fault))


def _fault(end: LineEnd) -> str:
    if not _OPEN.search(end.before):
        return ""
    if _NUMBER.match(end.after):
        return "数值断在两行"
    if not end.before[-1].isdigit():
        return ""
    if _SEPARATED.match(end.after):
        return "数值断在两行"
    unit = _UNIT.match(end.after)
    return f"“{unit[0]}”与它的数值分在两行" if unit else ""
