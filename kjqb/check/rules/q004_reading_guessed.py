"""Q004: titles whose place in the index rests on a guess."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.tables.readings import (
    BadReadingError,
    Basis,
    may_be_guessed,
    readings,
    stated_readings,
    usual_readings,
)
from kjqb.text.spans import Span


@rule(
    "Q004",
    "reading-guessed",
    title="题目里有读音推定的多音字",
    about=(
        "索引按读音排列。地名、姓氏、词语里的多音字有表可查；单独一个多音字只能按常见的读音推定，排错了位置读者就查不到。"
        "读音不是推定的那个，就在文章的[sort]或kjqb.toml的[index.readings]里写明；写明以后不再提示。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    examples=(Example(bad="泊与港的故事", good="泊位与港口的故事", part=Kind.TITLE),),
)
def reading_guessed(subject: Subject) -> Iterator[Hit]:
    """Characters of several usual readings in a title that no table and no word of the dictionary decides."""
    common = subject.bulletin.readings if subject.bulletin else {}
    for article in subject.articles:
        words = {**common, **article.readings}
        title = article.title.text
        if not may_be_guessed(title, words):
            continue
        try:
            stated = stated_readings(words)
        except BadReadingError:
            stated = {}
        for at, reading in enumerate(readings(title, stated)):
            if reading and reading.basis is Basis.GUESSED:
                others = "、".join(usual_readings(title[at])[1:])
                what = f"“{title[at]}”的读音推定为{reading.label}（另有{others}），索引据此排列"
                yield hit(article.title, Span(at, at + 1), what)
