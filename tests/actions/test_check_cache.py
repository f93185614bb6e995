"""What a check found is kept: used while nothing has changed, never after."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import kjqb
from kjqb.actions.check import CheckRequest, check, fix
from kjqb.actions.check_cache import KEPT
from kjqb.check.finding import Report
from tests.images import png
from tests.workspaces import THREE, article, issue, make, where_permissions_bind

ONE, OTHER = "issues/2024-01/甲.md", "issues/2024-02/丁.md"
FILES = {
    **THREE,
    ONE: article("甲题", "平台,共享5 个。一是甲。一是乙。三是丙。\n"),
    "issues/2024-02/issue.toml": issue(2, "丁.md"),
    OTHER: article("丁题"),
}
REQUEST = CheckRequest(names=("2024-01",))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entries() -> list[Path]:
    return sorted(Path(".kjqb/check").glob("*.json"))


def found(request: CheckRequest = REQUEST) -> Report:
    return check(replace(request, base=Path.cwd())).report


def marked() -> Report:
    """Check twice, and between the two change what is kept, so that it can be told from what is found anew."""
    found()
    (entry,) = entries()
    data = json.loads(entry.read_text())
    for finding in data["findings"]:
        finding["message"] = "旧"
    entry.write_text(json.dumps(data))
    return found()


def is_kept(report: Report) -> bool:
    return {finding.message for finding in report.findings} == {"旧"}


@pytest.mark.usefixtures("root")
def test_what_is_kept_is_what_was_found():
    first = found()
    assert len(first.findings) > 2
    assert len(entries()) == 1
    assert found() == first
    assert is_kept(marked())


@pytest.mark.usefixtures("root")
def test_what_is_kept_without_findings_is_known_to_be_so():
    clean = CheckRequest(names=("2024-02",))
    assert found(clean) == found(clean)
    assert len(entries()) == 1


CHANGES: dict[str, Callable[[], object]] = {
    "the article": lambda: Path(ONE).write_text(FILES[ONE].replace("共享", "公用"), "utf-8"),
    "the configuration": lambda: Path("kjqb.toml").write_text(FILES["kjqb.toml"] + "\n[check]\n", "utf-8"),
    "issue.toml": lambda: Path("issues/2024-01/issue.toml").write_text(issue(1, "甲.md"), "utf-8"),
    "another issue's article": lambda: Path(OTHER).write_text(article("丁题", "另一段正文。\n"), "utf-8"),
    "another issue more": lambda: shutil.copytree("issues/2024-02", "issues/2024-03"),
    "a file beside": lambda: Path("issues/2024-01/戊.md").write_text(article("戊题"), "utf-8"),
    "an image": lambda: Path("issues/2024-01/图.png").write_bytes(png()),
    "a file of the same size and time": lambda: _same_stamp(Path(ONE), FILES[ONE].replace("共享", "公用")),
}


def _same_stamp(path: Path, text: str) -> None:
    status = path.stat()
    path.write_text(text, "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_checked_anew(change: str):
    assert is_kept(marked())
    CHANGES[change]()
    assert not is_kept(found())


@pytest.mark.usefixtures("root")
def test_another_version_of_the_program_checks_anew(monkeypatch: pytest.MonkeyPatch):
    assert is_kept(marked())
    monkeypatch.setattr(kjqb, "__version__", "99")
    assert not is_kept(found())


@pytest.mark.usefixtures("root")
def test_other_rules_are_another_question():
    assert is_kept(marked())
    assert not is_kept(found(replace(REQUEST, select=("P",))))
    assert not is_kept(found(replace(REQUEST, ignore=("K",))))
    assert is_kept(found())


def test_names_are_told_from_the_folder_one_is_in(root: Path, monkeypatch: pytest.MonkeyPatch):
    found()
    monkeypatch.chdir(root / "issues")
    assert {finding.file for finding in found().findings} == {"2024-01/甲.md"}


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"null", b'{"key": 1}', b"\xff", b'{"key": "KEY", "findings": 3}'])
def test_a_damaged_entry_is_made_anew(junk: bytes):
    first = found()
    (entry,) = entries()
    entry.write_bytes(junk.replace(b"KEY", entry.stem.encode()))
    assert found() == first
    assert json.loads(entry.read_text())["key"] == entry.stem


@pytest.mark.usefixtures("root")
def test_an_entry_that_speaks_of_a_rule_that_is_gone_is_made_anew():
    first = found()
    (entry,) = entries()
    entry.write_text(entry.read_text().replace('"P101"', '"P999"'))
    assert found() == first


@where_permissions_bind
def test_a_workspace_that_cannot_be_written_to_is_checked_all_the_same(root: Path):
    root.chmod(0o500)
    try:
        assert found().findings
    finally:
        root.chmod(0o700)


def test_where_the_folder_cannot_be_made_nothing_is_kept(root: Path):
    (root / ".kjqb").write_text("a file")
    assert found() == found()


def test_nothing_is_kept_outside_of_the_workspace(root: Path, tmp_path_factory: pytest.TempPathFactory):
    outside = tmp_path_factory.mktemp("outside")
    (root / ".kjqb").symlink_to(outside)
    assert found().findings
    assert not list(outside.rglob("*.json"))


@pytest.mark.usefixtures("root")
def test_only_so_many_entries_are_kept():
    for number in range(KEPT + 5):
        found(replace(REQUEST, ignore=("K",) * number))
    assert len(entries()) == KEPT


@pytest.mark.usefixtures("root")
def test_files_and_fixes_are_not_kept():
    found(CheckRequest(names=(ONE,)))
    fix(replace(REQUEST, base=Path.cwd()), dry_run=True)
    assert entries() == []


@pytest.mark.usefixtures("root")
def test_an_image_from_elsewhere_cannot_be_followed_and_nothing_is_kept():
    Path("图.png").write_bytes(png(200, 100))
    Path(ONE).write_text(article("甲题", "![图](../../图.png)\n"), "utf-8")
    found()
    assert entries() == []
