"""S502: a list of which there is only the first item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kjqb.check.enumerators import Series
from kjqb.check.lists import blocks_of, listings
from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern

_GOES_ON = {
    Series.COUNTER: Pattern("二是|二来|二则|二要|其二|另一|另是|再是|再则|再者|再一|再有|还有"),
    Series.ORDINAL: Pattern("第二|其次|再次|另外"),
}
"""What continues a list in other words."""
_NEAR = 1500


@rule(
    "S502",
    "item-single",
    title="列举只有“一是”，没有“二是”",
    about="有“一是”就应有“二是”，只有一项的不列序次语；也可能漏排了后面的项，或后面换了说法。",
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(
            bad="全市从两方面入手。一是搭建平台，推动设备共享。同时加强人才引进，完善配套服务。",
            good="全市从两方面入手。一是搭建平台，推动设备共享。二是加强人才引进，完善配套服务。",
        ),
        Example(
            bad="一是健全项目管理制度。\n加强项目跟踪管理。",
            good="一是健全项目管理制度。\n二是加强项目跟踪管理。",
        ),
    ),
)
def item_single(article: Article) -> Iterator[Hit]:
    """Lists of 一是 or 第一， that nothing follows, neither in this paragraph nor in the next ones."""
    later = blocks_of(article)
    for listing in listings(article):
        first = listing.first
        goes_on = _GOES_ON.get(first.series)
        if goes_on is None or len(listing.items) > 1:
            continue
        rest = first.passage.text[first.span.end : first.span.end + _NEAR]
        for block in islice(article.blocks, later[id(first.passage)] + 1, None):
            if len(rest) >= _NEAR or not hasattr(block, "passage"):
                break
            rest += block.passage.text[: _NEAR - len(rest)]
        if not goes_on.search(rest):
            second = first.relabelled(2)
            yield hit(first.passage, first.span, f"只有“{first.label}”，没有“{second}”")
