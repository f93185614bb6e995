"""P109: paragraphs of the body without a final mark."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.protected import protected
from kjqb.text.spans import Edit, Span

_FINISHED = Pattern("[。！？：；…—.!?:;][”’』」）〕】)\"']*(?:[（(][^（）()。]{1,40}[）)])?$")
"""A note in brackets may stand behind the mark."""
_INNER_MARK = Pattern("[，。；！？]")
_LABEL = Pattern("[^，。；！？]{1,10}[：:]")
_NUMBERED = Pattern(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))")
_SHORT, _SHORT_LABELLED = 30, 60


@rule(
    "P109",
    "paragraph-unfinished",
    title="段末缺少句末标点",
    about=(
        "正文段落以句号、问号、叹号、冒号、分号、破折号或省略号结尾。"
        "题目、目次、刊头、刊尾不算，署名、日期、来源、图题之类不含标点的短行也不算。"
        "段末究竟缺标点还是缺文字，要对照来稿，所以不自动修改。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "4.1.3"),
    fix=Applicability.UNSAFE,
    yields_to=("S507", "M713"),
    examples=(
        Example(
            bad="市科技局联合多部门出台十条措施，支持企业牵头组建创新联合体（见附件）",
            good="市科技局联合多部门出台十条措施，支持企业牵头组建创新联合体（见附件）。",
        ),
        Example(bad="经费由市、县两级分担，按进度拨付，", good="经费由市、县两级分担，按进度拨付。"),
    ),
)
def paragraph_unfinished(part: Part) -> Iterator[Hit]:
    """Paragraphs that end neither in a final mark nor in quotes and brackets behind one, and are no label."""
    text = part.text.rstrip()
    if (
        part.kind is not Kind.PARAGRAPH
        or _FINISHED.search(text[-_SHORT_LABELLED:])
        or _is_label(text)
        or _ends_in_address(text)
    ):
        return
    last = Span(len(text) - 1, len(text))
    if text[-1] in "，、,":
        yield hit(part.passage, last, f"段末的“{text[-1]}”应为句号，或后文有缺", Edit(last, "。"))
    else:
        yield hit(part.passage, last, "段末缺少句号，或后文有缺", Edit(Span(last.end, last.end), "。"))


def _is_label(text: str) -> bool:
    """Whether it is no sentence: a signature, a date, a source, a caption, a sub-heading, a note in brackets."""
    if not any(map(is_han, text)):
        return True
    if len(text) <= _SHORT and (not _INNER_MARK.search(text) or _NUMBERED.match(text)):
        return True
    bracketed = text[0] in "（(【" and text[-1] in "）)】" and not _INNER_MARK.search(text[:-1].rstrip("。"))
    return len(text) <= _SHORT_LABELLED and (bracketed or _LABEL.match(text) is not None)


def _ends_in_address(text: str) -> bool:
    end = text[-200:]
    return protected(end).contains(Span(len(end) - 1, len(end)))
