"""P133: 和 beside middle dots in a title."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_TITLE = Pattern("《[^《》]{1,60}》")
_ITEM = "[\u4e00-\u9fff]{1,4}?"
_LIST = Pattern(
    f"(?<![\u4e00-\u9fff·]){_ITEM}(?:·{_ITEM}){{1,6}}(?P<and>[和与及])[\u4e00-\u9fff]{{1,4}}(?![\u4e00-\u9fff·])"
)
_FOREIGN = Pattern("[尔斯克特亚波卡诺罗布莱姆顿森伦萨拉巴伯格哈汉纳维奇娜丽莎茨弗夫扎雅杰蒂兰鲁娅妮普穆娃霍琼]")


@rule(
    "P133",
    "and-beside-middle-dot",
    title="题目里间隔号与“和”并用",
    about="题目用间隔号隔开并列的词，就不再用“和”“与”连接最后一项。人名里的间隔号不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.12"),
    fix=Applicability.UNSAFE,
    cues="·",
    examples=(
        Example(bad="推荐读物为《土壤·水和空气》。", good="推荐读物为《土壤·水·空气》。"),
        Example(bad="人才·平台与产业", good="人才·平台·产业", part=Kind.TITLE),
    ),
)
def and_beside_middle_dot(part: Part) -> Iterator[Hit]:
    """和 before the last of short items of a title that middle dots part."""
    for title in _titles(part):
        for match in _LIST.finditer(part.text, title.start, title.end):
            if not _FOREIGN.search(match[0]):
                span = Span(*match.span("and"))
                yield hit(part.passage, span, f"已用间隔号，“{match['and']}”应为“·”", Edit(span, "·"))


def _titles(part: Part) -> Iterator[Span]:
    if part.kind.is_title:
        yield Span(0, len(part.text))
        return
    for match in _TITLE.finditer(part.text):
        yield Span(match.start() + 1, match.end() - 1)
