"""S511: the blank between the two parts of a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_cjk
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_BLANKS = Pattern(r"(?<=\S)[ \u00a0\u3000\t]+(?=\S)")
_CLAUSE = 4
"""Characters that each of the two parts has at least; 李  涛 and numbers of sections are not meant."""
_NEAR = 60
_NAMES = {" ": "半角", "\u3000": "全角"}


@rule(
    "S511",
    "title-blank-wrong",
    title="题目两部分之间的空格不合体例",
    about="题目由两句组成时中间空一格，全期用同一种空格（半角或全角），以多数题目为准，一样多时用半角。",
    severity=Severity.INFO,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="某市集聚创新优势  服务地方发展", good="某市集聚创新优势 服务地方发展", part=Kind.TITLE),
        Example(
            bad="## 集聚创新优势　服务地方发展\n全市建成平台。\n## 完善服务体系 激发企业活力\n全市优化流程。",
            good="## 集聚创新优势 服务地方发展\n全市建成平台。\n## 完善服务体系 激发企业活力\n全市优化流程。",
        ),
    ),
)
def title_blank_wrong(subject: Subject) -> Iterator[Hit]:
    """Blanks between two clauses of titles, entries and headings that are not the one blank most of them have."""
    gaps = [(part, span) for part in subject.parts if part.kind.is_title for span in _gaps(part.text)]
    single = Counter(part.text[span.start : span.end] for part, span in gaps)
    usual = "\u3000" if single["\u3000"] > single[" "] else " "
    for part, span in gaps:
        stands = part.text[span.start : span.end]
        if stands != usual:
            fault = "多于一格" if len(stands) > 1 else "与多数题目不同"
            message = f"题目两部分之间的空格{fault}，应空一个{_NAMES[usual]}空格"
            yield hit(part.passage, span, message, Edit(span, usual))


def _gaps(text: str) -> Iterator[Span]:
    """Blanks between two clauses."""
    for match in _BLANKS.finditer(text):
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        if is_cjk(before[-1]) and is_cjk(after[0]) and min(_words(before), _words(after)) >= _CLAUSE:
            yield Span(*match.span())


def _words(text: str) -> int:
    return sum(map(str.isalnum, text))
