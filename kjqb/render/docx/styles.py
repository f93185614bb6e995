"""The styles of an edition: what layout/styles.py says, in Word's terms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.metrics import Type
from kjqb.layout.pages import Layout
from kjqb.layout.styles import LISTS, Align, BlockStyle, Face, Role, StyleSheet
from kjqb.layout.target import Target
from kjqb.ooxml.elements import element
from kjqb.ooxml.notes import reference_style
from kjqb.ooxml.runs import LATIN_FONT, fonts
from kjqb.units import Length, pt

BULLETS = {Role.CONTENTS_ENTRY: 1, **{role: number for number, role in enumerate(LISTS, start=2)}}
"""The numberings that hang a mark before every paragraph of a role."""

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


FIGURE_STYLE = "Figure"
"""The style of a paragraph that holds an image; its own type is as small as can be, that it adds nothing below."""

WORD_STYLES = {
    Role.MASTHEAD: WordStyle("Title", "Title"),
    Role.ISSUE_LINE: WordStyle("IssueLine", "期号"),
    Role.OFFICE_LINE: WordStyle("OfficeLine", "编印单位"),
    Role.CONTENTS_HEADING: WordStyle("TOCHeading", "TOC Heading"),
    Role.CONTENTS_SECTION: WordStyle("TOC2", "toc 2"),
    Role.CONTENTS_ENTRY: WordStyle("TOC1", "toc 1"),
    Role.SECTION: WordStyle("Section", "栏目"),
    Role.TITLE: WordStyle("Heading1", "heading 1", 0),
    Role.BY_LINE: WordStyle("ByLine", "作者"),
    Role.HEADING_1: WordStyle("Heading2", "heading 2", 1),
    Role.HEADING_2: WordStyle("Heading3", "heading 3", 2),
    Role.HEADING_3: WordStyle("Heading4", "heading 4", 3),
    Role.HEADING_4: WordStyle("Heading5", "heading 5", 4),
    Role.BODY: WordStyle("BodyText", "Body Text"),
    Role.QUOTE: WordStyle("Quote", "Quote"),
    Role.LIST_1: WordStyle("ListBullet", "List Bullet"),
    Role.LIST_2: WordStyle("ListBullet2", "List Bullet 2"),
    Role.LIST_3: WordStyle("ListBullet3", "List Bullet 3"),
    Role.TABLE_CAPTION: WordStyle("TableCaption", "表题"),
    Role.HEADER_CELL: WordStyle("HeaderCell", "表头"),
    Role.CELL: WordStyle("Cell", "表文"),
    Role.FIGURE_CAPTION: WordStyle("FigureCaption", "图题"),
    Role.NOTE: WordStyle("FootnoteText", "footnote text"),
    Role.SOURCE_LINE: WordStyle("SourceLine", "来源"),
    Role.COLOPHON: WordStyle("Colophon", "编辑信息"),
}


def styles(layout: Layout, bulleted: Collection[Role]) -> Iterator[BaseOxmlElement]:
    """The content of the styles part; `bulleted`: the roles before whose paragraphs a mark hangs."""
    yield from foundation(layout.styles[Role.BODY], layout.target)
    for role, style in layout.styles.items():
        extra = _extras(role, layout.styles, layout.setup.measure, numbered=role in bulleted)
        yield paragraph_style(WORD_STYLES[role], style, extra)
    yield footer_style()
    yield _figure()
    yield reference_style()


def foundation(body: BlockStyle, target: Target) -> Iterator[BaseOxmlElement]:
    """What all other styles rest on."""
    yield _defaults(body)
    yield _normal(body, target)


def masthead_styles(sheet: StyleSheet, measure: Length) -> Iterator[BaseOxmlElement]:
    """The styles of the lines that head the cover."""
    for role in (Role.MASTHEAD, Role.ISSUE_LINE, Role.OFFICE_LINE):
        yield paragraph_style(WORD_STYLES[role], sheet[role], _extras(role, sheet, measure, numbered=False))


def alignment(style: BlockStyle) -> BaseOxmlElement:
    """Where its lines stand in the measure."""
    return element("jc", val=_JUSTIFICATIONS[style.align])


_RULE_WIDTH = 12
"""Of the rule below the masthead, in eighths of a point."""

_RULE_SPACE = 4
"""Between the office line and the rule, in points."""

_RULE = pt(_RULE_WIDTH / 8 + _RULE_SPACE)
"""What the rule adds to the office line's height; the masthead's line is less high by it."""

_JUSTIFICATIONS = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


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
    plain = replace(body, type=Type(body.type.size))  # letter-spacing is each style's own
    style = element("style", element("name", val="Normal"), element("qFormat"), paragraph, _run_properties(plain))
    _identify(style, "Normal", default=True)
    return style


def paragraph_style(word: WordStyle, style: BlockStyle, extra: Mapping[str, BaseOxmlElement]) -> BaseOxmlElement:
    """A style of Word; `extra`: further properties by their tags."""
    properties = {"spacing": _spacing(style.pitch), "ind": _indents(style), "jc": alignment(style)}
    if style.keep_next:
        properties["keepNext"] = element("keepNext")
    if style.keep_next or style.whole:
        properties["keepLines"] = element("keepLines")
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


def _extras(role: Role, sheet: StyleSheet, measure: Length, *, numbered: bool) -> dict[str, BaseOxmlElement]:
    numbering = {"numPr": element("numPr", element("numId", val=BULLETS[role]))} if numbered else {}
    if role is Role.CONTENTS_ENTRY:
        return {"tabs": element("tabs", element("tab", val="right", leader="dot", pos=measure.twips)), **numbering}
    if role is Role.MASTHEAD:
        return {"spacing": _spacing(sheet[role].pitch - _RULE)}
    if role is Role.OFFICE_LINE:
        rule = element("bottom", val="single", sz=_RULE_WIDTH, space=_RULE_SPACE, color=RED)
        tab = element("tab", val="right", pos=measure.twips)
        return {"tabs": element("tabs", tab), "pBdr": element("pBdr", rule)}
    return numbering


def footer_style() -> BaseOxmlElement:
    """The style of page numbers."""
    run = element("rPr", fonts(FOOTER_FONT, cjk=True), *(element(tag, val=FOOTER_SIZE * 2) for tag in ("sz", "szCs")))
    made = element("style", element("name", val="footer"), element("basedOn", val="Normal"), run)
    _identify(made, "Footer")
    return made


def _figure() -> BaseOxmlElement:
    run = element("rPr", *(element(tag, val=2) for tag in ("sz", "szCs")))
    properties = element("pPr", element("keepLines"), element("jc", val="center"))
    made = element("style", element("name", val="图"), element("basedOn", val="Normal"), properties, run)
    _identify(made, FIGURE_STYLE)
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
    elif style.hanging.twips:
        made.attrib.update(element("ind", hanging=style.hanging.twips).attrib)
    return made


def _size(tag: str, style: BlockStyle) -> BaseOxmlElement:
    return element(tag, val=style.type.size.twips // 10)
