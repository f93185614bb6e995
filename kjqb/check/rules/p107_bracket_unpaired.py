"""P107: quotation marks and brackets without their other half."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from kjqb.check.brackets import Unpaired, match_brackets
from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.text.spans import Span

_QUOTES = "“『「"


@rule(
    "P107",
    "bracket-unpaired",
    title="引号、括号、书名号不成对",
    about=(
        "引号、括号、书名号由前后两半组成，须在同一段内配对；被分页切断的段落接好后再看。"
        "引文分成几段时，每段开头用前引号，只在最后一段末尾用后引号，这不算缺失。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "5.1.3"),
    yields_to=("P104", "P122"),
    examples=(
        Example(bad="会议审议《行动方案，提出三点意见。", good="会议审议《行动方案》，提出三点意见。"),
        Example(bad="推行首席专家制度”，成效明显。", good="推行“首席专家制度”，成效明显。"),
        Example(bad="项目（含在建项目共40个。", good="项目（含在建项目）共40个。"),
    ),
)
def bracket_unpaired(article: Article) -> Iterator[Hit]:
    """Halves left over in a title, heading or whole paragraph; quotations of several paragraphs are right."""
    passages = tuple(article.passages)
    for passage, following in zip_longest(passages, passages[1:]):
        for found in match_brackets(passage.text):
            if isinstance(found, Unpaired) and not (found.opening and _continues(passage, found, following)):
                span = Span(found.at, found.at + 1)
                have, lack = ("左", "右") if found.opening else ("右", "左")
                yield hit(passage, span, f"{have}{found.name}缺少配对的{lack}{found.name}")


def _continues(passage: Passage, found: Unpaired, following: Passage | None) -> bool:
    """Whether the quotation that opens there goes on in the next paragraph (GB/T 15834—2011, 4.8.3.5)."""
    mark = passage.text[found.at]
    return mark in _QUOTES and following is not None and following.text.lstrip().startswith(mark)
