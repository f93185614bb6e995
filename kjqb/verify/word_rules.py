"""LibreOffice told Word's rules: what a document in flat ODF must say so that its lines break as in Word.

It stays an independent check: LibreOffice measures the glyphs, fills the lines and the pages. It is told only what
holds for single characters, whatever line they come to stand in: where no line may end, and how wide they are set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kjqb.layout.inline import NOTE
from kjqb.layout.kinsoku import ELLIPSIS, NOT_AT_END, NOT_AT_START, may_break
from kjqb.layout.metrics import Type
from kjqb.layout.unicode_breaks import is_boundary
from kjqb.text.characters import is_cjk
from kjqb.text.runs import runs
from kjqb.units import Length
from kjqb.verify.flat_odf import STYLE, CharacterStyles, Piece, Types, paragraphs, set_forbidden, stretches

_BREAK, _JOIN = "\u200b", "\u2060"
_OFF = {"text-autospace": ("ideograph-alpha", "none"), "punctuation-wrap": ("hanging", "simple")}
"""Paragraph properties that Word's rules do without: what LibreOffice writes, and what is to stand there."""


def with_word_rules(flat: bytes) -> bytes:
    """The document with Word's rules.

    - no automatic space, no hanging marks, and the lists of 避头尾 that the edition states, which LibreOffice leaves
      unread;
    - an invisible character wherever LibreOffice would not ask 避头尾 but the Unicode algorithm: it allows a break or
      forbids it;
    - no letter-spacing, which LibreOffice leaves out behind the last character of each portion, but type so much
      smaller that every portion is as wide as with it.
    """
    root = etree.fromstring(flat, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    for name, (found, wanted) in _OFF.items():
        for properties in root.iter(f"{STYLE}paragraph-properties"):
            if properties.get(f"{STYLE}{name}") == found:
                properties.set(f"{STYLE}{name}", wanted)
    set_forbidden(root, "".join(sorted({*NOT_AT_START, ELLIPSIS})), "".join(sorted(NOT_AT_END)))
    types, styles = Types(root), CharacterStyles()
    for paragraph in paragraphs(root):
        _rewrite(paragraph, types, styles)
    styles.add_to(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written


def _rewrite(paragraph: etree._Element, types: Types, styles: CharacterStyles) -> None:
    """Mark the doubtful places of a paragraph and, where it has letter-spacing, set its portions without."""
    texts = tuple(stretches(paragraph))
    whole = "".join(stretch.text for stretch in texts)
    fitter = _Fitter(types.of(paragraph))
    at = 0
    for stretch in texts:
        if stretch.text != NOTE:
            portions = tuple(_portions(whole, at, at + len(stretch.text)))
            if fitter.is_needed and not types.has_own_size(stretch):
                stretch.replace(Piece(part.text + part.mark, styles.name(fitter.fitted(part))) for part in portions)
            else:
                stretch.rewrite("".join(part.text + part.mark for part in portions))
        at += len(stretch.text)


@dataclass(frozen=True, slots=True)
class _Portion:
    """Characters of one font up to an invisible character, before which LibreOffice ends a portion of its own."""

    text: str
    cjk: bool
    mark: str
    """What allows a break behind it or forbids it; may be empty."""


def _portions(whole: str, start: int, end: int) -> Iterator[_Portion]:
    """Characters `start` to `end` of a paragraph's text, cut into portions."""
    for run in runs(whole[start:end]):
        first = start + run.start
        for at in range(first + 1, start + run.end + 1):
            mark = _mark(whole, at)
            if mark or at == start + run.end:
                yield _Portion(whole[first:at], run.cjk, mark)
                first = at


def _mark(whole: str, at: int) -> str:
    """What must stand before character `at`: nothing where LibreOffice and Word agree by themselves."""
    if at == len(whole) or not _is_doubtful(whole, at):
        return ""
    return _BREAK if may_break(whole, at) else _JOIN


def _is_doubtful(whole: str, at: int) -> bool:
    """Whether LibreOffice may ask the Unicode algorithm, not 避头尾, for a break before character `at`."""
    before, after = whole[at - 1], whole[at]
    if " " in (before, after) or NOTE in (before, after):
        return False
    if is_cjk(before) != is_cjk(after) or before == after == "—":
        return True
    return _is_latin(whole, at) and is_boundary(whole, at) != may_break(whole, at)


def _is_latin(whole: str, at: int) -> bool:
    """Whether the character at `at`, or the last letter or digit before it, is Latin: LibreOffice goes by that."""
    while at > 0 and not whole[at].isalnum():
        at -= 1
    return not is_cjk(whole[at])


class _Fitter:
    """The type in which each portion of a paragraph is as wide without trailing letter-spacing as Word has it with.

    LibreOffice knows sizes of type in tenths of a point only; what is finer is made up for by letter-spacing.
    """

    _GRAIN = 2
    """A tenth of a point, in twips."""
    _SIZES = range(-4, 5, _GRAIN)
    _SPACINGS = range(-3, 4)
    """What is tried, in twips: sizes about the proportionate one, letter-spacings."""

    def __init__(self, type_: Type) -> None:
        self._type = type_
        self._owed = 0.0
        """By how much the portions so far came out too narrow: LibreOffice rounds each to a whole twip."""

    @property
    def is_needed(self) -> bool:
        """Whether there is letter-spacing."""
        return bool(self._type.size.twips and self._type.letter_spacing.twips)

    def fitted(self, portion: _Portion) -> Type:
        """The type for a portion; call it for each one, in order."""
        size, spacing = self._type.size, self._type.letter_spacing
        gaps = len(portion.text) - 1
        unspaced = Type(size).width(portion.text)
        wanted = unspaced + spacing.twips * len(portion.text) + self._owed

        def width(tried: Type) -> float:
            return unspaced * tried.size.twips / size.twips + tried.letter_spacing.twips * gaps

        about = round(size.twips * wanted / unspaced / self._GRAIN) * self._GRAIN
        tries = (
            Type(Length(about + more), Length(added))
            for more in self._SIZES
            for added in (self._SPACINGS if gaps else (0,))
        )
        best = min(tries, key=lambda tried: (abs(width(tried) - round(wanted)), abs(tried.letter_spacing.twips)))
        self._owed = wanted - round(width(best))
        return best
