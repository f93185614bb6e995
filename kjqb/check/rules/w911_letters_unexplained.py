"""W911: letter words at their first use without Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.model.article import Article, Heading, block_passages
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.tables.read import rows
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_WORD = Pattern(r"(?<![A-Za-z0-9_./@:+~-])[A-Z]{2,8}(?![A-Za-z0-9_./@:~-])", re.ASCII)
_ROMAN = Pattern("[IVXLC]+")
_BESIDE_LATIN = Pattern(r"[A-Za-z0-9]['’]? ?\Z")
_BEHIND_LATIN = Pattern(r" ?[A-Za-z0-9]")
_GRADE = Pattern("”?(?:[级类型座区栋馆轮股照角]|公司|集团|大学|杯|证书)")
_IN_BRACKETS = Pattern(
    r"[\u4e00-\u9fff”》][A-Z0-9]{0,8}[（(]"
    r"(?:[A-Za-z][A-Za-z0-9 ,，'’&/–-]{0,80}[,，:：] ?|(?:以下|英文)?简称为?|即|又称|亦称|缩写为?)?“?\Z"
)
_CALLED = Pattern(r"(?:简称|缩写|即|又称|亦称|称|代号|品牌|商标|型号)为?“?\Z")
_EXPLAINED = Pattern(
    r"”?(?:（[^（）]{0,80}[\u4e00-\u9fff]|\([^()]{0,80}[\u4e00-\u9fff]|，即|，也就是|，?是指|是一种|即[\u4e00-\u9fff])"
)
_REACH = 120


@dataclass(frozen=True, slots=True)
class Letters:
    """Which letter words need no Chinese."""

    known: tuple[str, ...] = field(
        default=(), metadata={"about": "除通用的以外，本刊读者熟知、首次出现不必注中文的字母词"}
    )


@rule(
    "W911",
    "letters-unexplained",
    title="字母词首次出现未注中文",
    about=(
        "外文缩写在一篇文章的正文里首次出现时，要写出中文名称，如“生成式人工智能（AIGC）”。"
        "GDP、CEO等通用的字母词，产品名、型号、单位符号、化学式不在此列，可用known补充。"
    ),
    severity=Severity.INFO,
    source=Standard("CY/T 119—2015"),
    examples=(
        Example(
            bad="企业采用AIGC辅助设计。",
            good="企业采用生成式人工智能（AIGC）辅助设计。",
        ),
        Example(
            bad="平台接入BIM数据，BIM（建筑信息模型）由设计单位提供。",
            good="平台接入BIM（建筑信息模型）数据，BIM由设计单位提供。",
        ),
        Example(
            bad="工厂部署MES和RFID设备。",
            good="工厂部署MES和射频识别（RFID）设备。",
            config='known = ["MES"]',
        ),
    ),
)
def letters_unexplained(article: Article, letters: Letters) -> Iterator[Hit]:
    """The first of each letter word in the running text, where Chinese stands neither before nor behind it."""
    seen = set(_known()).union(letters.known)
    for passage in _running(article):
        for match in _WORD.finditer(passage.text):
            word = match[0]
            if word in seen or not _is_letter_word(passage.text, match):
                continue
            seen.add(word)
            if not _is_explained(passage.text, match):
                yield hit(passage, Span(*match.span()), f"“{word}”首次出现，宜写出中文名称")


def _running(article: Article) -> Iterator[Passage]:
    for block in article.blocks:
        if not isinstance(block, Heading):
            yield from block_passages(block)


def _is_letter_word(text: str, match: re.Match[str]) -> bool:
    """Whether it is no unit, number, formula, grade or piece of a longer Latin wording."""
    start, end = match.span()
    word = match[0]
    return not (
        len(set(word)) == 1
        or _ROMAN.fullmatch(word)
        or _BESIDE_LATIN.search(text, max(0, start - 3), start)
        or _BEHIND_LATIN.match(text, end)
        or _GRADE.match(text, end)
    )


def _is_explained(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    near = max(0, start - _REACH)
    return bool(
        _IN_BRACKETS.search(text, near, start) or _CALLED.search(text, near, start) or _EXPLAINED.match(text, end)
    )


@cache
def _known() -> frozenset[str]:
    return frozenset(word for word, _ in rows("letter_words"))
