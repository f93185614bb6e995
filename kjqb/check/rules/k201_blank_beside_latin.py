"""K201: blanks between Chinese and digits or letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.spacing import Setting, lacking_blanks, superfluous_blanks
from kjqb.text.spans import Edit


@dataclass(frozen=True, slots=True)
class Blanks:
    """How Chinese and Latin meet."""

    style: Literal["remove", "insert", "keep"] = field(
        default="remove", metadata={"about": "汉字与数字、字母之间：remove不留空格，insert空一格，keep不作要求"}
    )


@rule(
    "K201",
    "blank-beside-latin",
    title="汉字与数字、字母之间的空格不合体例",
    about=(
        "汉字与数字、字母之间留不留空格，全刊只用一种做法，本刊不留。外文词之间、网址和标准号里的空格不动；"
        "题目里分开两句的空格、图表编号与电话标签后的空格都保留。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="建成中试基地 5 个，引进 AI 企业3家。", good="建成中试基地5个，引进AI企业3家。"),
        Example(bad="某市 2024 年科技工作要点", good="某市2024年科技工作要点", part=Kind.TITLE),
        Example(bad="2024 年第 1 期", good="2024年第1期", part=Kind.ISSUE_LINE),
    ),
)
def blank_beside_latin(part: Part, blanks: Blanks) -> Iterator[Hit]:
    """Blanks at the border of Han and Latin that should not be there, or the lack of one that should."""
    passage = part.passage
    if blanks.style == "remove":
        for border in superfluous_blanks(part.text, _setting(part.kind)):
            if "\n" not in passage.at(border.span.start, border.span.end).text:
                yield hit(passage, border.span, f"汉字与{border.beside}之间不留空格", Edit(border.span, ""))
    elif blanks.style == "insert":
        for border in lacking_blanks(part.text):
            yield hit(passage, border.span, f"汉字与{border.beside}之间应空一格", Edit(border.span, " "))


def _setting(kind: Kind) -> Setting:
    if kind is Kind.HEADING:
        return Setting.HEADING
    return Setting.TITLE if kind.is_title else Setting.PLAIN
