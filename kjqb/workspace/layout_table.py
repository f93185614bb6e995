"""From `[layout]` to the page."""

from __future__ import annotations

import re
from dataclasses import replace

from kjqb.model.page_setup import PRESETS, PageSetup
from kjqb.units import Length, mm, parse_length
from kjqb.workspace.decode import Decoder
from kjqb.workspace.locate import Path
from kjqb.workspace.schema import LayoutTable, MarginsTable

PAPERS = {"A3": (mm(297), mm(420)), "A4": (mm(210), mm(297)), "A5": (mm(148), mm(210))}
"""Width and height by name (GB/T 148—1997, series A)."""

_SIZES = re.compile(r"(?P<width>.+?)\s*[x×]\s*(?P<height>.+)", re.IGNORECASE)


def page_setup(table: LayoutTable, base: PageSetup, decoder: Decoder, path: Path) -> PageSetup:
    """The page that the table, which stands at `path`, makes of `base`; a preset that it names takes base's place.

    A page centred between its margins stays centred. What does not fit the paper is a fault of the decoder's document.
    """
    start = PRESETS[table.preset] if table.preset else base
    margins = table.margins or MarginsTable()
    width, height = _paper(table, start, decoder, path)
    setup = replace(
        start,
        font_size=table.font_size or start.font_size,
        pitch=table.pitch or start.pitch,
        characters=table.characters or start.characters,
        lines=table.lines or start.lines,
        paper_width=width,
        paper_height=height,
        margin_top=start.margin_top if margins.top is None else margins.top,
        margin_left=start.margin_left if margins.left is None else margins.left,
        first_page=table.first_page or start.first_page,
        run_on=start.run_on if table.articles is None else table.articles == "run-on",
    )
    if margins.left is None and _is_centred(start):
        setup = replace(setup, margin_left=(setup.paper_width - setup.measure) * 0.5)
    _judge(setup, decoder, path)
    return setup


def _paper(table: LayoutTable, base: PageSetup, decoder: Decoder, path: Path) -> tuple[Length, Length]:
    if table.paper is None:
        return base.paper_width, base.paper_height
    if table.paper.upper() in PAPERS:
        return PAPERS[table.paper.upper()]
    match = _SIZES.fullmatch(table.paper.strip())
    width, height = (parse_length(match[side]) if match else None for side in ("width", "height"))
    if width is None or height is None or min(width, height) <= Length(0):
        hint = f"可以是{'、'.join(PAPERS)}，或宽与高，如“210mm x 297mm”"
        decoder.blame(f"“paper”不能是“{table.paper}”", (*path, "paper"), hint=hint)
        return base.paper_width, base.paper_height
    return width, height


def _is_centred(setup: PageSetup) -> bool:
    """Whether both side margins are the same, to a twip."""
    return abs(setup.margin_left.twips - setup.margin_right.twips) <= 1


def _judge(setup: PageSetup, decoder: Decoder, path: Path) -> None:
    """Find fault with a page that cannot be printed."""
    zero = Length(0)
    if setup.font_size <= zero:
        decoder.blame("“font-size”应大于0", (*path, "font-size"), hint="例如“小三”或“15pt”")
    elif setup.pitch < setup.font_size:
        what = f"行距{setup.pitch.points:g}磅小于字号{setup.font_size.points:g}磅，上下行会重叠"
        decoder.blame(what, (*path, "pitch"), hint="加大行距（pitch）或改小字号（font-size）")
    elif min(setup.margin_left, setup.margin_right) < zero:
        what = (
            f"每行{setup.characters}字、每字{setup.cell.points:g}磅，版心宽{setup.measure.mm:.1f} mm，"
            f"加上订口{setup.margin_left.mm:.1f} mm，超出纸宽{setup.paper_width.mm:.1f} mm"
        )
        decoder.blame(what, (*path, "characters"), hint="减少每行字数（characters），或改小字号、订口")
    elif min(setup.margin_top, setup.margin_bottom) < zero:
        what = (
            f"每页{setup.lines}行、行距{setup.pitch.points:g}磅，版心高{setup.depth.mm:.1f} mm，"
            f"加上天头{setup.margin_top.mm:.1f} mm，超出纸高{setup.paper_height.mm:.1f} mm"
        )
        decoder.blame(what, (*path, "lines"), hint="减少每页行数（lines），或改小行距、天头")
