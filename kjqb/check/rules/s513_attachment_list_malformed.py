"""S513: the list of attachments."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.model.article import Article, Heading, Paragraph
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.text.numerals import parse_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_CHINESE = "[一二三四五六七八九十]{1,3}"
_LABEL = Pattern(r"\s*附\s?件\s*[：:]\s*")
_NUMBER = Pattern(
    rf"\s*(?:(?P<arabic>\d{{1,2}})[.．、](?!\d)|(?P<chinese>{_CHINESE})[、.．]|[（(](?P<bracketed>{_CHINESE}|\d{{1,2}})[）)])\s*"
)
_END = Pattern("[。；，、;,]+$")
_LONGEST = 60


@rule(
    "S513",
    "attachment-list-malformed",
    title="附件说明写法错误",
    about="附件说明的顺序号用阿拉伯数字，如“附件：1.名单”，附件名称后面不加标点；只有一个附件的不编号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "7.3.4"),
    fix=Applicability.SAFE,
    yields_to=("P117",),
    examples=(
        Example(bad="附件：1.推荐名单。\n2.申报表。", good="附件：1.推荐名单\n2.申报表"),
        Example(bad="附件：一、推荐名单\n二、申报表", good="附件：1.推荐名单\n2.申报表"),
        Example(bad="附件：项目申报表。", good="附件：项目申报表"),
    ),
)
def attachment_list_malformed(article: Article) -> Iterator[Hit]:
    """Names of attachments with a mark at their end, and their numbers that are not Arabic."""
    listed = False
    for block in article.blocks:
        if not isinstance(block, Paragraph | Heading):
            listed = False
            continue
        passage = block.passage
        label = _LABEL.match(passage.text)
        start = label.end() if label else 0
        number = _NUMBER.match(passage.text, start)
        listed = _is_name(passage.text[start:]) and (label is not None or (listed and number is not None))
        if listed:
            yield from _of_number(passage, start)
            yield from _of_end(passage)


def _is_name(text: str) -> bool:
    """Whether it may be the name of one attachment rather than a text about attachments."""
    bare = text.strip().rstrip("。；，、;,")
    return len(bare) <= _LONGEST and "。" not in bare


def _of_number(passage: Passage, start: int) -> Iterator[Hit]:
    match = _NUMBER.match(passage.text, start)
    if not match or match["arabic"]:
        return
    numeral = match["chinese"] or match["bracketed"]
    number = int(numeral) if numeral.isdecimal() else parse_chinese(numeral)
    stands = match[0].strip()
    span = Span(match.start() + match[0].index(stands), match.start() + match[0].index(stands) + len(stands))
    yield hit(passage, span, f"附件序号“{stands}”应为“{number}.”", Edit(span, f"{number}."))


def _of_end(passage: Passage) -> Iterator[Hit]:
    text = passage.text.rstrip()
    match = _END.search(text, max(0, len(text) - _LONGEST))
    if match and match.start() > 0 and text[match.start() - 1] not in "：:":
        span = Span(*match.span())
        yield hit(passage, span, f"附件名称后不加“{match[0]}”", Edit(span, ""))
