"""The masthead of a plain text: the lines around the one that says which issue it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kjqb.importers.lines import Line
from kjqb.importers.numbered import LONGEST_TITLE, is_ornament
from kjqb.model.source import Passage
from kjqb.text.characters import ends_sentence
from kjqb.text.issue_number import IssueNumber, issue_number

_FIRST_LINES = 12
"""Among so many lines the issue line is looked for."""

_BELOW = 5
"""So many lines under the issue line may belong to the masthead where no contents list ends it."""

_EDGE = r"[\s（()）〔〕\[\]【】.·•—\-_★☆*]*"
_AROUND = re.compile(rf"{_EDGE}(?:总\s*第?\s*\d{{1,5}}\s*期|\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?)?{_EDGE}")
"""What may stand beside the statement in an issue line."""

_TITLE_BEFORE = re.compile(r"(?P<title>[^，。；：！？,;:!?]{2,30}?)[\s（(〔\[【]*")
ROLES = re.compile(r"\s*(?:编辑|编印|主办|主编|承办|出版|印发|编)$")
"""What an office line says of the office, at its end."""

_OFFICE_LABEL = re.compile(r"(?:编辑|编印|主办|承办|编制|印发)(?:单位)?\s*[：:]\s*")
_UNIT = re.compile(r".*(?:中心|委员会|委|局|所|院|部|厅|处|室|办|会|社|馆|站|公司|大学|协会|学会|项目组)")
_NOTICE = re.compile(r"内部(?:资料|刊物|使用|文件)|免费交流|注意保存|准印|密级|编号|ISSN|CN\d|总\s*第|赠阅")
_DATE = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日$")


@dataclass(frozen=True, slots=True)
class Head:
    """The masthead's parts; None for what is not there."""

    number: IssueNumber
    issue_line: Passage
    title: Passage | None = None
    office: Passage | None = None
    date_line: Passage | None = None
    date: date | None = None
    stray: tuple[Passage, ...] = ()
    """Lines around the issue line that are nothing of this."""


def issue_line(lines: Sequence[Line]) -> int | None:
    """Which line (from 0) says year and number, or a number alone; None where none of the first ones does."""
    bare = None
    for at, line in enumerate(lines[:_FIRST_LINES]):
        number = _stated(line.text)
        if number and number.year is not None:
            return at
        if number and bare is None:
            bare = at
    return bare


def head(above: Sequence[Line], line: Line, below: Sequence[Line]) -> Head:
    """The masthead whose issue line stands between those lines.

    The title is the last line over it that has neither an office's nor a notice's form, else the first such under it.
    """
    number = _stated(line.text)
    assert number
    title, statement = _parted(line.passage)
    chosen = None if title else _title_line(above, below)
    found = Head(number, statement, title or (chosen.passage if chosen else None))
    for other in (*above, *below):
        if other is not chosen:
            found = _with_line(found, other)
    return found


def below_issue_line(lines: Sequence[Line], start: int) -> int:
    """Where a masthead that no contents list ends is over: at the first line that has none of its forms."""
    at = start
    while at < min(len(lines), start + _BELOW) and _is_furniture(lines[at]):
        at += 1
    return at


def is_office(text: str) -> bool:
    """Whether a line names an office."""
    return len(text) <= LONGEST_TITLE and bool(ROLES.search(text) or _OFFICE_LABEL.match(text) or _UNIT.fullmatch(text))


def office_name(office: Passage) -> Passage:
    """An office line without 编辑, which every edition prints again; other roles stay."""
    label = re.match(r"编辑(?:单位)?\s*[：:]\s*", office.text)
    role = re.search(r"\s*编辑$", office.text)
    name = office.part(label.end() if label else 0, role.start() if role and role.start() else len(office.text))
    return name if name.text else office


def _stated(text: str) -> IssueNumber | None:
    """What a line says of its issue, if that is all it says but for the bulletin's title before it."""
    if len(text) > LONGEST_TITLE or ends_sentence(text):
        return None
    number = issue_number(text)
    if number is None or not _AROUND.fullmatch(text, number.span.end):
        return None
    before = text[: number.span.start]
    return number if _AROUND.fullmatch(before) or _TITLE_BEFORE.fullmatch(before) else None


def _parted(line: Passage) -> tuple[Passage | None, Passage]:
    """The title that stands in the issue line before the statement, and the rest."""
    number = issue_number(line.text)
    assert number
    before = line.text[: number.span.start]
    if _AROUND.fullmatch(before):
        return None, line
    match = _TITLE_BEFORE.fullmatch(before)
    assert match
    return line.part(0, match.end("title")), line.part(match.end("title"), len(line.text)).strip()


def _title_line(above: Sequence[Line], below: Sequence[Line]) -> Line | None:
    ranked = (*reversed(above), *below)
    written = [line for line in ranked if not is_ornament(line.text) and not _DATE.search(line.text)]
    return next((line for line in written if not _is_furniture(line)), written[0] if written else None)


def _is_furniture(line: Line) -> bool:
    """Whether it has the form of a rule, an office, a notice or a date."""
    text = line.text
    return is_ornament(text) or is_office(text) or bool(_NOTICE.search(text) or _DATE.search(text))


def _with_line(found: Head, line: Line) -> Head:
    """The masthead with another line as its date, its office, both, or neither."""
    passage = line.passage
    match = _DATE.search(passage.text)
    day = _day(match)
    if match and day and found.date is None:
        found = replace(found, date=day, date_line=passage.part(*match.span()))
        passage = passage.part(0, match.start()).strip()
    if not passage.text:
        return found
    if found.office is None and is_office(passage.text):
        return replace(found, office=passage)
    return replace(found, stray=(*found.stray, passage))


def _day(match: re.Match[str] | None) -> date | None:
    """The day that a date says; None where there is none such."""
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    except ValueError:
        return None
