"""Stretches and footnotes on a generated text."""

import re
from collections.abc import Iterator
from random import Random

from kjqb.text.marks import Mark, Tone

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./%-]*|[\u4e00-\u9fff]{2,6}|“[^“”]*”")
_SHARE = {Tone.STRONG: 0.06, Tone.EMPHASIS: 0.06, Tone.NOTE: 0.01}


def marks_on(text: str, random: Random) -> tuple[Mark, ...]:
    """Some words and phrases of a text strong, some emphasised, and footnotes behind some; none overlap."""
    return tuple(_marks(text, random))


def _marks(text: str, random: Random) -> Iterator[Mark]:
    for found in _WORD.finditer(text):
        draw = random.random()
        for tone, share in _SHARE.items():
            if 0 <= draw < share:
                yield Mark(found.end() if tone is Tone.NOTE else found.start(), found.end(), tone)
            draw -= share
