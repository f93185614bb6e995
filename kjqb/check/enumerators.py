"""Enumerators (序次语): where they stand and what they count.

一是 · 第一， · 其一， · 首先， · 一、 · （一） · 1. · （1） · ①
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kjqb.model.article import Article, Heading, ListItem, Paragraph
from kjqb.model.source import Passage
from kjqb.text.numerals import parse_chinese, to_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_CHINESE = "[一二三四五六七八九十]{1,3}"
_WORDS = ("首先", "其次", "再次")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_ENUMERATOR = Pattern(
    rf"""
    (?=[一二三四五六七八九十第其首再（(0-9{_CIRCLED}])  # most places fail here, at once
    (?:
    (?P<counter>(?P<n1>{_CHINESE})是)
    | (?P<ordinal>第(?P<n2>{_CHINESE})(?=，))
    | (?P<item>其(?P<n3>{_CHINESE})(?=[，是]))
    | (?P<word>(?P<n4>{"|".join(_WORDS)})(?=，))
    | (?P<chinese>(?P<n5>{_CHINESE})[、．.](?!{_CHINESE}[、产]))
    | (?P<chinese_bracketed>[（(](?P<n6>{_CHINESE})[）)])
    | (?P<arabic>(?P<n7>\d{{1,2}})[、．.](?!\d))
    | (?P<arabic_bracketed>[（(](?P<n8>\d{{1,2}})[）)])
    | (?P<circled>(?P<n9>[{_CIRCLED}]))
    )
    """,
    re.VERBOSE | re.ASCII,
)

_LONGEST_LIST = 99
_SENTENCE_STARTS = "。；：！？"
_ROOM = 8
"""So many characters are looked back over for the mark, blanks between."""
_CLAUSE_STARTS = _SENTENCE_STARTS + "，、“（"


class Series(Enum):
    """A way of counting; the counters of one list are of one series."""

    COUNTER = "counter"
    ORDINAL = "ordinal"
    ITEM = "item"
    WORD = "word"
    CHINESE = "chinese"
    CHINESE_BRACKETED = "chinese_bracketed"
    ARABIC = "arabic"
    ARABIC_BRACKETED = "arabic_bracketed"
    CIRCLED = "circled"

    @property
    def is_number(self) -> bool:
        """Whether it numbers the levels of a text (GB/T 9704—2012, 7.3.3), so that its marks have one form."""
        return self in {Series.CHINESE, Series.CHINESE_BRACKETED, Series.ARABIC, Series.ARABIC_BRACKETED}


_NUMERALS = {series: f"n{index}" for index, series in enumerate(Series, start=1)}
"""The group of the numeral in each series."""


@dataclass(frozen=True, slots=True)
class Enumerator:
    """One enumerator of an article."""

    series: Series
    number: int
    passage: Passage
    span: Span
    """Of the whole label in the passage."""
    prefix: str
    suffix: str
    """What stands in the label before and after the numeral."""
    opens_block: bool
    """Whether its paragraph or heading begins with it."""
    in_heading: bool

    @property
    def label(self) -> str:
        """As it stands: `一是`, `（2）`."""
        return self.passage.text[self.span.start : self.span.end]

    def relabelled(self, number: int) -> str | None:
        """The label that counts `number` in the same form; None if the series does not go so far."""
        if number > _LONGEST_LIST:
            return None
        match self.series:
            case Series.WORD:
                return _WORDS[number - 1] if number <= len(_WORDS) else None
            case Series.CIRCLED:
                return _CIRCLED[number - 1] if number <= len(_CIRCLED) else None
            case Series.ARABIC | Series.ARABIC_BRACKETED:
                numeral = str(number)
            case _:
                numeral = to_chinese(number)
        return self.prefix + numeral + self.suffix


def enumerators(article: Article) -> Iterator[Enumerator]:
    """All enumerators of the running text, in order; never a numeral within a word, a quantity or a reference.

    Quotes, tables, captions and footnotes count for themselves, if at all, and are left out.
    """
    for block in article.blocks:
        if not isinstance(block, Paragraph | Heading | ListItem):
            continue
        text = block.passage.text
        first = len(text) - len(text.lstrip())
        for match in _ENUMERATOR.finditer(text):
            series = Series(match.lastgroup)
            opens_block = match.start() == first
            if opens_block or _begins(series, text, match.start()):
                found = _enumerator(block, match, series, opens_block=opens_block)
                if found:
                    yield found


def repeats_first(before: Enumerator | None, item: Enumerator, after: Enumerator | None) -> bool:
    """Whether an item that counts 1 is the second of its list, wrongly numbered, rather than the first of another.

    It is where the next one counts 3, and where it is the last of its paragraph's two; all three are of one series.
    """
    if before is None or before.number != 1 or item.number != 1:
        return False
    if after is not None and after.number == 3:
        return True
    alone = after is None or (after.number == 1 and after.passage is not item.passage)
    return alone and before.passage is item.passage


def _enumerator(
    block: Paragraph | Heading | ListItem, match: re.Match[str], series: Series, *, opens_block: bool
) -> Enumerator | None:
    passage = block.passage
    group = _NUMERALS[series]
    number = _number(series, match[group])
    if not number:
        return None
    return Enumerator(
        series=series,
        number=number,
        passage=passage,
        span=Span(*match.span()),
        prefix=passage.text[match.start() : match.start(group)],
        suffix=passage.text[match.end(group) : match.end()],
        opens_block=opens_block,
        in_heading=isinstance(block, Heading),
    )


def _begins(series: Series, text: str, at: int) -> bool:
    """Whether an enumerator inside a block stands where one may: at the start of a clause or, a number, a sentence."""
    if series is Series.CHINESE:
        return False
    before = text[max(0, at - _ROOM) : at].rstrip()[-1:]
    return before != "" and before in (_SENTENCE_STARTS if series.is_number else _CLAUSE_STARTS)


def _number(series: Series, numeral: str) -> int | None:
    match series:
        case Series.WORD:
            return _WORDS.index(numeral) + 1
        case Series.CIRCLED:
            return _CIRCLED.index(numeral) + 1
        case Series.ARABIC | Series.ARABIC_BRACKETED:
            return int(numeral)
        case _:
            return parse_chinese(numeral)
