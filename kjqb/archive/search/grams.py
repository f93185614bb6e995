"""Texts cut into overlapping pairs of characters, so that FTS5 finds every substring, and nothing else.

甲乙丙 is cut into 甲乙, 乙丙 and 丙. The last one stands between a text and the next, so that no phrase runs across; it
also lets every character begin a token, which is how a single character is found.
"""

from __future__ import annotations

from operator import add

_BLANK = "\u00a0"
"""Stands for a blank inside of a token; folding leaves none in a text."""

_QUOTED_MARKS = "!\"\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~"
TOKENIZE = f"\"ascii tokenchars '{_QUOTED_MARKS}'\""
"""FTS5's tokenizer that only blanks part; what is not ASCII is part of a token to it anyway."""


def grams(folded: str) -> str:
    """The tokens of a folded text, blanks between them."""
    text = folded.replace(" ", _BLANK)
    return f"{' '.join(map(add, text, text[1:]))} {text[-1:]}"


def phrase(folded: str) -> str:
    """The FTS5 expression that matches what holds a folded term, which is not empty."""
    text = folded.replace(" ", _BLANK)
    tokens = " ".join(map(add, text, text[1:])) or text
    quoted = tokens.replace('"', '""')
    return f'"{quoted}"*' if len(text) == 1 else f'"{quoted}"'
