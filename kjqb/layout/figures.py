"""Figures: an image scaled into the page, and its caption."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from kjqb.layout.compose import Composer
from kjqb.layout.pages import LaidFigure, LaidText
from kjqb.layout.styles import Role
from kjqb.model.article import Figure, Note
from kjqb.units import Length, pt

AIR = pt(6)
"""What the line of an image is higher than the image at the least."""

_MOST = 0.8
"""What an image and its caption take of a page's lines at the most."""


def lay_figure(figure: Figure, composer: Composer, notes: Mapping[str, Note]) -> Iterator[LaidFigure | LaidText]:
    """The image in a line of whole pitches, no wider than the measure, and below it the caption, if there is one.

    Both together leave room for a title on their page, which holds on to them if they open an article.
    """
    caption = composer.passage(figure.passage, Role.FIGURE_CAPTION, notes) if figure.passage.text else None
    setup, picture = composer.setup, figure.picture
    pitch = setup.pitch.twips
    most = max(int(setup.lines * _MOST) - (len(caption.lines) if caption else 0), 1) * pitch - AIR.twips
    scale = min(1.0, setup.measure.twips / picture.width.twips, most / picture.height.twips)
    width, height = picture.width * scale, picture.height * scale
    line = ceil((height.twips + AIR.twips) / pitch) * pitch
    yield LaidFigure(picture, width, height, Length(line), figure.passage.text)
    if caption:
        yield caption
