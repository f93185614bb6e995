"""M705: the office in masthead and colophon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_ROLE = "编辑|主办|编印|主编|承办|出版|印发|编"
_LINE = Pattern(rf"(?:(?P<label>(?:{_ROLE})(?:单位)?)\s*[：:]\s*)?(?P<unit>[^：:]*?)(?:\s*(?:{_ROLE}))?", re.DOTALL)
_UNIT = Pattern(r"\D{2,}(?:中心|委员会|委|局|所|院|部|厅|处|室|办|会|社|馆|站|公司|大学|学校)")


@rule(
    "M705",
    "office-differs",
    title="刊头与刊尾的编辑单位不一致",
    about=(
        "刊头和刊尾写同一个单位时用同一个名称、同一种写法，以刊头为准。只差一个空格的可自动改正；名称不同的由编辑决定。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(
            bad="某市科技信息中心编辑\n电话：0471-1234567",
            good="某市科技信息中心 编辑\n电话：0471-1234567",
            part=Kind.COLOPHON,
            note="刊头是“某市科技信息中心 编辑”。",
        ),
        Example(
            bad="某市科技情报中心 编辑\n电话：0471-1234567",
            good="某市科技信息中心 编辑\n电话：0471-1234567",
            part=Kind.COLOPHON,
            note="刊头是“某市科技信息中心 编辑”。",
        ),
    ),
)
def office_differs(subject: Subject) -> Iterator[Hit]:
    """The colophon's line with the office, where it has one, against the masthead's; blanks count only within it."""
    office = subject.issue.masthead.office if subject.issue else None
    if subject.issue is None or office is None or not _unit(office):
        return
    lines = [line for line in subject.issue.colophon if _names_unit(line, office)]
    same = [line for line in lines if _key(_unit(line)) == _key(_unit(office))]
    if lines and not same:
        message = f"刊尾的单位是“{_unit(lines[0])}”，刊头是“{_unit(office)}”"
        yield hit(lines[0], Span(0, len(lines[0].text)), message)
    for line in same:
        text, right = line.text.strip(), office.text.strip()
        if text != right and _key(text) == _key(right):
            whole = Span(0, len(line.text))
            yield hit(line, whole, f"“{text}”与刊头的“{right}”只差空格，应一致", Edit(whole, right))


def _unit(line: Passage) -> str:
    """The office's name, without 编辑, 主办 and the like; empty if the line is made otherwise."""
    match = _LINE.fullmatch(line.text.strip())
    return match["unit"].strip() if match else ""


def _names_unit(line: Passage, office: Passage) -> bool:
    """Whether a line of the colophon names an office; not an editor, a telephone, an address."""
    unit = _key(_unit(line))
    return unit == _key(_unit(office)) or _UNIT.fullmatch(unit) is not None


def _key(text: str) -> str:
    return "".join(text.split())
