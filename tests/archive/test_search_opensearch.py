"""What is written for OpenSearch has the form that its bulk interface takes."""

import json
from pathlib import Path

import pytest

from kjqb.actions.search_export import NothingToExportError, export_archive
from kjqb.archive.search import opensearch
from kjqb.errors import KjqbError

from ..workspaces import BULLETIN, THREE, article, issue, make, snapshot
from .searching import unseen

STATED = 'section = "动态"\nregions = ["海曙区"]\nkeywords = ["词"]\n'
FILES = {
    **THREE,
    "issues/2024-02/issue.toml": issue(2, "新.md") + 'date = 2024-02-20\n[printed]\n"新.md" = 9\n',
    "issues/2024-02/新.md": article("新题", "一段“引文”。\n\n二段。\n", source=STATED),
}


def test_every_article_is_an_action_and_a_document_that_the_mapping_knows(tmp_path: Path):
    archive = make(tmp_path, FILES)
    exported = export_archive(archive, None, unseen)
    assert exported.files == ("dist/opensearch/mapping.json", "dist/opensearch/bulk-0001.ndjson")
    assert exported.articles == 4
    mapping = json.loads((tmp_path / exported.files[0]).read_text("utf-8"))["mappings"]
    assert mapping["properties"]["body"] == {"type": "text", "analyzer": "cjk"}
    data = (tmp_path / exported.files[1]).read_bytes()
    assert data.endswith(b"\n")
    lines = [json.loads(line) for line in data.decode().removesuffix("\n").split("\n")]
    assert [line["index"]["_id"] for line in lines[::2]] == [
        "2024-01/甲.md",
        "2024-01/乙.md",
        "2024-01/丙.md",
        "2024-02/新.md",
    ]
    assert all(set(document) == set(mapping["properties"]) for document in lines[1::2])
    assert lines[-1] == {
        "issue": "2024-02",
        "year": 2024,
        "issue_number": 2,
        "date": "2024-02-20",
        "number": 1,
        "page": 9,
        "locator": "2024(2):9",
        "file": "issues/2024-02/新.md",
        "section": "动态",
        "authors": [],
        "regions": ["330000", "330200", "330203"],
        "source": "",
        "title": "新题",
        "keywords": ["词"],
        "body": ["一段“引文”。", "二段。"],
    }


def test_documents_are_parted_and_parts_of_an_earlier_export_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    archive = make(tmp_path, FILES)
    folder = tmp_path / "出"
    monkeypatch.setattr(opensearch, "PART_BYTES", 1)
    assert len(export_archive(archive, folder, unseen).files) == 5
    monkeypatch.undo()
    export_archive(archive, folder, unseen)
    assert sorted(path.name for path in folder.iterdir()) == ["bulk-0001.ndjson", "mapping.json"]


def test_an_issue_that_cannot_be_read_leaves_an_earlier_export_as_it_was(tmp_path: Path):
    archive = make(tmp_path, FILES)
    export_archive(archive, None, unseen)
    before = snapshot(tmp_path / "dist")
    (tmp_path / "issues/2024-02/新.md").write_text("没有题目", "utf-8")
    with pytest.raises(KjqbError):
        export_archive(archive, None, unseen)
    assert snapshot(tmp_path / "dist") == before


def test_an_archive_without_articles_is_refused(tmp_path: Path):
    with pytest.raises(NothingToExportError):
        export_archive(make(tmp_path, {"kjqb.toml": BULLETIN}), None, unseen)
    assert not (tmp_path / "dist").exists()
