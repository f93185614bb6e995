"""N323: Arabic digits in words that are written in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.tables.read import rows
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import DIGITS
from kjqb.text.spans import Edit, Span
from kjqb.text.words import Words

_PERCENT = Pattern(r"(?P<of>[百千])分之(?P<number>\d{1,6}(?:\.\d{1,6})?)(?![\d.,])", re.ASCII)
_PARTS_OF_NUMBERS = DIGITS + ".,-—～+/:"


@rule(
    "N323",
    "digits-in-fixed-word",
    title="固定词语里用了阿拉伯数字",
    about="定型的词、词组、成语、惯用语里的数字用汉字：“十四五”“一带一路”“三农”。5G、MP3等已定型的写法不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "4.2.3"),
    fix=Applicability.SAFE,
    cues=DIGITS,
    examples=(
        Example(bad="项目列入“14五”规划。", good="项目列入“十四五”规划。"),
        Example(bad="企业参与“1带1路”建设。", good="企业参与“一带一路”建设。"),
        Example(bad="窗口提供1站式服务。", good="窗口提供一站式服务。"),
        Example(bad="成本下降百分之12。", good="成本下降12%。"),
    ),
)
def digits_in_fixed_word(part: Part) -> Iterator[Hit]:
    """Words of the table in which a numeral, or several, became digits; none whose digits belong to a number."""
    text = part.text
    words, right = _wrong_words()
    for span, wrong in words.find(text):
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        if wrong[0] in DIGITS and before and (before in _PARTS_OF_NUMBERS or before == "第" or before.isascii()):
            continue
        if wrong[-1] in DIGITS and after and (after in _PARTS_OF_NUMBERS or after.isascii()):
            continue
        word, unless = right[wrong]
        if not unless or not text.startswith(unless, span.end):
            yield hit(part.passage, span, f"“{wrong}”应为“{word}”", Edit(span, word))
    for match in _PERCENT.finditer(text):
        span, share = Span(*match.span()), match["number"] + ("%" if match["of"] == "百" else "‰")
        yield hit(part.passage, span, f"“{match[0]}”应为“{share}”", Edit(span, share))


@cache
def _wrong_words() -> tuple[Words, dict[str, tuple[str, tuple[str, ...]]]]:
    """The wrong forms, and of each the right one and what must not follow it."""
    right = {
        wrong: (word, tuple(unless[0].split("、")) if unless else ()) for wrong, word, *unless in rows("numeral_words")
    }
    return Words(right), right
