"""What an import proposes for an editor to confirm: the regions that a title names, and terms of the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kjqb.model.article import Article, Suggested
from kjqb.tables.regions import find_regions

_TERM = re.compile(r"“(?P<term>[^“”‘’，。；：！？…\s]{2,12})”|《(?P<work>[^《》\s]{2,40})》")
"""A term in quotation marks, or a work: no clause, and not a single character."""

_HAN_OR_LETTER = re.compile(r"[^\W\d_]")
_MOST = 8
"""Keywords; an article rarely has more subjects."""


def with_suggestions(article: Article) -> Article:
    """The article with suggestions for what it does not say itself: regions, and keywords."""
    regions = () if article.regions else tuple(region.code for region in find_regions(article.title.text))
    keywords = () if article.keywords else _keywords(article)
    return replace(article, regions=article.regions or regions, suggested=Suggested(regions, keywords))


def _keywords(article: Article) -> tuple[str, ...]:
    """The quoted terms and works of the text, the most frequent first, equals in the order of the text."""
    counted = Counter(_terms(article))
    return tuple(term for term, _ in counted.most_common(_MOST))


def _terms(article: Article) -> Iterator[str]:
    for passage in article.passages:
        for match in _TERM.finditer(passage.text):
            term = match["term"] or match["work"]
            if _HAN_OR_LETTER.search(term):
                yield term
