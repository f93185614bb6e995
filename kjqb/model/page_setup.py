"""The page: paper, type and grid, and the presets an office chooses from.

The grid rules: measure and depth of the type area follow from characters, lines, size and pitch, and the right and
lower margins from what is left of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kjqb.units import Length, mm, pt

A4_WIDTH, A4_HEIGHT = mm(210), mm(297)
"""GB/T 9704—2012, 5.1."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper, margins, body type and grid of an issue."""

    preset: str
    font_size: Length
    letter_spacing: Length
    pitch: Length
    """From one line's base to the next; exact, whatever stands in the line."""
    characters: int
    """Full-width characters in a line."""
    lines: int
    """Body lines on a page."""
    margin_top: Length
    margin_left: Length
    paper_width: Length = A4_WIDTH
    paper_height: Length = A4_HEIGHT
    first_page: int | None = None
    """Number of the page on which the body begins; None: the page after the contents list."""
    run_on: bool = True
    """Whether an article begins where the one before it ended, not on a new page."""
    even_pages: bool = False
    """Whether the colophon stands on an even page."""
    by_line: bool = True
    """Whether an article's authors are printed below its title."""
    source_line: bool = True
    """Whether an article's source is printed at its end."""

    @property
    def cell(self) -> Length:
        """Advance of one full-width character."""
        return self.font_size + self.letter_spacing

    @property
    def measure(self) -> Length:
        """Width of the type area: the characters and a tenth of an em, that no full line hangs on rounding."""
        return self.cell * self.characters + self.font_size * 0.1

    @property
    def depth(self) -> Length:
        """Height of the type area: the lines and a tenth of a pitch."""
        return self.pitch * self.lines + self.pitch * 0.1

    @property
    def margin_right(self) -> Length:
        """What the measure leaves of the paper's width."""
        return self.paper_width - self.margin_left - self.measure

    @property
    def margin_bottom(self) -> Length:
        """What the depth leaves of the paper's height."""
        return self.paper_height - self.margin_top - self.depth


def _centred(setup: PageSetup) -> PageSetup:
    return replace(setup, margin_left=(setup.paper_width - setup.measure) * 0.5)


BULLETIN = _centred(
    PageSetup(
        preset="bulletin",
        font_size=pt(15),
        letter_spacing=pt(0),
        pitch=pt(30),
        characters=30,
        lines=21,
        margin_top=mm(37),
        margin_left=mm(0),
    )
)
"""The house's grid of 30 characters by 21 lines."""

GBT9704 = PageSetup(
    preset="gbt9704",
    font_size=pt(16),
    letter_spacing=pt(-0.25),
    pitch=pt(28.95),
    characters=28,
    lines=22,
    margin_top=mm(37),
    margin_left=mm(28),
)
"""The grid of official documents: 28 characters by 22 lines in 156 mm by 225 mm (GB/T 9704—2012, 5.2.1, 5.2.3)."""

PRESETS = {setup.preset: setup for setup in (BULLETIN, GBT9704)}
"""The presets by the name that kjqb.toml gives."""
