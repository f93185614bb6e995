"""What a check of whole issues found, kept for as long as nothing it depends on changes.

An entry is a file of `.kjqb/check`, named by a digest of everything that the findings follow from: the program, what is
asked, kjqb.toml, the contents of all files of the issues that are checked, and the list of all other issues' files, for
rules compare an issue with those before it. So an entry is never stale, and whoever deletes one loses time only. What
cannot be read or written is passed over: a check never fails for its cache.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import kjqb
from kjqb.check.finding import Checked, Finding, Fix, Report
from kjqb.errors import KjqbError
from kjqb.model.bulletin import Severity
from kjqb.model.issue import IssueId
from kjqb.model.source import Extent
from kjqb.text.spans import Edit, Span
from kjqb.workspace.workspace import CONFIGURATION, STATE, Workspace

FOLDER = "check"
KEPT = 64
"""So many entries, the newest."""

_PARSERS = ("markdown_it", "tomli")
"""Packages that the reading of an issue depends on."""

_OUTSIDE = b".."
"""An article that holds this may show an image from elsewhere in the workspace."""


@dataclass(frozen=True, slots=True)
class CheckCache:
    """Where the findings of one check are, or would be, kept."""

    workspace: Workspace
    path: Path

    @classmethod
    def of(cls, workspace: Workspace, issues: Iterable[IssueId], asked: str) -> CheckCache | None:
        """The place for a check of these issues; None where it cannot be told from others for certain."""
        try:
            facts = list(_facts(workspace, tuple(issues), asked))
        except (OSError, KjqbError, _UnknownImagesError):
            return None
        digest = blake2b("\0".join(facts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
        return cls(workspace, workspace.root / STATE / FOLDER / f"{digest}.json")

    def read(self) -> Report | None:
        """What was found; None where that is not known."""
        try:
            data = json.loads(self.path.read_bytes())
            return _report(data, self.workspace) if data["key"] == self.path.stem else None
        except (OSError, KjqbError, LookupError, TypeError, ValueError, AttributeError):
            return None

    def write(self, report: Report) -> None:
        """Keep what was found; nothing where a rule crashed."""
        if report.crashes:
            return
        text = json.dumps({"key": self.path.stem, **_record(report)}, ensure_ascii=True)
        try:
            self._drop_old()
            self.workspace.write(self.path, text)
        except (OSError, KjqbError):
            return

    def _drop_old(self) -> None:
        entries = self.path.parent.glob("*.json") if self.path.parent.is_dir() else ()
        by_age = sorted(entries, key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
        for entry in by_age[KEPT - 1 :]:
            entry.unlink(missing_ok=True)


class _UnknownImagesError(Exception):
    """An article with an image outside of its issue's folder."""


def _facts(workspace: Workspace, issues: tuple[IssueId, ...], asked: str) -> Iterator[str]:
    yield from _program()
    yield from (asked, os.path.relpath(workspace.root, workspace.base), " ".join(map(str, issues)))
    yield _content(workspace.root / CONFIGURATION)
    own = set(issues)
    for folder, file in _files(workspace.issues):
        issue = IssueId.parse(folder.relative_to(workspace.issues).parts[0]) if folder != workspace.issues else None
        yield f"{file} {_content(file, inside=True) if issue in own else _stamp(file)}"


def _program() -> Iterator[str]:
    package = Path(kjqb.__file__).parent
    yield kjqb.__version__
    for _, file in _files(package):
        if file.suffix != ".pyc":
            yield f"{file} {_stamp(file)}"
    for name in _PARSERS:
        spec = find_spec(name)
        if spec and spec.origin:
            yield f"{name} {_stamp(Path(spec.origin))}"


def _files(root: Path) -> Iterator[tuple[Path, Path]]:
    """Every file below a folder, with the folder it is in, in one and the same order."""
    for name, folders, files in os.walk(root, followlinks=True):
        folders.sort()
        folder = Path(name)
        yield from ((folder, folder / file) for file in sorted(files))


def _stamp(file: Path) -> str:
    status = file.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


def _content(file: Path, *, inside: bool = False) -> str:
    data = file.read_bytes()
    if inside and file.suffix.lower() == ".md" and _OUTSIDE in data:
        raise _UnknownImagesError
    return blake2b(data, digest_size=20).hexdigest()


def _record(report: Report) -> dict[str, Any]:
    checked = report.checked
    return {
        "names": checked.names,
        "blocks": checked.blocks,
        "characters": checked.characters,
        "findings": [_finding_record(finding) for finding in report.findings],
    }


def _finding_record(finding: Finding) -> dict[str, Any]:
    edits = finding.fix.edits if finding.fix else None
    return {
        "code": finding.code,
        "file": finding.file,
        "span": _span_record(finding.extent.span),
        "message": finding.message,
        "severity": finding.graded.value if finding.graded else None,
        "edits": None if edits is None else [[*_span_record(edit.span), edit.text] for edit in edits],
    }


def _span_record(span: Span) -> list[int]:
    return [span.start, span.end]


def _report(data: Mapping[str, Any], workspace: Workspace) -> Report:
    checked = Checked(tuple(data["names"]), int(data["blocks"]), int(data["characters"]))
    return Report(tuple(_findings(data["findings"], workspace)), checked)


def _findings(records: list[Mapping[str, Any]], workspace: Workspace) -> Iterator[Finding]:
    if not records:
        return
    from kjqb.check.registry import find  # a clean issue does without the rules

    names = {record["file"] for record in records}
    sources = {name: workspace.read(workspace.base / name) for name in names}
    for record in records:
        rule = find(record["code"])
        edits = record["edits"]
        yield Finding(
            rule,
            Extent(sources[record["file"]], Span(*record["span"])),
            str(record["message"]),
            None if edits is None else Fix(rule.fix, tuple(Edit(Span(start, end), text) for start, end, text in edits)),
            Severity(record["severity"]) if record["severity"] else None,
        )
