"""P134: the class of a work inside of its title marks."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_TITLE = Pattern("《(?P<name>[^《》]{2,30}?)(?P<noun>杂志|报纸|期刊|一书|一文|专著|电视剧|纪录片|小说|长篇小说)》")
_OF_THE_NAME = Pattern(
    "^(?:中华|中国|国际|世界|亚洲|全国|临床|实用|现代|当代|解放军|东方|新|美国|英国|四川|上海|北京)"
    "|[学医药病症术]|[内外儿骨眼肤产牙]科|^.{0,2}$|[的论与和国好这那]$"
)


@rule(
    "P134",
    "class-noun-in-title",
    title="“杂志”“一书”等类别词写进了书名号",
    about="“杂志”“报纸”“一书”等若不是名称的一部分，放在书名号外。刊名本来就带“杂志”二字的不算。",
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "A.13.3"),
    fix=Applicability.UNSAFE,
    cues="《",
    examples=(
        Example(bad="经验文章刊登在《农技推广杂志》上。", good="经验文章刊登在《农技推广》杂志上。"),
        Example(bad="全站共读《土壤改良一书》。", good="全站共读《土壤改良》一书。"),
    ),
)
def class_noun_in_title(part: Part) -> Iterator[Hit]:
    """Titles that end in what the work is, where that is hardly a part of its name."""
    for match in _TITLE.finditer(part.text):
        if not _OF_THE_NAME.search(match["name"]):
            span, noun = Span(*match.span()), match["noun"]
            mends = Edit(Span(match.start("noun"), match.end()), f"》{noun}")
            yield hit(part.passage, span, f"“{noun}”若不是名称的一部分，应放在书名号外", mends)
