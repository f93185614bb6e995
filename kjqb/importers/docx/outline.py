"""Which paragraphs of a Word file are its title, its sub-headings, its contents list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile

from kjqb.importers.docx.tones import is_strong
from kjqb.importers.numbered import LONGEST_TITLE, heading_level, is_ornament, may_be_title
from kjqb.ooxml.document import WordParagraph
from kjqb.text.characters import ends_sentence
from kjqb.text.marks import Tone

LOWEST = 4
"""Level of the lowest sub-heading."""

_TITLES = frozenset({"title", "标题", "文档标题"})
_QUOTES = frozenset({"quote", "intense quote", "引用", "明显引用"})
_CONTENTS_STYLE = re.compile(r"(?:toc|目录)\s*\d+", re.IGNORECASE)
_CONTENTS_HEADINGS = frozenset({"目录", "目次", "contents"})
_CAPTION = re.compile(r"(?:图|附图)\s*[\d一二三四五六七八九十]")
_CAPTION_STYLES = frozenset({"caption", "题注", "图题", "图名"})
_LONGEST_LINE = 40
"""Characters of a bold line that is a sub-heading."""

_LONGEST_CENTRED = 120
_OPEN_END = tuple("，、；,;")


def contents_list(paragraphs: Sequence[WordParagraph]) -> frozenset[int]:
    """The paragraphs, by rank, of contents lists that Word has made, with what is written above them."""
    found = {rank for rank, paragraph in enumerate(paragraphs) if _is_entry(paragraph)}
    for rank in sorted(found):
        above = next((at for at in range(rank - 1, -1, -1) if paragraphs[at].text.strip()), rank)
        if "".join(paragraphs[above].text.split()).lower() in _CONTENTS_HEADINGS:
            found.add(above)
    return frozenset(found)


def is_quote(paragraph: WordParagraph) -> bool:
    """Whether its style is one for quoted paragraphs."""
    return paragraph.format.style.lower() in _QUOTES


def is_caption(paragraph: WordParagraph, text: str) -> bool:
    """Whether a text that stands below an image is its caption."""
    if paragraph.cell or paragraph.notes or not text or len(text) > LONGEST_TITLE or text.endswith("。"):
        return False
    styled = paragraph.format.style.lower() in _CAPTION_STYLES and not text.startswith("表")
    return styled or _CAPTION.match(text) is not None


def title_ranks(paragraphs: Sequence[WordParagraph], ranks: Sequence[int]) -> tuple[int, ...]:
    """The paragraphs that are the title, of those at these ranks; none where no one is.

    Those in the style for titles; else the first, where it has a title's form; else the first, where it is centred
    and larger than the text. A title in the middle of the line goes on in a next one that is set alike.
    """
    filled = [rank for rank in ranks if paragraphs[rank].text.strip() and paragraphs[rank].cell is None]
    styled = next((at for at, rank in enumerate(filled) if is_title_style(paragraphs[rank])), None)
    if styled is not None:
        return tuple(takewhile(lambda rank: is_title_style(paragraphs[rank]), filled[styled:]))
    first = paragraphs[filled[0]] if filled and filled[0] == _first_filled(paragraphs, ranks) else None
    if first is None or first.bullet or is_quote(first):
        return ()
    body = _usual_size(paragraphs)
    is_display = _is_display(first, body)
    if may_be_title(" ".join(first.text.split())) or (is_display and len(first.text) <= _LONGEST_CENTRED):
        if not is_display or _size(first) is None:
            return (filled[0],)
        size = _size(first)
        return tuple(
            takewhile(lambda rank: _is_display(paragraphs[rank], body) and _size(paragraphs[rank]) == size, filled)
        )
    return ()


def is_title_style(paragraph: WordParagraph) -> bool:
    """Whether its style is that of a document's title."""
    return paragraph.format.style.lower() in _TITLES


def heading_levels(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[int], usual: frozenset[Tone], *, raised: bool
) -> Mapping[int, int]:
    """The sub-headings among the paragraphs at these ranks, and their levels from 1.

    A style with an outline level says it; `raised` where the highest is the title's, so that all go up by one. Else the
    number of a short line says it; a short line that is bold, in a text that is not, stands below the last of these.
    """
    found: dict[int, int] = {}
    last = 0
    for rank in ranks:
        paragraph = paragraphs[rank]
        text = paragraph.text.strip()
        if paragraph.cell or paragraph.bullet or not text or is_quote(paragraph) or is_caption(paragraph, text):
            continue
        stated = paragraph.format.outline_level
        level = heading_level(text)
        if stated is not None and len(text) <= LONGEST_TITLE:
            found[rank] = last = min(max(stated + 1 - raised, 1), LOWEST)
        elif level:
            found[rank] = last = level
        elif Tone.STRONG not in usual and _is_bold_line(paragraph, text):
            found[rank] = min(last + 1, LOWEST)
    return found


def _is_entry(paragraph: WordParagraph) -> bool:
    return "TOC" in paragraph.within or _CONTENTS_STYLE.fullmatch(paragraph.format.style) is not None


def _is_bold_line(paragraph: WordParagraph, text: str) -> bool:
    if len(text) > _LONGEST_LINE or ends_sentence(text) or text.endswith(_OPEN_END) or is_ornament(text):
        return False
    is_table_caption = text.startswith("表") and text[1:2].strip().isdigit()
    return paragraph.format.align != "right" and not is_table_caption and "\v" not in text and is_strong(paragraph)


def _first_filled(paragraphs: Sequence[WordParagraph], ranks: Sequence[int]) -> int | None:
    return next((rank for rank in ranks if paragraphs[rank].text.strip()), None)


def _is_display(paragraph: WordParagraph, body: int) -> bool:
    """Whether it is centred and larger than the text."""
    size = _size(paragraph)
    return paragraph.format.align == "center" and size is not None and size > body


def _size(paragraph: WordParagraph) -> int | None:
    """Of its largest type, in twips."""
    return max((run.format.size.twips for run in paragraph.runs if run.format.size), default=None)


def _usual_size(paragraphs: Sequence[WordParagraph]) -> int:
    """Of most of the text that is not centred, in twips; 0 where nobody says."""
    sizes: Counter[int] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs if paragraph.format.align != "center" else ():
            sizes[run.format.size.twips if run.format.size else 0] += run.span.end - run.span.start
    return sizes.most_common(1)[0][0] if sizes else 0
