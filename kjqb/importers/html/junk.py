"""Lines within a page's text that belong to the page, not to the article."""

from __future__ import annotations

import re

from kjqb.tables.web_pages import web_pages

_MARKS = re.compile(r"[\s\[\]【】〔〕()（）|｜/、，。:：·>»«<-]+")
_LONGEST = 80


def is_junk_line(text: str) -> bool:
    """Whether a line is one of those that pages put round any text: 打印, 关闭, 分享, 上一篇 …"""
    if len(text) > _LONGEST:
        return False
    table = web_pages()
    bare = _MARKS.sub("", text)
    if bare in table.junk_lines:
        return True
    opened = text.lstrip("[【〔(（ ")
    return any(opened.startswith((f"{label}：", f"{label}:")) for label in table.junk_labels)
