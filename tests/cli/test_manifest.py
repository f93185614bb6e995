"""`kjqb build` writes a manifest, and `kjqb verify --manifest` compares the files with it."""

import json
import os
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from .commands import kjqb, run

MANIFEST = "dist/2024-01/manifest.json"
PRODUCTS = ["dist/2024-01/编排样刊2024年第1期.docx", "dist/2024-01/编排样刊2024年第1期.txt", "issues/2024-01/toc.toml"]
SOURCES = ["issues/2024-01/issue.toml", "issues/2024-01/乙县.md", "issues/2024-01/甲市.md", "kjqb.toml"]


def test_the_manifest_lists_all_sources_and_products_by_their_hashes(workspace: Path):
    result = kjqb("build", "--json")
    assert json.loads(result.stdout)["issues"][0]["manifest"] == MANIFEST
    data = json.loads((workspace / MANIFEST).read_text("utf-8"))
    assert (data["schema"], data["issue"], data["tool"]["name"], data["target"]) == (
        "kjqb.manifest/1",
        "2024-01",
        "kjqb",
        "word",
    )
    assert [each["path"] for each in data["products"]] == PRODUCTS
    assert [each["path"] for each in data["sources"]] == SOURCES
    for each in (*data["sources"], *data["products"]):
        assert each["sha256"] == sha256((workspace / each["path"]).read_bytes()).hexdigest()


def test_what_was_just_built_agrees_with_its_manifest(workspace: Path):
    kjqb("build")
    result = kjqb("verify", "--manifest", "--json")
    assert (result.exit_code, json.loads(result.stdout)["equal"]) == (ExitCode.OK, True)
    assert kjqb("verify", "--all", "--manifest").stdout == "2024-01：7个文件与清单一致\n"


@pytest.mark.parametrize(("path", "role"), [(SOURCES[1], "源文件"), (PRODUCTS[0], "产品"), (PRODUCTS[2], "产品")])
def test_what_was_changed_or_is_gone_is_named(workspace: Path, path: str, role: str):
    kjqb("build")
    file = workspace / path
    file.write_bytes(file.read_bytes() + b"\n")
    changed = kjqb("verify", "--manifest")
    assert (changed.exit_code, f"{path}  {role}已改动" in changed.stdout) == (ExitCode.FINDINGS, True)
    file.unlink()
    gone = kjqb("verify", "--manifest")
    assert (gone.exit_code, f"{path}  {role}不在了" in gone.stdout) == (ExitCode.FINDINGS, True)
    (answer,) = json.loads(kjqb("verify", "--manifest", "--json").stdout)["issues"]
    assert answer["deviations"] == [
        {"path": path, "role": {"源文件": "source", "产品": "product"}[role], "fault": "missing"}
    ]


def test_an_issue_that_was_not_built_has_no_manifest(workspace: Path):
    result = kjqb("verify", "--manifest")
    assert (result.exit_code, "kjqb build" in result.stderr) == (ExitCode.BAD_INPUT, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"schema": "x"}',
        '{"schema": "kjqb.manifest/1", "tool": {"version": "1"}, "products": [], '
        '"sources": [{"path": "../x", "sha256": ""}]}',
        "[" * 100_000,
    ],
)
def test_a_manifest_of_somebody_else_is_refused(workspace: Path, text: str):
    kjqb("build")
    (workspace / MANIFEST).write_text(text, "utf-8")
    assert kjqb("verify", "--manifest").exit_code == ExitCode.BAD_INPUT


@pytest.mark.parametrize("option", [("--rendered", "a.pdf"), ("--target", "word")])
def test_pages_and_manifest_are_not_verified_together(workspace: Path, option: tuple[str, ...]):
    assert kjqb("verify", "--manifest", *option).exit_code == ExitCode.USAGE


def test_two_places_two_times_two_surroundings_one_product(workspace: Path, tmp_path: Path):
    surroundings = (
        {"TZ": "Asia/Shanghai", "LANG": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    )
    built = []
    for rank, env in enumerate(surroundings):
        root = tmp_path / f"第 {rank} 处"
        shutil.copytree(workspace, root)
        for path in root.rglob("*"):
            os.utime(path, (rank * 10**8, rank * 10**8))
        mask = os.umask(0o077 if rank else 0o022)
        try:
            assert run("build", cwd=root, env=env).returncode == ExitCode.OK
        finally:
            os.umask(mask)
        found = {
            path.relative_to(root): path.read_bytes()
            for folder in ("dist", "issues")
            for path in (root / folder).rglob("*.*")
            if path.is_file()
        }
        built.append(found)
    assert built[0] == built[1]
    assert len([path for path in built[0] if path.parts[0] == "dist"]) == 3


def test_editions_go_where_dist_leads_even_out_of_the_workspace(workspace: Path, tmp_path: Path):
    (tmp_path / "网盘").mkdir()
    (workspace / "dist").symlink_to(tmp_path / "网盘")
    assert kjqb("build").exit_code == ExitCode.OK
    assert len(list((tmp_path / "网盘/2024-01").iterdir())) == 3
    assert kjqb("verify", "--manifest").exit_code == ExitCode.OK
