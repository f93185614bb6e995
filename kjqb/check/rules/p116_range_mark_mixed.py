"""P116: range marks that differ within an issue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from kjqb.check.ranges import RIGHT, Range, RangeKind, ranges
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part, Subject
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit

_APART = frozenset({Kind.MASTHEAD, Kind.ISSUE_LINE, Kind.OFFICE, Kind.COLOPHON})


@rule(
    "P116",
    "range-mark-mixed",
    title="范围号不统一",
    about=(
        "数值范围用浪纹线“～”或一字线“—”都可以，起止时间通常用一字线，但一期之内同一类只用一种，以多的为准；"
        "半角波浪号和短横线不是范围号。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.3"),
    fix=Applicability.UNSAFE,
    yields_to=("P142", "N303", "N301", "N302"),
    examples=(
        Example(
            bad="每县建站3～5家，每乡建点6—8处，每村设岗1～2个。",
            good="每县建站3～5家，每乡建点6～8处，每村设岗1～2个。",
        ),
        Example(bad="每县建站3~5家。", good="每县建站3～5家。"),
        Example(bad="项目于2021–2023年实施。", good="项目于2021—2023年实施。"),
    ),
)
def range_mark_mixed(subject: Subject) -> Iterator[Hit]:
    """Of each kind of range those with another mark than most, and those with a sign that is no range mark."""
    found: defaultdict[RangeKind, list[tuple[Part, Range]]] = defaultdict(list)
    for part in subject.parts:
        if part.kind not in _APART:
            for one in ranges(part.text):
                found[one.kind].append((part, one))
    for kind, all_of_kind in found.items():
        usual = _usual(kind, (one for _, one in all_of_kind))
        for part, one in all_of_kind:
            if one.mark != usual:
                why = f"本期{kind.value}多用后者" if one.mark in RIGHT else "前者不是范围号"
                yield hit(part.passage, one.span, f"“{one.mark}”应为“{usual}”，{why}", Edit(one.at, usual))


def _usual(kind: RangeKind, found: Iterable[Range]) -> str:
    """The mark of most ranges of the kind, of two as frequent the first; the house's where none has a right one."""
    marks = Counter(one.mark for one in found if one.mark in RIGHT)
    return marks.most_common(1)[0][0] if marks else "～" if kind is RangeKind.VALUE else "—"
