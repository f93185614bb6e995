"""S508: items opened by dashes that do not begin or end alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kjqb.check.endings import Ending, differing
from kjqb.check.lists import DASH, dashed
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.model.article import Article, Paragraph
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.text.characters import ends_sentence
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_OPENS_OTHERWISE = Pattern(r"\s*(?:[一二三四五六七八九十]{1,3}[、是]|[（(]|\d|第|其|同时|此外|上述|以上|下一步|据)")
_LONGER = 6
_INTRODUCES = ("：", ":")


@rule(
    "S508",
    "dash-items-differ",
    title="破折号引出的各项首尾不一致",
    about=(
        "用破折号引出的各项，每项开头都用“——”，末尾用同一种标点：或都用句号，或前几项用分号、末项用句号。"
        "夹在各项之间而没有破折号的段落可能是上一项的续段，只作提示；都要对照来稿，所以不自动修改。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.10.3.8"),
    fix=Applicability.UNSAFE,
    yields_to=("P120", "P109"),
    examples=(
        Example(
            bad="全市重点推进以下工作：\n——建设共享平台。\n——引进青年人才；\n——优化营商环境。",
            good="全市重点推进以下工作：\n——建设共享平台。\n——引进青年人才。\n——优化营商环境。",
        ),
        Example(
            bad="全市重点推进以下工作：\n——建设共享平台；\n引进青年人才；\n——优化营商环境；\n——加强监督检查。",
            good="全市重点推进以下工作：\n——建设共享平台；\n——引进青年人才；\n——优化营商环境；\n——加强监督检查。",
        ),
    ),
)
def dash_items_differ(article: Article) -> Iterator[Hit]:
    """Items whose last mark differs from the others', and a paragraph between them that is much like an item."""
    for run in dashed(article):
        endings = [Ending.of_block(passage) for _, passage in run]
        for ending, right in differing(endings):
            message = f"各项末尾标点不一致，“{ending.mark}”应为“{right}”"
            yield hit(ending.passage, ending.span, message, Edit(ending.span, right))
    for before, between, after in _triples(article):
        model = before if _is_item(before) else after
        opens = model is before or before.text.rstrip().endswith(_INTRODUCES)
        if opens and _is_item(after) and _is_like(between, model, after):
            start = len(between.text) - len(between.text.lstrip())
            message = "前后各项都以“——”开头，本段缺“——”"
            found = hit(between, Span(start, start + 1), message, Edit(Span(start, start), DASH))
            yield replace(found, severity=Severity.INFO)


def _triples(article: Article) -> Iterator[tuple[Passage, Passage, Passage]]:
    """Three paragraphs in a row."""
    for first, second, third in zip(article.blocks, article.blocks[1:], article.blocks[2:], strict=False):
        if isinstance(first, Paragraph) and isinstance(second, Paragraph) and isinstance(third, Paragraph):
            yield first.passage, second.passage, third.passage


def _is_item(passage: Passage) -> bool:
    return passage.text.lstrip().startswith(DASH)


def _is_like(between: Passage, model: Passage, after: Passage) -> bool:
    """Whether a paragraph is an item rather than the going on of one: as it ends, and about as long."""
    text = between.text.strip()
    if _is_item(between) or not ends_sentence(model.text) or not ends_sentence(text) or _OPENS_OTHERWISE.match(text):
        return False
    shorter, longer = sorted([len(model.text), len(after.text)])
    alike = text[-1:] == model.text.rstrip()[-1:]
    return alike and shorter <= _LONGER * len(text) and len(text) <= _LONGER * longer
