"""W907: one word in two legal spellings within an issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part, Subject
from kjqb.check.wording import wordings
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.protected import Stretches
from kjqb.text.spans import Span

_TITLE = Pattern("《[^《》]{1,80}》")
"""The name of a document keeps its own spelling."""


@rule(
    "W907",
    "spellings-mixed",
    title="同一个词在本期有两种写法",
    about=(
        "“制定”与“制订”或者“作出”与“做出”这样两种写法都合规范的词，一期里宜统一。"
        "指出的是本期用得较少的写法；书名号里和引文段落里的照原样，不计。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    examples=(
        Example(
            bad="甲县制定规划，明确目标。\n乙县制定办法，丙县制订方案。",
            good="甲县制定规划，明确目标。\n乙县制定办法，丙县制定方案。",
        ),
        Example(bad="会议作出部署，各县做出承诺。", good="会议作出部署，各县作出承诺。"),
    ),
)
def spellings_mixed(subject: Subject) -> Iterator[Hit]:
    """Every instance of a pair's rarer spelling; of equally frequent ones the later to come."""
    pairs: defaultdict[str, defaultdict[str, list[tuple[Part, Span]]]] = defaultdict(lambda: defaultdict(list))
    for part in subject.parts:
        if part.kind is not Kind.QUOTE:
            for span, wording in _spelt(part):
                pairs[wording[0]][wording[1]].append((part, span))
    for spellings in pairs.values():
        usual = max(spellings, key=lambda spelling: len(spellings[spelling]))
        for spelling, places in spellings.items():
            if spelling != usual:
                counts = f"本期“{usual}”{len(spellings[usual])}处、“{spelling}”{len(places)}处"
                yield from (hit(part.passage, span, f"{counts}，写法宜统一") for part, span in places)


def _spelt(part: Part) -> Iterator[tuple[Span, tuple[str, str]]]:
    """The words of pairs in a part: the pair's name and the spelling."""
    titles = Stretches(tuple(Span(*match.span()) for match in _TITLE.finditer(part.text)))
    for span, wording in wordings("spellings").find(part.text):
        if not titles.contains(span):
            yield span, (wording.right, wording.found)
