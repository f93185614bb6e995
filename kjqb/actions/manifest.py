"""The manifest of a build: which sources gave which products, by their SHA-256.

It stands beside the editions, as `manifest.json`. The same sources and the same version of kjqb give the same manifest.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from kjqb import __version__
from kjqb.actions.contents import LaidOut, contents_path
from kjqb.errors import KjqbError, Where
from kjqb.model.article import Figure
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import CONFIGURATION, DIST, ISSUE, Workspace

NAME = "manifest.json"
SCHEMA = "kjqb.manifest/1"
_CHUNK = 1 << 20
_MOST_BYTES = 16 << 20
"""No manifest is larger: some hundred bytes a file."""


class ManifestMissingError(KjqbError):
    """An issue that was not built, or whose manifest is gone."""

    slug = "manifest-missing"


class BadManifestError(KjqbError):
    """A manifest that kjqb has not written."""

    slug = "bad-manifest"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a manifest."""

    path: str
    """From the workspace's folder, with `/`."""
    sha256: str
    is_product: bool


@dataclass(frozen=True, slots=True)
class Deviation:
    """A file that is no longer what the manifest says."""

    path: str
    """Relative to the current folder."""
    is_product: bool
    is_missing: bool


@dataclass(frozen=True, slots=True)
class ManifestCheck:
    """A manifest against the files that it lists."""

    issue: IssueId
    manifest: str
    """Its path, relative to the current folder."""
    version: str
    """Of the kjqb that built."""
    files: int
    deviations: tuple[Deviation, ...]


def manifest_path(workspace: Workspace, issue: IssueId) -> Path:
    """Where an issue's manifest stands."""
    return workspace.root / DIST / workspace.folder(issue).name / NAME


def manifest_text(workspace: Workspace, laid_out: LaidOut, products: Mapping[Path, bytes]) -> str:
    """The manifest of an issue and the products made of it, the stored contents list among them."""
    contents = {contents_path(workspace, laid_out.issue.id): laid_out.contents_text.encode()}
    data = {
        "schema": SCHEMA,
        "issue": str(laid_out.issue.id),
        "tool": {"name": "kjqb", "version": __version__},
        "target": laid_out.layout.target.value,
        "sources": _records(workspace, dict(_sources(workspace, laid_out))),
        "products": _records(workspace, {**products, **contents}),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def check_manifest(workspace: Workspace, issue: IssueId | None = None) -> ManifestCheck:
    """Compare an issue (the newest) with the manifest of its build; nothing is laid out.

    Raises ManifestMissingError and BadManifestError.
    """
    return workspace.steadily(lambda: _checked(workspace, issue or workspace.newest()))


def _checked(workspace: Workspace, issue: IssueId) -> ManifestCheck:
    path = manifest_path(workspace, issue)
    name = workspace.name(path)
    version, listed = _read(path, name)
    deviations = tuple(
        Deviation(workspace.name(workspace.root / each.path), each.is_product, is_missing=found is None)
        for each in listed
        if (found := _digest(workspace.root, each.path, name)) != each.sha256
    )
    return ManifestCheck(issue, name, version, len(listed), deviations)


def _sources(workspace: Workspace, laid_out: LaidOut) -> Iterator[tuple[Path, bytes]]:
    """Everything that the issue was read from, as it was read."""
    folder = workspace.folder(laid_out.issue.id)
    for path in (workspace.root / CONFIGURATION, folder / ISSUE):
        yield path, workspace.read(path).text.encode()
    for article in laid_out.issue.articles:
        yield workspace.base / article.file, article.source.text.encode()
        for block in article.blocks:
            if isinstance(block, Figure):
                yield folder / block.picture.file, block.picture.blob


def _records(workspace: Workspace, files: Mapping[Path, bytes]) -> list[dict[str, str]]:
    digests = {_name(workspace, path): sha256(data).hexdigest() for path, data in files.items()}
    return [{"path": path, "sha256": digest} for path, digest in sorted(digests.items())]


def _name(workspace: Workspace, path: Path) -> str:
    return Path(os.path.relpath(path, workspace.root)).as_posix()


def _read(path: Path, name: str) -> tuple[str, tuple[Listed, ...]]:
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(_MOST_BYTES))
        if data["schema"] != SCHEMA:
            raise _bad(name)
        listed = tuple(
            Listed(str(each["path"]), str(each["sha256"]), is_product)
            for key, is_product in (("sources", False), ("products", True))
            for each in data[key]
        )
        return str(data["tool"]["version"]), listed
    except FileNotFoundError:
        hint = "用“kjqb build”编制这一期；清单随各版一起写成"
        raise ManifestMissingError("没有编制清单", where=Where(name), hint=hint) from None
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise _bad(name) from error


def _digest(root: Path, name: str, manifest: str) -> str | None:
    """SHA-256 of a file of the workspace; None where it is not there.

    Raises BadManifestError for a path that leads out of the workspace.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\0" in name:
        raise _bad(manifest)
    digest = sha256()
    try:
        with (root / path).open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()


def _bad(name: str) -> BadManifestError:
    return BadManifestError("编制清单的内容不对", where=Where(name), hint="用“kjqb build”重新编制这一期")
