"""N319: numbers of one list, some in Chinese and some in Arabic digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_CLASSIFIER = "[个家项名座处所台套种条件位支批户份篇场类门栋辆]"
_NO_COUNT = "(?<![第每其这那各某同任另哪几上下前后一二三四五六七八九十百千万零])"
_CHINESE = rf"{_NO_COUNT}[一二两三四五六七八九十百]{{1,5}}{_CLASSIFIER}"
_ARABIC = rf"(?<![\d.第A-Za-z/—～-])\d{{1,5}} ?{_CLASSIFIER}"
_NOUN = r"[\u4e00-\u9fff“”]{1,12}?"
_JOINT = "(?:、|和|及|与|以及)"
_MIXED = Pattern(
    rf"(?:(?P<c1>{_CHINESE}){_NOUN}{_JOINT}(?P<a1>{_ARABIC})|"
    rf"(?P<a2>{_ARABIC}){_NOUN}{_JOINT}(?P<c2>{_CHINESE}))(?=[\u4e00-\u9fff“])",
    re.ASCII,
)


@rule(
    "N319",
    "number-forms-mixed",
    title="同一列举里汉字数字与阿拉伯数字混用",
    about="同一处并列的同类数字，写法应当一致：或者都用阿拉伯数字，或者都用汉字。“第一”“每一个”和固定词语里的数字不算。",
    severity=Severity.INFO,
    source=Standard("GB/T 15835—2011", "4.3"),
    cues="、和及与",
    examples=(
        Example(bad="全市建成三个中心、5个基地。", good="全市建成3个中心、5个基地。"),
        Example(bad="引进企业12家，建成4个平台和两个园区。", good="引进企业12家，建成4个平台和2个园区。"),
    ),
)
def number_forms_mixed(part: Part) -> Iterator[Hit]:
    """Two neighbours of a list, each a number with its classifier, of which one is Chinese and one Arabic."""
    for match in _MIXED.finditer(part.text):
        chinese = "c1" if match["c1"] else "c2"
        span = Span(*match.span(chinese))
        other = match["a1"] or match["a2"]
        yield hit(part.passage, span, f"“{match[chinese]}”与“{other}”并列，数字写法应当一致")
