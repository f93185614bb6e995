"""From `[layout]` to the page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from kjqb.model.page_setup import PRESETS, PageSetup
from kjqb.units import Length, mm, parse_length, pt
from kjqb.workspace.decode import Decoder
from kjqb.workspace.locate import Path
from kjqb.workspace.schema import LayoutTable, MarginsTable

PAPERS = {"A3": (mm(297), mm(420)), "A4": (mm(210), mm(297)), "A5": (mm(148), mm(210))}
"""Width and height by name (GB/T 148—1997, series A)."""

SHORTEST_SIDE, LONGEST_SIDE = mm(50), mm(558.8)
"""Of paper: below, no line of ten characters fits; Word takes 22 inches at most."""

SMALLEST_TYPE, LARGEST_TYPE = pt(5), pt(72)
"""Of the body: 八号, and what still leaves a few characters to a line."""

Value = TypeVar("Value")

_SIZES = re.compile(r"(?P<width>.+?)\s*[x×]\s*(?P<height>.+)", re.IGNORECASE)


def page_setup(table: LayoutTable, base: PageSetup, decoder: Decoder, path: Path) -> PageSetup:
    """The page that the table, which stands at `path`, makes of `base`; the grid of a preset that it names goes first.

    A page centred between its margins stays centred, and letters are spaced only at the size that the preset spaces
    them for. What does not fit the paper is a fault of the decoder's document.
    """
    start = _with_grid_of(PRESETS[table.preset], base) if table.preset else base
    margins = table.margins or MarginsTable()
    width, height = _paper(table, start, decoder, path)
    font_size = table.font_size or start.font_size
    setup = replace(
        start,
        font_size=font_size,
        letter_spacing=_letter_spacing(start.preset, font_size),
        pitch=table.pitch or start.pitch,
        characters=table.characters or start.characters,
        lines=table.lines or start.lines,
        paper_width=width,
        paper_height=height,
        margin_top=_stated(margins.top, start.margin_top),
        margin_left=_stated(margins.left, start.margin_left),
        first_page=table.first_page or start.first_page,
        run_on=start.run_on if table.articles is None else table.articles == "run-on",
        even_pages=_stated(table.even_pages, start.even_pages),
        by_line=_stated(table.by_line, start.by_line),
        source_line=_stated(table.source_line, start.source_line),
    )
    if margins.left is None and _is_centred(start):
        setup = replace(setup, margin_left=(setup.paper_width - setup.measure) * 0.5)
    _judge(setup, margins, decoder, path)
    return setup


def _with_grid_of(preset: PageSetup, base: PageSetup) -> PageSetup:
    """The preset, with all that is no matter of the grid as in `base`."""
    return replace(
        preset,
        first_page=base.first_page,
        run_on=base.run_on,
        even_pages=base.even_pages,
        by_line=base.by_line,
        source_line=base.source_line,
    )


def _letter_spacing(preset: str, font_size: Length) -> Length:
    return PRESETS[preset].letter_spacing if font_size == PRESETS[preset].font_size else Length(0)


def _stated(value: Value | None, otherwise: Value) -> Value:
    return otherwise if value is None else value


def _paper(table: LayoutTable, base: PageSetup, decoder: Decoder, path: Path) -> tuple[Length, Length]:
    if table.paper is None:
        return base.paper_width, base.paper_height
    if table.paper.upper() in PAPERS:
        return PAPERS[table.paper.upper()]
    match = _SIZES.fullmatch(table.paper.strip())
    width, height = (parse_length(match[side]) if match else None for side in ("width", "height"))
    if width is None or height is None or not all(SHORTEST_SIDE <= side <= LONGEST_SIDE for side in (width, height)):
        hint = f"可以是{'、'.join(PAPERS)}，或宽与高，如“210mm x 297mm”，各在50 mm到558 mm之间"
        decoder.blame(f"“paper”不能是“{table.paper}”", (*path, "paper"), hint=hint)
        return base.paper_width, base.paper_height
    return width, height


def _is_centred(setup: PageSetup) -> bool:
    """Whether both side margins are the same, to a twip."""
    return abs(setup.margin_left.twips - setup.margin_right.twips) <= 1


def _judge(setup: PageSetup, margins: MarginsTable, decoder: Decoder, path: Path) -> None:
    """Find fault with a page that cannot be printed."""
    zero = Length(0)
    for name, key, margin in (("天头", "top", margins.top), ("订口", "left", margins.left)):
        if margin is not None and margin < zero:
            decoder.blame(f"{name}不能是负数", (*path, "margins", key), hint="例如“28mm”")
            return
    if not SMALLEST_TYPE <= setup.font_size <= LARGEST_TYPE:
        what = f"“font-size”应在{SMALLEST_TYPE.points:g}磅到{LARGEST_TYPE.points:g}磅之间"
        decoder.blame(what, (*path, "font-size"), hint="例如“小三”或“15pt”")
    elif setup.pitch < setup.font_size:
        what = f"行距{setup.pitch.points:g}磅小于字号{setup.font_size.points:g}磅，上下行会重叠"
        decoder.blame(what, (*path, "pitch"), hint="加大行距（pitch）或改小字号（font-size）")
    elif min(setup.margin_left, setup.margin_right) < zero:
        what = f"每行{setup.characters}字、每字{setup.cell.points:g}磅，版心宽{setup.measure.mm:.1f} mm，"
        what += _beyond("订口", setup.margin_left, "宽", setup.paper_width)
        decoder.blame(what, (*path, "characters"), hint="减少每行字数（characters），或改小字号、订口")
    elif min(setup.margin_top, setup.margin_bottom) < zero:
        what = f"每页{setup.lines}行、行距{setup.pitch.points:g}磅，版心高{setup.depth.mm:.1f} mm，"
        what += _beyond("天头", setup.margin_top, "高", setup.paper_height)
        decoder.blame(what, (*path, "lines"), hint="减少每页行数（lines），或改小行距、天头")


def _beyond(name: str, margin: Length, side: str, paper: Length) -> str:
    """By what the type area and the margin before it, if there is one, are too large."""
    added = f"加上{name}{margin.mm:.1f} mm，" if margin > Length(0) else ""
    return f"{added}超出纸{side}{paper.mm:.1f} mm"
