"""Labels that pages put before what they say of an article: 来源：, 发布时间：, 字号： …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kjqb.tables.web_pages import web_pages

_DAY = r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
_SIZES = r"[\[【]?\s*大\s*中\s*小\s*[\]】]?"
_WORD = r"[^\s|｜：:，。；【】\[\]]{0,40}"
_MARKS = " |｜·\u3000[]【】()（）"


def values(line: str, kind: str) -> Iterator[str]:
    """What stands behind the labels of a kind in a line: up to a blank, a stroke or a bracket."""
    for text in behind_labels(line, kind):
        value = re.split(r"[\s|｜【】\[\]〔〕]", text, maxsplit=1)[0]
        if value:
            yield value


def behind_labels(line: str, kind: str) -> Iterator[str]:
    """All that stands behind each label of a kind in a line."""
    return (line[match.end() :] for match in _label(kind).finditer(line))


def is_info_line(line: str) -> bool:
    """Whether a line says nothing but what labels introduce, or a day."""
    if re.fullmatch(_DAY, line):
        return True
    return _info().search(line) is not None and not _info().sub("", line).strip(_MARKS)


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_names(web_pages().labels[kind])})\s*[：:]\s*")


@cache
def _info() -> re.Pattern[str]:
    names = _names(tuple(name for each in web_pages().labels.values() for name in each))
    return re.compile(rf"(?<!\w)(?:{names})\s*[：:]\s*(?:{_SIZES}|{_DAY}|{_WORD})")


def _names(names: tuple[str, ...]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))
