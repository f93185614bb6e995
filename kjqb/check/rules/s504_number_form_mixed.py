"""S504: one level of numbers in two forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kjqb.check.enumerators import Enumerator, Series, enumerators
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit

_FORMS = frozenset({("", "、"), ("", "."), ("", "．"), ("（", "）")})
"""What may be a model for others: the rest is wrong itself (P103, P117)."""


@rule(
    "S504",
    "number-form-mixed",
    title="同级序号有两种写法",
    about="一篇文章里同一级的序号用同一种写法，以先出现的为准。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15835—2011", "4.3"),
    fix=Applicability.SAFE,
    yields_to=("P103", "P117"),
    examples=(
        Example(bad="1.组建专班。\n2．落实经费。", good="1.组建专班。\n2.落实经费。"),
        Example(
            bad="## 1．背景\n正文从略。\n## 2.做法\n正文从略。",
            good="## 1．背景\n正文从略。\n## 2．做法\n正文从略。",
        ),
    ),
)
def number_form_mixed(article: Article) -> Iterator[Hit]:
    """Numbers at the head of paragraphs, or of headings, whose marks differ from those of the first of their level."""
    levels: defaultdict[tuple[Series, bool], list[Enumerator]] = defaultdict(list)
    for item in enumerators(article):
        if item.series.is_number and item.opens_block:
            levels[item.series, item.in_heading].append(item)
    for items in levels.values():
        model = next((item for item in items if _may_lead(item)), None)
        if model is None:
            continue
        for item in items:
            right = _right(item, model)
            if right:
                message = f"同级序号前作“{model.label}”，“{item.label}”应为“{right}”"
                yield hit(item.passage, item.span, message, Edit(item.span, right))


def _may_lead(item: Enumerator) -> bool:
    """Whether its marks are those of its series (GB/T 15834—2011, B.3.2 to B.3.4)."""
    return _form(item) in _FORMS and (item.suffix == "、") == (item.series is Series.CHINESE)


def _right(item: Enumerator, model: Enumerator) -> str | None:
    """The item's number in the model's form; None where it has it, or the form does not go so far."""
    return None if _form(item) == _form(model) else model.relabelled(item.number)


def _form(item: Enumerator) -> tuple[str, str]:
    """The marks before and after its numeral."""
    return item.prefix, item.suffix
