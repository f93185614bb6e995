"""Flat ODF (OpenDocument 1.3), LibreOffice's own form of a document in one XML file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from kjqb.layout.inline import NOTE
from kjqb.layout.metrics import Type
from kjqb.units import TWIPS_PER_POINT, Length

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
CONFIG = f"{{{_NAMESPACE}:config:1.0}}"
FO = f"{{{_NAMESPACE}:xsl-fo-compatible:1.0}}"
OFFICE = f"{{{_NAMESPACE}:office:1.0}}"
STYLE = f"{{{_NAMESPACE}:style:1.0}}"
TEXT = f"{{{_NAMESPACE}:text:1.0}}"

_SETTINGS = "ooo:configuration-settings"

_TWIPS_PER_INCH = 1440
_PER_UNIT = {"in": _TWIPS_PER_INCH, "pt": TWIPS_PER_POINT}
"""Twips in the units that LibreOffice writes."""

_SIZES = ("font-size", "font-size-asian", "font-size-complex")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text without markup inside of a paragraph: an element's `text`, or the `tail` behind it."""

    holder: etree._Element
    is_tail: bool
    text: str
    """NOTE where it is a footnote, whose own paragraphs are not part of it."""

    def rewrite(self, text: str) -> None:
        """Say something else in its place."""
        setattr(self.holder, "tail" if self.is_tail else "text", text)

    def replace(self, pieces: Iterable[Piece]) -> None:
        """Set pieces in its place."""
        parent = self.holder.getparent() if self.is_tail else self.holder
        at = parent.index(self.holder) + 1 if self.is_tail else 0
        self.rewrite("")
        for rank, piece in enumerate(pieces):
            span = etree.Element(f"{TEXT}span", {f"{TEXT}style-name": piece.style})
            span.text = piece.text
            parent.insert(at + rank, span)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in a character style."""

    text: str
    style: str


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs and headings, those in tables and footnotes among them."""
    yield from root.iter(f"{TEXT}p", f"{TEXT}h")


def stretches(paragraph: etree._Element) -> Iterator[Stretch]:
    """The texts of a paragraph, in order."""
    if paragraph.text:
        yield Stretch(paragraph, is_tail=False, text=paragraph.text)
    for child in paragraph:
        if child.tag == f"{TEXT}note":
            yield Stretch(child, is_tail=False, text=NOTE)
        else:
            yield from stretches(child)
        if child.tail:
            yield Stretch(child, is_tail=True, text=child.tail)


def set_forbidden(root: etree._Element, at_start: str, at_end: str) -> None:
    """State which characters may not begin or end a line of Chinese; LibreOffice keeps this among its own settings."""
    (settings,) = root.iterfind(f"{OFFICE}settings/{CONFIG}config-item-set[@{CONFIG}name='{_SETTINGS}']")
    listed = etree.SubElement(settings, f"{CONFIG}config-item-map-indexed", {f"{CONFIG}name": "ForbiddenCharacters"})
    entry = etree.SubElement(listed, f"{CONFIG}config-item-map-entry")
    said = {"Language": "zh", "Country": "CN", "Variant": "", "BeginLine": at_start, "EndLine": at_end}
    for name, text in said.items():
        item = etree.SubElement(entry, f"{CONFIG}config-item", {f"{CONFIG}name": name, f"{CONFIG}type": "string"})
        item.text = text


class Types:
    """Size and letter-spacing of texts, by the names of their styles."""

    def __init__(self, root: etree._Element) -> None:
        self._styles: Mapping[tuple[str, str], etree._Element] = {
            (style.get(f"{STYLE}family"), style.get(f"{STYLE}name")): style for style in root.iter(f"{STYLE}style")
        }

    def of(self, paragraph: etree._Element) -> Type:
        """What a paragraph's style and those that it is based on say; size 0 where none says it."""
        name = paragraph.get(f"{TEXT}style-name", "")
        return Type(self._length(name, "font-size"), self._length(name, "letter-spacing"))

    def has_own_size(self, stretch: Stretch) -> bool:
        """Whether a stretch is set in another size than its paragraph, as a raised number is."""
        element = stretch.holder.getparent() if stretch.is_tail else stretch.holder
        while element.tag == f"{TEXT}span":
            properties = self._properties("text", element.get(f"{TEXT}style-name", ""))
            if properties is not None and (properties.get(f"{FO}font-size") or properties.get(f"{STYLE}text-position")):
                return True
            element = element.getparent()
        return False

    def _length(self, name: str, attribute: str) -> Length:
        while ("paragraph", name) in self._styles:
            properties = self._properties("paragraph", name)
            stated = None if properties is None else properties.get(f"{FO}{attribute}")
            if stated:
                per_unit = _PER_UNIT.get(stated[-2:])
                return Length(round(float(stated[:-2]) * per_unit)) if per_unit else Length(0)
            name = self._styles["paragraph", name].get(f"{STYLE}parent-style-name", "")
        return Length(0)

    def _properties(self, family: str, name: str) -> etree._Element | None:
        style = self._styles.get((family, name))
        return None if style is None else style.find(f"{STYLE}text-properties")


class CharacterStyles:
    """New character styles that state a size and a letter-spacing."""

    def __init__(self) -> None:
        self._names: dict[Type, str] = {}

    def name(self, type_: Type) -> str:
        """The style of that type."""
        return self._names.setdefault(type_, f"kjqb{len(self._names)}")

    def add_to(self, root: etree._Element) -> None:
        """Define the styles in the document."""
        automatic = root.find(f"{OFFICE}automatic-styles")
        for type_, name in self._names.items():
            style = etree.SubElement(automatic, f"{STYLE}style", {f"{STYLE}name": name, f"{STYLE}family": "text"})
            size = f"{type_.size.points}pt"
            spacing = f"{type_.letter_spacing.twips / _TWIPS_PER_INCH:.5f}in"
            stated = {f"{FO}font-size": size, f"{FO}letter-spacing": spacing}
            stated |= {f"{STYLE}{name}": size for name in _SIZES[1:]}
            etree.SubElement(style, f"{STYLE}text-properties", stated)
