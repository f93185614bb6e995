"""The editions of an issue, as bytes and as files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum
from hashlib import sha256
from pathlib import Path

from kjqb.actions.contents import LaidOut, lay_out_issue
from kjqb.errors import UsageError
from kjqb.layout.target import Target
from kjqb.model.issue import Issue, IssueId
from kjqb.render.plain import Encoding, Newline, Wrap, encode, plain
from kjqb.workspace.files import write_files
from kjqb.workspace.workspace import DIST, Workspace

_LONGEST_STEM = 200
"""Bytes of UTF-8; most file systems take names of 255."""

_FORBIDDEN = frozenset('<>:"/\\|?*')
"""What Windows takes in no name."""


class Format(Enum):
    """The formats of editions, by the suffixes of their files."""

    DOCX = "docx"
    TXT = "txt"


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How the plain-text edition is written."""

    encoding: Encoding = "utf-8"
    newline: Newline = "lf"
    wrap: Wrap = "none"


DEFAULT = TextOptions()


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export, and how."""

    issue: IssueId | None = None
    """None for the newest."""
    formats: tuple[Format, ...] = tuple(Format)
    output: Path | None = None
    """A folder, or with one format a file; None for dist/ISSUE."""
    target: Target | None = None
    text: TextOptions = DEFAULT
    epoch: datetime | None = None
    """The time that documents state; None for the issue's date."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition, not yet written."""

    format: Format
    name: str
    """Of its file."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Product:
    """A file with an edition."""

    format: Format
    path: str
    """Relative to the current folder."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, or would write."""

    laid_out: LaidOut
    products: tuple[Product, ...]


def editions(
    laid_out: LaidOut, formats: Iterable[Format], text: TextOptions = DEFAULT, epoch: datetime | None = None
) -> tuple[Edition, ...]:
    """The editions of an issue; the same for the same source and options."""
    stem = file_stem(laid_out.issue)
    return tuple(
        Edition(format_, f"{stem}.{format_.value}", _bytes(laid_out, format_, text, epoch))
        for format_ in dict.fromkeys(formats)
    )


def export(workspace: Workspace, request: ExportRequest, *, dry_run: bool = False) -> Exported:
    """Write the editions of an issue; of several all, or none.

    The workspace is locked where they go into it, so that two that export at a time do not mix. Raises UsageError where
    `output` cannot take them, LockedError, and UnwritableError where the system refuses.
    """
    output = request.output
    if dry_run or (output is not None and not output.resolve().is_relative_to(workspace.root)):
        return _exported(workspace, request, dry_run=dry_run)
    with workspace.locked():
        return _exported(workspace, request, dry_run=False)


def _exported(workspace: Workspace, request: ExportRequest, *, dry_run: bool) -> Exported:
    laid_out = lay_out_issue(workspace, request.issue, request.target)
    made = editions(laid_out, request.formats, request.text, request.epoch)
    placed = places(workspace, laid_out, made, request.output)
    if not dry_run:
        put(workspace, {path: edition.data for path, edition in placed.items()})
    return exported(workspace, laid_out, placed)


def places(
    workspace: Workspace, laid_out: LaidOut, made: tuple[Edition, ...], output: Path | None = None
) -> dict[Path, Edition]:
    """Where editions go: dist/ISSUE, or `output`.

    Raises UsageError where that cannot take them.
    """
    folder = output or workspace.root / DIST / workspace.folder(laid_out.issue.id).name
    return {_path(edition, folder, alone=output is not None and len(made) == 1): edition for edition in made}


def put(workspace: Workspace, products: Mapping[Path, bytes], sources: Mapping[Path, str] | None = None) -> None:
    """Write products and, with them, files of the source: all or none.

    Products that go out of the workspace are written first, and by themselves. Raises UnwritableError.
    """
    outside = {path: each for path, each in products.items() if not path.resolve().is_relative_to(workspace.root)}
    if outside:
        write_files(outside, {path: workspace.name(path.absolute()) for path in outside})
    inside = {path.absolute(): each for path, each in products.items() if path not in outside}
    if inside or sources:
        workspace.write_all({**inside, **(sources or {})})


def exported(workspace: Workspace, laid_out: LaidOut, placed: Mapping[Path, Edition]) -> Exported:
    """What is to be told of editions in their places."""
    products = (
        Product(edition.format, workspace.name(path.absolute()), sha256(edition.data).hexdigest())
        for path, edition in placed.items()
    )
    return Exported(laid_out, tuple(products))


def file_stem(issue: Issue) -> str:
    """The name of an issue's editions without suffix: bulletin and issue, without what no file name may hold."""
    return file_stem_of(issue.masthead.title.text, issue.id.label)


def file_stem_of(title: str, rest: str) -> str:
    """A title, without what no file name may hold and as long as there is room, and what follows it."""
    allowed = "".join(character for character in title if _is_allowed(character)).strip(" .")
    room = _LONGEST_STEM - len(rest.encode())
    return allowed.encode()[:room].decode("utf-8", "ignore") + rest


def stated_time(issue: Issue, epoch: datetime | None) -> datetime:
    """The time that an edition states of itself: `epoch`, else the issue's date, else its year's first day."""
    if epoch:
        return epoch
    day = issue.date
    return datetime(*(day.year, day.month, day.day) if day else (issue.id.year, 1, 1), tzinfo=timezone.utc)


def _bytes(laid_out: LaidOut, format_: Format, text: TextOptions, epoch: datetime | None) -> bytes:
    if format_ is Format.TXT:
        return encode(plain(laid_out.layout, wrap=text.wrap), text.encoding, text.newline)
    from kjqb.render.docx.edition import docx  # heavy, and text does without

    return docx(laid_out.issue, laid_out.layout, modified=stated_time(laid_out.issue, epoch))


def _path(edition: Edition, output: Path, *, alone: bool) -> Path:
    """Where an edition goes: into a folder, or alone into a file, which is known by its suffix."""
    is_file = output.suffix.lower() in {f".{format_.value}" for format_ in Format} and not output.is_dir()
    if output.is_file() or is_file:
        if not alone:
            raise UsageError(f"“{output}”是文件名，只能导出一种格式", hint="用“-f”选定一种格式，或改写文件夹")
        if output.suffix.lower() != f".{edition.format.value}":
            right = output.with_suffix(f".{edition.format.value}").name
            raise UsageError(f"“{output}”的扩展名与导出的格式不符", hint=f"改写为“{right}”，或改写文件夹")
        return output
    return output / edition.name


def _is_allowed(character: str) -> bool:
    return character not in _FORBIDDEN and unicodedata.category(character)[0] != "C"
