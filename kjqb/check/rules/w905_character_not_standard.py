"""W905: characters outside of the table of general standard characters, traditional ones among them."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.wording import corrected
from kjqb.model.bulletin import Severity
from kjqb.tables.characters import is_standard, simplified
from kjqb.text.spans import Edit, Span


@rule(
    "W905",
    "character-not-standard",
    title="繁体字、异体字、表外字",
    about=(
        "出版物用《通用规范汉字表》的8105个规范字。繁体字和异体字有对应规范字的一并指出；"
        "引用古籍、姓名、地名需要保留的，由编辑决定。数字“〇”、新定名的化学元素不在此列。"
    ),
    severity=Severity.WARNING,
    source=Standard("通用规范汉字表"),
    fix=Applicability.UNSAFE,
    examples=(
        Example(bad="会议结束後，专家组到现场调研。", good="会议结束后，专家组到现场调研。"),
        Example(bad="推動科技創新成果转化。", good="推动科技创新成果转化。"),
        Example(bad="项目位於开发区，主攻饲料乾燥工艺。", good="项目位于开发区，主攻饲料干燥工艺。"),
    ),
    yields_to=("W912",),
)
def character_not_standard(part: Part) -> Iterator[Hit]:
    """Runs of characters outside of the table, and words in which one of narrow use stands for another."""
    text = part.text
    outside = {character for character in set(text) if not is_standard(character)}
    if outside:
        for span in _runs(text, outside):
            yield _outside(part, span)
    yield from corrected(part, "restored")


def _outside(part: Part, span: Span) -> Hit:
    run = part.text[span.start : span.end]
    right = "".join(simplified(character) or "" for character in run)
    if len(right) < len(run):
        return hit(
            part.passage,
            span,
            f"“{run}”不全在《通用规范汉字表》内" if len(run) > 1 else f"“{run}”不在《通用规范汉字表》内",
        )
    return hit(part.passage, span, f"“{run}”是繁体字或异体字，应为“{right}”", Edit(span, right))


def _runs(text: str, outside: set[str]) -> Iterator[Span]:
    start = None
    for at, character in enumerate(text):
        if character in outside:
            start = at if start is None else start
        elif start is not None:
            yield Span(start, at)
            start = None
    if start is not None:
        yield Span(start, len(text))
