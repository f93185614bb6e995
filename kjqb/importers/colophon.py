"""The colophon of a plain text: the short lines after the last article that say who made the issue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kjqb.importers.lines import Line
from kjqb.importers.masthead import ROLES, office_name
from kjqb.importers.numbered import LONGEST_TITLE, is_ornament
from kjqb.model.source import Passage
from kjqb.text.characters import ends_sentence

_MOST_LINES = 30
_LABEL = re.compile(
    r"""
    (?: (?:本期|责任|执行|值班|美术|编辑|联系|电子|微信|投稿|印刷|出版|印发|准印|邮政|邮政编码|通讯|通信)?
        (?: 编\s*辑|责编|编审|审\s*核|审\s*稿|审\s*定|审\s*校|校\s*对|校核|主\s*编|副主编|总编|签\s*发|核稿|编印|排版
          | 电\s*话|传\s*真|邮\s*箱|信箱|邮件|网\s*址|网站|地\s*址|邮\s*编|编码|联系人|公众号
          | 印\s*数|份数|印刷|日期|证号?
          | 主办|主管|承办|协办|编辑部|发\s*送|报\s*送|抄\s*送|抄\s*报|分送|主送|报|送|发)
        (?:单位|人|部|组|员|范围|对象)?
    | E-?mail | Tel | QQ )
    \s* [：:]
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A label that only a colophon has."""


def colophon_start(lines: Sequence[Line], start: int, office: Passage | None) -> int:
    """The line at which the colophon begins, not before `start`; the number of lines where there is none."""
    unit = _key(office_name(office).text) if office else ""
    first = len(lines)
    for at in range(len(lines) - 1, max(start, len(lines) - _MOST_LINES) - 1, -1):
        text = lines[at].text
        if len(text) > 2 * LONGEST_TITLE:
            break
        if _LABEL.match(text) or _names_office(text, unit):
            first = at
        elif ends_sentence(text) and not is_ornament(text):
            break
    return first


def _names_office(text: str, unit: str) -> bool:
    bare = _key(text)
    if unit and (bare == unit or (bare.startswith(unit) and ROLES.fullmatch(bare[len(unit) :]))):
        return True
    return len(text) <= LONGEST_TITLE and text.endswith(("编辑", "编印")) and not set("，。；：！？").intersection(text)


def _key(text: str) -> str:
    return "".join(text.split())
