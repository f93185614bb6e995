"""Reading a Word file: from its parts to what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from kjqb.ooxml.counting import Counting
from kjqb.ooxml.document import Section, View, WordDocument, WordParagraph
from kjqb.ooxml.opened import RELATIONSHIPS, Opened, W, opened
from kjqb.ooxml.stylesheet import StyleSheet, properties
from kjqb.ooxml.walk import REVISIONS, Walk
from kjqb.units import Length

_DEFAULT_MARGIN = 1440
_NOTES = (("footnote", ""), ("endnote", "e"))
"""Kinds of notes, and what their labels begin with."""


def read_document(data: bytes, name: str) -> WordDocument:
    """Read the file of that name, all its tracked changes accepted.

    Raises UnreadableDocxError.
    """
    return read_package(opened(data, name), View.FINAL)


def read_package(package: Opened, view: View) -> WordDocument:
    """Read a file that has been opened.

    Raises UnreadableDocxError.
    """
    root = package.root(package.main)
    settings = package.related("settings")
    walk = Walk(
        package,
        StyleSheet.of(package.related("styles"), package.related("theme")),
        Counting.of(package.related("numbering")),
        dict(_comments(package.related("comments"))),
        view,
    )
    text = walk.read(root, package.main)
    notes = [note for kind, prefix in _NOTES for note in _notes(package, walk, kind, prefix)]
    return WordDocument(
        paragraphs=(*text, *notes),
        sections=tuple(_sections(root, package, walk)) or (_section(None),),
        even_and_odd=settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None,
        has_revisions=next(root.iter(*REVISIONS), None) is not None,
        has_comments=next(root.iter(f"{W}commentReference"), None) is not None,
    )


def _comments(root: etree._Element | None) -> Iterator[tuple[str, tuple[str, str]]]:
    for comment in () if root is None else root.iter(f"{W}comment"):
        paragraphs = ("".join(text.text or "" for text in each.iter(f"{W}t")) for each in comment.iter(f"{W}p"))
        yield comment.get(f"{W}id", ""), (comment.get(f"{W}author", ""), " ".join(filter(None, paragraphs)))


def _notes(package: Opened, walk: Walk, kind: str, prefix: str) -> Iterator[WordParagraph]:
    path = package.related_path(f"{kind}s")
    for note in package.root(path).iter(f"{W}{kind}") if path else ():
        if note.get(f"{W}type", "normal") == "normal":
            label = prefix + note.get(f"{W}id", "")
            yield from (replace(paragraph, note=label) for paragraph in walk.read(note, path or ""))


def _sections(root: etree._Element, package: Opened, walk: Walk) -> Iterator[Section]:
    headers: dict[str, tuple[WordParagraph, ...]] = {}
    footers: dict[str, tuple[WordParagraph, ...]] = {}
    for found in root.iter(f"{W}sectPr"):
        if found.getparent().tag == f"{W}sectPrChange":
            continue
        headers = {**headers, **dict(_furniture(found, "header", package, walk))}
        footers = {**footers, **dict(_furniture(found, "footer", package, walk))}
        yield replace(_section(found), headers=headers, footers=footers)


def _furniture(
    section: etree._Element, kind: str, package: Opened, walk: Walk
) -> Iterator[tuple[str, tuple[WordParagraph, ...]]]:
    """The headers or footers of a section, by kind."""
    for reference in section.iterchildren(f"{W}{kind}Reference"):
        path = package.target(reference.get(f"{{{RELATIONSHIPS}}}id", ""))
        if path:
            yield reference.get(f"{W}type", "default"), walk.read(package.root(path), path)


def _section(found: etree._Element | None) -> Section:
    stated = properties(found)
    size, margins, grid = (stated.get(tag, {}) for tag in ("pgSz", "pgMar", "docGrid"))

    def margin(side: str) -> Length:
        return Length(abs(_number(margins.get(side, ""), _DEFAULT_MARGIN)))

    lined = grid.get("type", "default") in {"lines", "linesAndChars", "snapToChars"}
    return Section(
        width=Length(_number(size.get("w", ""), 12240)),
        height=Length(_number(size.get("h", ""), 15840)),
        top=margin("top"),
        right=margin("right"),
        bottom=margin("bottom"),
        left=margin("left") + Length(_number(margins.get("gutter", ""), 0)),
        grid_pitch=Length(_number(grid.get("linePitch", ""), 0)) if lined else None,
        has_first="titlePg" in stated,
    )


def _number(text: str, otherwise: int) -> int:
    digits = text.partition(".")[0].removeprefix("-")
    return int(text.partition(".")[0]) if digits.isascii() and digits.isdecimal() and len(digits) <= 6 else otherwise
