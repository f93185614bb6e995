"""Short names as an article defines them: （以下简称《通知》）, （以下简称“平台”）, （下称联席会议）."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.model.article import Article
from kjqb.model.source import Passage
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_VERB = Pattern(
    r"(?P<forward>(?:以下|下文|下|后文|文中|本文)[均都统一分别并可]{0,3}(?:简称|统称|称)|(?:统称|简称))"
    r"(?:[为作]|之为)?[：:\s]{0,2}(?:[新旧原](?=《))?"
)
_NAME = Pattern(
    r"“《(?P<n1>[^“”《》\n]{1,40})》”|《(?P<n2>[^《》\n]{1,40})》|[“‘\"](?P<n3>[^“”‘’\"\n]{1,40})[”’\"]"
    r"|(?P<n4>[^“”‘’\"《》〈〉，。；：、！？\n（）()〔〕\[\]]{1,20}(?:[（(][^（）()]{1,6}[）)][^“”《》，。；：、（）()〔〕]{0,10})?)"
)
_NEXT = Pattern(r"\s*(?:、|或者?|和|及)?\s*(?=[“《])")
_OPENERS = "（(〔["
_CLOSERS = "）)〕]"
_FURTHEST = 60
"""So far before the verb the bracket opens that holds the definition."""


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name and where an article defines it."""

    name: str
    """Without quotes and title marks."""
    is_title: bool
    """Whether it bears title marks."""
    is_promised: bool
    """Whether it is said to be used from here on (以下简称), not only what something is called elsewhere (简称)."""
    index: int
    """Of the passage, in the article's order."""
    passage: Passage
    span: Span
    """From the verb to the end of the name."""
    begins: int
    """Where the bracket that holds it opens, or else the verb: the full name stands before it."""

    @property
    def shown(self) -> str:
        """As it is to be written in the text."""
        return f"《{self.name}》" if self.is_title else self.name


def short_names(article: Article) -> tuple[ShortName, ...]:
    """All of an article, in the order of their definitions."""
    return tuple(
        found
        for index, passage in enumerate(article.passages)
        if "称" in passage.text
        for found in _defined(passage, index)
    )


def is_fragment(article: Article) -> bool:
    """Whether it is no more than a paragraph without a title: what it leaves unsaid may stand elsewhere."""
    return not article.title.text.strip() and sum(1 for _ in article.passages) <= len(("title", "paragraph"))


def _defined(passage: Passage, index: int) -> Iterator[ShortName]:
    text = passage.text
    for verb in _VERB.finditer(text):
        bracket = _bracket(text, verb.start())
        promised = not verb["forward"].startswith(("简称", "统称"))
        if not promised and bracket is None:
            continue
        at = verb.end()
        while name := _NAME.match(text, at):
            inner = next(filter(None, name.groups()))
            title = bool(name["n1"] or name["n2"])
            if name["n4"] and not (bracket is not None or promised):
                break
            start = verb.start() if at == verb.end() else name.start()
            yield ShortName(
                inner.strip(),
                title,
                promised or title,
                index,
                passage,
                Span(start, name.end()),
                verb.start() if bracket is None else bracket,
            )
            following = _NEXT.match(text, name.end())
            if not following or name["n4"]:
                break
            at = following.end()


def _bracket(text: str, at: int) -> int | None:
    """Where the bracket opens that a place stands in."""
    for index in range(at - 1, max(-1, at - _FURTHEST), -1):
        if text[index] in _CLOSERS:
            return None
        if text[index] in _OPENERS:
            return index
    return None
