"""C811: articles that an earlier issue has printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kjqb.check.archive import Printed
from kjqb.check.rule import PRACTICE, Hit, rule
from kjqb.check.subject import Subject
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern

_PROBES = 40
"""So many stretches of an article are looked for in another: enough to tell a text shortened by a third from one that
shares half, and two hundred times as quick as comparing the two letter by letter."""
_PROBE = 12
"""Characters of each; set phrases of offices are shorter."""
_FIRST = 8
"""So many of them, evenly spread as well, decide whether the others are looked for at all."""
_SHORTEST_TEXT, _SHORTEST_TITLE = 120, 10
"""What is shorter may come again by chance; blanks and marks not counted."""
_ANNOUNCED = Pattern(
    r"续[一二三四五六七八九十\d]?[）)]?$|连载|续完|待续|重刊|再刊|转载|启事|征稿|征订|约稿|投稿|来稿|编者|卷首|更正|勘误|致读者|说明$|简介$"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|上|中|下|之[一二三四五六七八九十])[）)]$"
)
"""Titles of instalments and of what is meant to come again."""
_MARKS = Pattern(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two texts are that count as one article."""

    similarity: int = field(default=60, metadata={"about": "正文相同达到百分之多少，算重复刊登"})


@rule(
    "C811",
    "article-repeated",
    title="文章与往期重复",
    about=(
        "与工作区里较早的各期比较，题目相同，或正文有一大半相同的，提示是哪一期哪一篇。"
        "题目注明“连载”“续”“转载”的，征稿启事、编者按一类短文，不算重复。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(),
)
def article_repeated(subject: Subject, likeness: Likeness) -> Iterator[Hit]:
    """Articles whose title or text an article of an earlier issue has; the latest such issue is named."""
    issue, archive = subject.issue, subject.archive
    if issue is None or archive is None:
        return
    sought = [_Sought.of(article) for article in subject.articles if not _ANNOUNCED.search(article.title.text.strip())]
    for earlier in reversed([number for number in archive.issues if number < issue.id]):
        printed = archive.articles(earlier) if sought else ()
        for one in tuple(sought):
            found = next(filter(None, (one.repeats(other, likeness.similarity) for other in printed)), None)
            if found:
                sought.remove(one)
                yield Hit(one.article.title.extent, f"与{earlier.label}的文章重复：{found}")


@dataclass(frozen=True, slots=True)
class _Sought:
    """An article, and what of it is looked for in others."""

    article: Article
    title: str
    """Empty where it is too short to tell anything."""
    probes: tuple[str, ...]
    """Stretches of its text, evenly spread; none where it is too short."""

    @classmethod
    def of(cls, article: Article) -> _Sought:
        title, *passages = (passage.text for passage in article.passages)
        text, bare = _bare("".join(passages)), _bare(title)
        step = (len(text) - _PROBE) / (_PROBES - 1)
        places = [round(step * rank) for rank in range(_PROBES)] if len(text) >= _SHORTEST_TEXT else []
        probes = tuple(text[at : at + _PROBE] for at in places)
        return cls(article, bare if len(bare) >= _SHORTEST_TITLE else "", probes)

    def repeats(self, other: Printed, similarity: int) -> str:
        """In Chinese: what is the same; empty where they are two articles."""
        if self.title and self.title == _bare(other.title):
            return "题目相同"
        share = self._share(_bare(other.text))
        return f"正文约有{share}%相同" if share >= similarity else ""

    def _share(self, text: str) -> int:
        """Per cent of the probes that stand in a text; -1 where nothing was looked for, or nothing of the first."""
        if not any(probe in text for probe in self.probes[:: _PROBES // _FIRST]):
            return -1
        return round(100 * sum(probe in text for probe in self.probes) / _PROBES)


@lru_cache(maxsize=8192)
def _bare(text: str) -> str:
    """Its letters, digits and Han characters."""
    return _MARKS.compiled.sub("", text)
