"""M707: telephone numbers of the masthead and colophon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_LABEL = Pattern(r"(?:电\s*话|传\s*真|热\s*线|手\s*机|座\s*机|联系方式|T[Ee][Ll]|tel)[^：:\d（(+＋]{0,8}[：:]?\s*")
_NUMBER = Pattern(r"[+＋(（]{0,2}\d[\d\s()（）\-—–－－‐‑~～]{0,24}\d(?:\s*转\s*\d{1,6})?|\d+")
_JOINT = Pattern(r"\s*(?:[、，,；;/／]|或|和|转)\s*")
_RIGHT = Pattern(
    r"""
    (?:\+86[ -]?)?
    (?: (?:0(?:10|2\d|[3-9]\d{2})-|[(（]0(?:10|2\d|[3-9]\d{2})[)）]\s?)[1-9]\d{6,7}  # with area code
    | 0?1[3-9]\d{9} | 1[3-9]\d\ \d{4}\ \d{4} | 1[3-9]\d-\d{4}-\d{4}                   # mobile
    | [48]00-?\d{3}-?\d{4} | [48]00-?\d{4}-?\d{3}
    | 1\d{2,4} | 9\d{4,5}                                                           # short numbers: 12345, 96110
    )
    (?:-\d{1,6} | \s?转\s?\d{1,6})?
    """,
    re.VERBOSE,
)
_LOCAL = Pattern(r"[1-9]\d{6,7}|[1-9]\d{2,3}[- ]\d{4}")
_CODED = Pattern(r"0\d{9,11}")
_BRANCH = Pattern(r"\d{1,4}")


@rule(
    "M707",
    "phone-malformed",
    title="电话号码缺区号或写法有误",
    about="刊物发往外地，固定电话前要有区号，区号与号码之间用“-”。手机号、400电话和短号不加区号；共用区号的第二个号码不必再写。",
    severity=Severity.WARNING,
    source=HOUSE,
    yields_to=("P142",),
    examples=(
        Example(
            bad="某市科技信息中心 编辑\n电话：1234567",
            good="某市科技信息中心 编辑\n电话：0471-1234567",
            part=Kind.COLOPHON,
        ),
        Example(
            bad="某市科技信息中心 编辑\n电话：04714366683",
            good="某市科技信息中心 编辑\n电话：0471-4366683",
            part=Kind.COLOPHON,
        ),
        Example(
            bad="某市科技信息中心 编辑\n联系电话：0471-436668",
            good="某市科技信息中心 编辑\n联系电话：0471-4366683",
            part=Kind.COLOPHON,
        ),
    ),
)
def phone_malformed(part: Part) -> Iterator[Hit]:
    """Numbers behind 电话, 传真 and the like that nobody elsewhere could dial as they stand."""
    if part.kind not in {Kind.COLOPHON, Kind.OFFICE}:
        return
    for label in _LABEL.finditer(part.text):
        coded = False
        for span in _numbers(part.text, label.end()):
            number = part.text[span.start : span.end]
            right = _RIGHT.fullmatch(number) is not None
            if not right and not (coded and _is_branch(number)):
                yield hit(part.passage, span, _message(number))
            coded = coded or (right and number.lstrip("(（").startswith("0"))


def _numbers(text: str, at: int) -> Iterator[Span]:
    """The numbers from a place on that follow each other with no more than a mark between them."""
    while number := _NUMBER.match(text, at):
        yield Span(*number.span())
        joint = _JOINT.match(text, number.end())
        if not joint:
            return
        at = joint.end()


def _is_branch(number: str) -> bool:
    """Whether it needs no area code behind a number that has one: a second line, or its last digits."""
    return _LOCAL.fullmatch(number) is not None or _BRANCH.fullmatch(number) is not None


def _message(number: str) -> str:
    if _LOCAL.fullmatch(number):
        return f"电话“{number}”缺少区号"
    if _CODED.fullmatch(number):
        return f"电话“{number}”的区号与号码之间应加“-”"
    return f"电话“{number}”位数或写法有误，应作“区号-号码”"
