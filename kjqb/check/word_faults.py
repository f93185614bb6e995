"""Faults of a Word file's layout: told once for each kind, and what type of which face and size is called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kjqb.check.faces import NAMES, is_face, is_latin
from kjqb.check.rule import Hit
from kjqb.check.word_layout import Placed, WordLayout, size_of
from kjqb.layout.styles import Face
from kjqb.model.source import Extent
from kjqb.ooxml.document import WordRun
from kjqb.units import TYPE_SIZES, Length


def once_each(found: Iterable[tuple[Extent, str]]) -> Iterator[Hit]:
    """A hit for each message, at its first place, with the number of its places."""
    places: dict[str, list[Extent]] = {}
    for extent, message in found:
        places.setdefault(message, []).append(extent)
    for message, extents in places.items():
        more = f"（共{len(extents)}处）" if len(extents) > 1 else ""
        yield Hit(extents[0], message + more)


def wrong_type(layout: WordLayout, each: Placed, accents: Collection[Face] = ()) -> Iterator[tuple[Extent, str]]:
    """Stretches of a paragraph in another face or size than its role has.

    Words may be set apart in one of the accents where other words of the paragraph stand in its own face.
    """
    style = layout.style(each.role)
    wanted = {style.face}
    if any(is_face(run.format.east_asian, style.face) for run in each.chinese):
        wanted |= set(accents)
    for run in each.chinese:
        font = run.format.east_asian
        if lacks_chinese(run) or is_in_latin_slot(run, style.face):
            continue
        if not any(is_face(font, face) for face in wanted):
            yield each.extent(run.span.start, run.span.end), f"字体为“{font}”，应为{NAMES[style.face]}"
    for run in each.runs:
        if size_of(run) != style.type.size:
            stretch = each.extent(run.span.start, run.span.end)
            yield stretch, f"字号为{size_name(size_of(run))}，应为{size_name(style.type.size)}"


def lacks_chinese(run: WordRun) -> bool:
    """Whether a run names no font that has Chinese."""
    return not run.format.east_asian or is_latin(run.format.east_asian)


def is_in_latin_slot(run: WordRun, face: Face) -> bool:
    """Whether a run names a font of the face for its Latin only, so that its Chinese stands in another."""
    return is_face(run.format.latin, face) and not is_face(run.format.east_asian, face)


def runs_of(layout: WordLayout) -> Iterator[tuple[Placed, WordRun]]:
    """All runs that show something, with their paragraphs."""
    return ((each, run) for each in layout.placed for run in each.runs)


def size_name(size: Length) -> str:
    """A size of type in the trade's words: 小三（15磅）."""
    name = next((name for name, points in TYPE_SIZES.items() if points == size.points), "")
    points = f"{size.points:g}磅"
    return f"{name}（{points}）" if name else points


def millimetres(length: Length) -> str:
    """A length in whole millimetres, or to one place."""
    return f"{round(length.mm, 1):g}毫米"
