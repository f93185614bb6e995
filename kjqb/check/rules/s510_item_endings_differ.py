"""S510: items of one list that end in different marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kjqb.check.endings import Ending, differing
from kjqb.check.lists import Listing, blocks_of, listings
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit


@rule(
    "S510",
    "item-endings-differ",
    title="同一列举各项末尾标点不一致",
    about=(
        "同一列举的各项末尾用同一种标点：或都用句号，或前几项用分号、末项用句号。以多数项为准；"
        "有一项内部已用句号的，各项都用句号。一项写成几段的列举不查。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011"),
    fix=Applicability.UNSAFE,
    yields_to=("P120", "P109"),
    examples=(
        Example(bad="一是筑平台。二是引人才；三是优服务。", good="一是筑平台。二是引人才。三是优服务。"),
        Example(
            bad="（1）组织选题；\n（2）开展评审。\n（3）落实立项；\n（4）做好验收。",
            good="（1）组织选题；\n（2）开展评审；\n（3）落实立项；\n（4）做好验收。",
        ),
    ),
)
def item_endings_differ(article: Article) -> Iterator[Hit]:
    """Items, each of one paragraph or all within one, of which some do not end as most do."""
    place = blocks_of(article)
    for listing in listings(article):
        for ending, right in differing(_endings(listing, place)):
            message = f"各项末尾标点不一致，“{ending.mark}”应为“{right}”"
            yield hit(ending.passage, ending.span, message, Edit(ending.span, right))


def _endings(listing: Listing, place: dict[int, int]) -> list[Ending]:
    """Those of a list whose items are a paragraph each or stand in one paragraph; none of any other."""
    items = listing.items
    if listing.first.in_heading or len(items) < 2:
        return []
    endings: list[Ending] = []
    if all(item.passage is items[0].passage for item in items):
        endings = [Ending.of(item.passage, item.span.end, after.span.start) for item, after in pairwise(items)]
        last = items[-1]
        return [*endings, Ending.of(last.passage, last.span.end, _sentence_end(last.passage.text, last.span.end))]
    at = [place[id(item.passage)] for item in items]
    if at != list(range(at[0], at[0] + len(at))) or not all(item.opens_block for item in items):
        return []
    return [Ending.of_block(item.passage) for item in items]


def _sentence_end(text: str, start: int) -> int:
    """Behind the first 。 from a place on, or the text's end."""
    at = text.find("。", start)
    return at + 1 if at >= 0 else len(text)
