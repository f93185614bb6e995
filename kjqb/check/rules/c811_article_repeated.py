"""C811: articles that an earlier issue has printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kjqb.check.archive import Printed
from kjqb.check.rule import PRACTICE, Hit, rule
from kjqb.check.subject import Subject
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.text.likeness import Original
from kjqb.text.pattern import Pattern

_ANNOUNCED = Pattern(
    r"续[一二三四五六七八九十\d]?[）)]?$|连载|续完|待续|重刊|再刊|转载|启事|征稿|征订|约稿|投稿|来稿|编者|卷首|更正|勘误|致读者|说明$|简介$"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|上|中|下|之[一二三四五六七八九十])[）)]$"
)
"""Titles of instalments and of what is meant to come again."""


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
    sought = [
        (article, _original(article))
        for article in subject.articles
        if not _ANNOUNCED.search(article.title.text.strip())
    ]
    for earlier in reversed([number for number in archive.issues if number < issue.id]):
        printed = archive.articles(earlier) if sought else ()
        for one in tuple(sought):
            article, original = one
            found = next(filter(None, (_repeats(original, other, likeness.similarity) for other in printed)), None)
            if found:
                sought.remove(one)
                yield Hit(article.title.extent, f"与{earlier.label}的文章重复：{found}")


def _repeats(original: Original, other: Printed, similarity: int) -> str:
    """In Chinese: what is the same; empty where they are two articles."""
    if original.has_title(other.title):
        return "题目相同"
    share = original.share(other.text)
    return f"正文约有{share}%相同" if share and share >= similarity else ""


def _original(article: Article) -> Original:
    title, *passages = (passage.text for passage in article.passages)
    return Original.of(title, "".join(passages))
