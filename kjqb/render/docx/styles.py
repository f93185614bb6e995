"""The styles of an edition: what layout/styles.py says, in Word's terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.pages import Layout
from kjqb.layout.styles import Align, BlockStyle, Face, Role
from kjqb.layout.target import Target
from kjqb.ooxml.elements import element
from kjqb.ooxml.runs import LATIN_FONT, fonts
from kjqb.units import Length

BULLET_NUMBER = 1
"""The numbering that puts the marker before the entries of the contents list."""

RED = "FF0000"
FOOTER_FONT = "宋体"
FOOTER_SIZE = 14
"""四号, in points (GB/T 9704—2012, 7.5)."""


@dataclass(frozen=True, slots=True)
class WordStyle:
    """The paragraph style that a role is given."""

    id: str
    name: str
    outline_level: int | None = None


WORD_STYLES = {
    Role.MASTHEAD: WordStyle("Title", "Title"),
    Role.ISSUE_LINE: WordStyle("IssueLine", "期号"),
    Role.OFFICE_LINE: WordStyle("OfficeLine", "编印单位"),
    Role.CONTENTS_HEADING: WordStyle("TOCHeading", "TOC Heading"),
    Role.CONTENTS_ENTRY: WordStyle("TOC1", "toc 1"),
    Role.TITLE: WordStyle("Heading1", "heading 1", 0),
    Role.HEADING_1: WordStyle("Heading2", "heading 2", 1),
    Role.HEADING_2: WordStyle("Heading3", "heading 3", 2),
    Role.HEADING_3: WordStyle("Heading4", "heading 4", 3),
    Role.HEADING_4: WordStyle("Heading5", "heading 5", 4),
    Role.BODY: WordStyle("BodyText", "Body Text"),
    Role.COLOPHON: WordStyle("Colophon", "编辑信息"),
}


def styles(layout: Layout, *, numbered: bool) -> Iterator[BaseOxmlElement]:
    """The content of the styles part; `numbered`: whether contents entries bear the marker."""
    body = layout.styles[Role.BODY]
    yield _defaults(body)
    yield _normal(body, layout.target)
    for role, style in layout.styles.items():
        yield _style(WORD_STYLES[role], style, extra=_extras(role, layout, numbered=numbered))
    yield _footer()


def _defaults(body: BlockStyle) -> BaseOxmlElement:
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run = element("rPr", fonts(LATIN_FONT, cjk=False), _size("sz", body), _size("szCs", body), language)
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault"))


def _normal(body: BlockStyle, target: Target) -> BaseOxmlElement:
    """Everything that would let a program move a line on its own is switched off here."""
    paragraph = element(
        "pPr",
        element("widowControl", val=False),
        element("kinsoku", val=True),
        element("overflowPunct", val=target is Target.LIBREOFFICE),
        element("autoSpaceDE", val=False),
        element("autoSpaceDN", val=False),
        element("snapToGrid", val=False),
        _spacing(body.pitch),
        element("jc", val="both"),
    )
    style = element("style", element("name", val="Normal"), element("qFormat"), paragraph, _run_properties(body))
    _identify(style, "Normal", default=True)
    return style


def _style(word: WordStyle, style: BlockStyle, extra: dict[str, BaseOxmlElement]) -> BaseOxmlElement:
    properties = {"spacing": _spacing(style.pitch), "ind": _indents(style), "jc": _alignment(style)}
    if style.keep_next:
        properties |= {"keepNext": element("keepNext"), "keepLines": element("keepLines")}
    if word.outline_level is not None:
        properties["outlineLvl"] = element("outlineLvl", val=word.outline_level)
    properties |= extra
    made = element(
        "style",
        element("name", val=word.name),
        element("basedOn", val="Normal"),
        element("qFormat"),
        element("pPr", *(properties[tag] for tag in _ORDER if tag in properties)),
        _run_properties(style),
    )
    _identify(made, word.id)
    return made


_ORDER = ("keepNext", "keepLines", "numPr", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl")
"""The order that the schema asks for (ISO/IEC 29500-1, 17.3.1.26)."""


def _extras(role: Role, layout: Layout, *, numbered: bool) -> dict[str, BaseOxmlElement]:
    measure = layout.setup.measure
    if role is Role.CONTENTS_ENTRY:
        extra = {"tabs": element("tabs", element("tab", val="right", leader="dot", pos=measure.twips))}
        if numbered:
            extra["numPr"] = element("numPr", element("numId", val=BULLET_NUMBER))
        return extra
    if role is Role.OFFICE_LINE:
        rule = element("bottom", val="single", sz=12, space=4, color=RED)
        tab = element("tab", val="right", pos=measure.twips)
        return {"tabs": element("tabs", tab), "pBdr": element("pBdr", rule)}
    return {}


def _footer() -> BaseOxmlElement:
    run = element("rPr", fonts(FOOTER_FONT, cjk=True), *(element(tag, val=FOOTER_SIZE * 2) for tag in ("sz", "szCs")))
    made = element("style", element("name", val="footer"), element("basedOn", val="Normal"), run)
    _identify(made, "Footer")
    return made


def _run_properties(style: BlockStyle) -> BaseOxmlElement:
    properties = [fonts(style.face.value, cjk=True)]
    if style.face is Face.TITLE:
        properties.append(element("b", val=False))
    if style.red:
        properties.append(element("color", val=RED))
    if style.type.letter_spacing.twips:
        properties.append(element("spacing", val=style.type.letter_spacing.twips))
    return element("rPr", *properties, element("kern", val=0), _size("sz", style), _size("szCs", style))


def _identify(style: BaseOxmlElement, style_id: str, *, default: bool = False) -> None:
    attributes = element("style", type="paragraph", styleId=style_id, **({"default": True} if default else {}))
    style.attrib.update(attributes.attrib)


def _spacing(pitch: Length) -> BaseOxmlElement:
    return element("spacing", before=0, after=0, line=pitch.twips, lineRule="exact")


def _indents(style: BlockStyle) -> BaseOxmlElement:
    first = style.first_indent.twips
    made = element("ind", left=style.left_indent.twips, right=style.right_indent.twips)
    if first:
        em = style.type.size.twips
        made.attrib.update(element("ind", firstLineChars=round(first / em * 100), firstLine=first).attrib)
    elif style.left_indent.twips:
        made.attrib.update(element("ind", hanging=style.left_indent.twips).attrib)
    return made


def _alignment(style: BlockStyle) -> BaseOxmlElement:
    return element("jc", val="center" if style.align is Align.CENTRE else "both")


def _size(tag: str, style: BlockStyle) -> BaseOxmlElement:
    return element(tag, val=style.type.size.twips // 10)
