"""The styles of a Word file, resolved: what a paragraph and a run look like after all that they inherit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from kjqb.ooxml.appearance import AUTO, ParagraphFormat, RunFormat
from kjqb.ooxml.opened import W
from kjqb.text.runs import Shift
from kjqb.units import Length

Properties = Mapping[str, Mapping[str, str]]
"""By the name of the element its attributes; of `tabs` its stops by their positions."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_JOINED = {"rFonts", "ind", "spacing", "tabs", "numPr"}
"""Elements of which a lower level states only what it changes."""

_VERTICAL = {"superscript": Shift.RAISED, "subscript": Shift.LOWERED}
_LONGEST_CHAIN = 32
_OFF = {"0", "false", "off", "none"}
_TABLES, _NUMBERS = ("tabs",), ("numPr",)


@dataclass(slots=True)
class StyleSheet:
    """Styles by their identifiers."""

    _styles: Mapping[str, etree._Element]
    _defaults: tuple[Properties, Properties]
    """Of paragraphs and of runs."""
    _default_style: str
    _theme: Mapping[str, str]
    """The Chinese and Latin fonts of the theme, by the names that runs give them."""
    _chains: dict[tuple[str, str], Properties] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None, theme: etree._Element | None) -> StyleSheet:
        """The styles of the parts that hold them."""
        if root is None:
            return cls({}, ({}, {}), "", _fonts(theme))
        styles = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        standard = next((key for key, style in styles.items() if _is_default(style)), "")
        defaults = root.find(f"{W}docDefaults")
        found = [None if defaults is None else defaults.find(f".//{W}{tag}") for tag in ("pPr", "rPr")]
        return cls(styles, (properties(found[0]), properties(found[1])), standard, _fonts(theme))

    def style_of(self, own: Properties) -> str:
        """The identifier of the style of a paragraph that has these properties of its own."""
        stated = own.get("pStyle", {}).get("val", "")
        return stated if stated in self._styles else self._default_style

    def paragraph(self, own: Properties, numbering: Properties) -> Properties:
        """All properties of a paragraph: the document's, its style's, its numbering's, its own."""
        style = self._chain(self.style_of(own), "pPr")
        return merged(merged(merged(self._defaults[0], style), numbering), own)

    def runs_of(self, own: Properties) -> Properties:
        """The properties that all runs of a paragraph inherit."""
        return merged(self._defaults[1], self._chain(self.style_of(own), "rPr"))

    def run(self, inherited: Properties, own: Properties) -> Properties:
        """All properties of a run."""
        character = own.get("rStyle", {}).get("val", "")
        return merged(merged(inherited, self._chain(character, "rPr")), own)

    def paragraph_format(self, found: Properties, style: str) -> ParagraphFormat:
        """What resolved properties say of a paragraph of a style."""
        indents, spacing = found.get("ind", {}), found.get("spacing", {})
        name = self._styles[style].find(f"{W}name") if style in self._styles else None
        line, rule = _twips(spacing, "line"), spacing.get("lineRule", "auto")
        level = found.get("outlineLvl", {}).get("val", "")
        hanging = _twips(indents, "hanging")
        return ParagraphFormat(
            style="" if name is None else name.get(f"{W}val", ""),
            align=found.get("jc", {}).get("val", "left"),
            first_line=Length(-hanging if hanging else _twips(indents, "firstLine")),
            first_line_characters=0 if _twips(indents, "hangingChars") else _twips(indents, "firstLineChars") / 100,
            left=Length(_twips(indents, "left") or _twips(indents, "start")),
            right=Length(_twips(indents, "right") or _twips(indents, "end")),
            line=Length(line) if line and rule != "auto" else None,
            exact=rule == "exact",
            single=rule == "auto" and line in {0, 240},
            before=Length(_twips(spacing, "before")),
            after=Length(_twips(spacing, "after")),
            snaps=_is_on(found, "snapToGrid", otherwise=True),
            outline_level=int(level) if level in set("012345678") and level else None,
            tabs=tuple(_stop(stop) for stop in found.get("tabs", {}).values() if not stop.startswith("clear")),
            framed="framePr" in found,
        )

    def run_format(self, found: Properties) -> RunFormat:
        """What resolved properties say of a run."""
        fonts = found.get("rFonts", {})
        size = _twips(found.get("sz", {}), "val")
        vertical = found.get("vertAlign", {}).get("val", "baseline")
        return RunFormat(
            east_asian=self._font(fonts, "eastAsia"),
            latin=self._font(fonts, "ascii"),
            size=Length(size * 10) if size else None,
            colour=_colour(found.get("color", {})),
            underline=found.get("u", {}).get("val", "none" if "u" not in found else "single"),
            emphasis=found.get("em", {}).get("val", "none"),
            bold=_is_on(found, "b"),
            italic=_is_on(found, "i"),
            struck=_is_on(found, "strike") or _is_on(found, "dstrike"),
            shift=_shift(vertical, _twips(found.get("position", {}), "val")),
            small=vertical in _VERTICAL,
        )

    def is_hidden(self, found: Properties) -> bool:
        """Whether a run is not to be seen."""
        return _is_on(found, "vanish")

    def _font(self, fonts: Mapping[str, str], slot: str) -> str:
        themed = fonts.get(f"{slot}Theme", "")
        return self._theme.get(themed, "") if themed else fonts.get(slot, "")

    def _chain(self, style: str, part: str) -> Properties:
        """What a style says with all that it is based on."""
        key = (style, part)
        if key not in self._chains:
            chain: list[etree._Element] = []
            while style in self._styles and len(chain) < _LONGEST_CHAIN:
                chain.append(self._styles[style])
                base = chain[-1].find(f"{W}basedOn")
                style = "" if base is None else base.get(f"{W}val", "")
            found: Properties = {}
            for each in reversed(chain):
                found = merged(found, properties(each.find(f"{W}{part}")))
            self._chains[key] = found
        return self._chains[key]


def properties(element: etree._Element | None) -> Properties:
    """The properties that an element lists."""
    found: dict[str, Mapping[str, str]] = {}
    for child in () if element is None else element.iterchildren(f"{W}*"):
        name = _local(child)
        if name in _TABLES:
            found[name] = {
                stop.get(f"{W}pos", ""): f"{stop.get(f'{W}val', '')} {stop.get(f'{W}leader', 'none')}" for stop in child
            }
        elif name in _NUMBERS:
            found[name] = {_local(part): part.get(f"{W}val", "") for part in child}
        else:
            found[name] = {key.rpartition("}")[2]: str(value) for key, value in child.attrib.items()}
    return found


def merged(upper: Properties, lower: Properties) -> Properties:
    """What is inherited, changed by what is stated below."""
    made = dict(upper)
    for name, stated in lower.items():
        inherited = _kept(name, made.get(name, {}), stated) if name in _JOINED else {}
        made[name] = {**inherited, **stated}
    return made


def _kept(name: str, inherited: Mapping[str, str], stated: Mapping[str, str]) -> Mapping[str, str]:
    """What of the inherited attributes is still in force."""
    dropped: set[str] = set()
    if name == "rFonts":
        dropped = {f"{slot}Theme" for slot in ("ascii", "hAnsi", "eastAsia", "cs") if slot in stated}
    elif name == "ind":
        if "hanging" in stated:
            dropped = {"firstLine", "firstLineChars"}
        elif "firstLine" in stated:
            dropped = {"hanging", "hangingChars"}
    return {key: value for key, value in inherited.items() if key not in dropped}


def _fonts(theme: etree._Element | None) -> Mapping[str, str]:
    """The fonts of a theme: for Chinese the one it names, else its own for 简体 (Hans)."""
    found: dict[str, str] = {}
    for rank in ("major", "minor"):
        fonts = None if theme is None else theme.find(f".//{_A}{rank}Font")
        if fonts is None:
            continue
        by_script = {font.get("script"): font.get("typeface", "") for font in fonts.iter(f"{_A}font")}
        named = {tag: _typeface(fonts, tag) for tag in ("latin", "ea", "cs")}
        found[f"{rank}EastAsia"] = named["ea"] or by_script.get("Hans", "")
        found[f"{rank}HAnsi"] = found[f"{rank}Ascii"] = named["latin"]
        found[f"{rank}Bidi"] = named["cs"]
    return found


def _typeface(fonts: etree._Element, tag: str) -> str:
    font = fonts.find(f"{_A}{tag}")
    return "" if font is None else font.get("typeface", "")


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in _OFF


def _is_on(found: Properties, name: str, *, otherwise: bool = False) -> bool:
    return found[name].get("val", "1") not in _OFF if name in found else otherwise


def _twips(attributes: Mapping[str, str], name: str) -> int:
    """A whole number, what is behind its point left out; 0 where there is none."""
    text = attributes.get(name, "").partition(".")[0]
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) <= 6 else 0


def _shift(vertical: str, position: int) -> Shift | None:
    if vertical in _VERTICAL:
        return _VERTICAL[vertical]
    return (Shift.RAISED if position > 0 else Shift.LOWERED) if position else None


def _colour(attributes: Mapping[str, str]) -> str:
    value = attributes.get("val", AUTO)
    return value if value == AUTO else value.upper()


def _stop(stop: str) -> tuple[str, str]:
    kind, _, leader = stop.partition(" ")
    return kind, leader


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
