"""Where a line may end (避头尾), by the lists that an edition for Word states as its own."""

from __future__ import annotations

from kjqb.layout.inline import NOTE
from kjqb.layout.scripts import Script, script_of
from kjqb.text.characters import is_cjk

NOT_AT_START = frozenset(
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞，．：；？！）｜｝～￠々‖•·ˇˉ―-′’”︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞︴︶︸︺︼︾﹀﹂﹄﹏"
)
"""What may not begin a line: LibreOffice's list for zh-CN, so that all programs follow one."""

ELLIPSIS = "…"
"""Half of an ellipsis, which may not be parted (GB/T 15834—2011, 5.1.5).

In Word's own list for Chinese it may not begin a line, nor does it in an edition for Word.
"""

NOT_AT_END = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝“‘︵︷︹︻︽︿﹁﹃﹙﹛﹝")
"""What may not end a line, likewise."""

BLANKS = " \u3000"
"""What hangs behind the end of a line."""


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before character `at`, which is neither the first nor behind the last.

    A Latin word, an address among them, may be cut behind a hyphen or en dash only, not behind a slash; words of
    scripts whose letters join (Mongolian, Tibetan, Uyghur) nowhere; —— may be parted. A footnote's number belongs to
    what is before it.
    """
    before, after = text[at - 1], text[at]
    if after in (" ", NOTE, ELLIPSIS) or after in NOT_AT_START or before in NOT_AT_END:
        return False
    if after in "℃‰" and before.isdigit():
        return False
    return _stands_alone(before) or _stands_alone(after) or before in " -–"


def _stands_alone(character: str) -> bool:
    """Whether it is no letter of a word."""
    return is_cjk(character) and script_of(character) is not Script.COMPLEX
