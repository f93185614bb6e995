"""D008: a contents list that Word cannot bring up to date."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, rule
from kjqb.check.word_faults import once_each
from kjqb.check.word_layout import Placed, WordLayout
from kjqb.layout.styles import Role
from kjqb.model.bulletin import Severity
from kjqb.ooxml.document import TAB
from kjqb.text.pattern import Pattern

_LEADERS = Pattern(r"(?:[.．·・…⋯‥_]{2,}|…)(?=\s*\d+\s*$)")
_BLANKS = Pattern(r"[ \u3000]{2,}(?=\d+\s*$)")


@rule(
    "D008",
    "contents-typed",
    title="目次是打上去的",
    about=(
        "目次的引导点用右对齐制表位的前导符，页码用域，改版以后才能在Word里更新，页码才排得齐；"
        "一个一个打上去的点和数字做不到。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(
            bad="〔目次：页码为数字〕\n平台面向全市开放。",
            good="〔目次：页码为域〕\n平台面向全市开放。",
            note="目次各条的页码是否为域，在Word里按Alt+F9可以看到。",
        ),
        Example(
            bad="〔目次：引导点为句点〕\n平台面向全市开放。", good="〔目次：引导点为制表位前导符〕\n平台面向全市开放。"
        ),
    ),
)
def contents_typed(layout: WordLayout) -> Iterator[Hit]:
    """Entries whose leaders or page number somebody has typed."""
    entries = layout.of_roles(Role.CONTENTS_ENTRY)
    yield from once_each((each.whole, message) for each in entries for message in _faults(each))


def _faults(each: Placed) -> Iterator[str]:
    paragraph = each.paragraph
    if _LEADERS.search(each.text) or _BLANKS.search(each.text):
        yield "目次的引导点是打上去的，应为制表位的前导符"
    elif TAB in each.text and not any(kind in {"right", "end"} for kind, _ in paragraph.format.tabs):
        yield "目次的页码没有右对齐的制表位"
    elif TAB in each.text and all(leader in {"none", ""} for _, leader in paragraph.format.tabs):
        yield "目次的制表位没有前导符"
    keywords = {found.keyword for found in paragraph.fields} | paragraph.within
    if not keywords & {"PAGEREF", "TOC", "REF"}:
        yield "目次的页码是打上去的数字，应为自动目次的域"
