"""N334: Chinese years of two characters that read as an estimate."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_YEAR = Pattern(
    r"(?:\A|(?<=[，。；：（“于从自]))(?:一二|二三|三四|四五|五六|六七|七八|八九)年"
    r"(?=建|成立|毕业|参加|入学|入伍|入党|考|进入|调|出生|投产|开工|出版|创|设立|[春夏秋冬]|起|至|到|[一二三四五六七八九十]{1,2}月|恢复)"
)


@rule(
    "N334",
    "year-like-estimate",
    title="汉字年份缩写后像概数",
    about="汉字年份缩成两位，遇到“七八年”这样的数，读者会当作“七年或八年”，应写全四位年份。",
    severity=Severity.INFO,
    source=Standard("GB/T 15835—2011", "5.2.2"),
    cues="年",
    examples=(
        Example(bad="该站于七八年建成。", good="该站于1978年建成。"),
        Example(bad="该厂从八九年起生产农机。", good="该厂从1989年起生产农机。"),
    ),
)
def year_like_estimate(part: Part) -> Iterator[Hit]:
    """Two adjacent numerals and 年 at the start of a clause or behind 于, before what happened then."""
    for match in _YEAR.finditer(part.text):
        yield hit(part.passage, Span(*match.span()), f"“{match[0]}”会读作概数，年份应写全四位")
