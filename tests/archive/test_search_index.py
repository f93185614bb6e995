"""The index follows the files, and what goes wrong with it is put right."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kjqb.actions.arrange import move_article
from kjqb.actions.search import SearchRequest, search
from kjqb.actions.similar import similar
from kjqb.archive.search.index import MOST_ARTICLES, TooManyArticlesError
from kjqb.archive.search.place import place
from kjqb.archive.search.update import opened, update
from kjqb.workspace.workspace import Workspace

from ..workspaces import BULLETIN, article, issue, make, where_permissions_bind
from .archives import write_archive
from .searching import find, titles, unseen

ISSUE = Path("issues/2024-01")


@pytest.fixture
def archive(tmp_path: Path) -> Workspace:
    return make(tmp_path / "刊物")


def database(archive: Workspace) -> Path:
    return archive.root / ".kjqb" / "search.db"


def facts(archive: Workspace, query: str) -> list[tuple[str, int, str]]:
    return sorted((str(hit.issue), hit.number, hit.title.text) for hit in find(archive, query).hits)


def test_what_was_added_edited_moved_and_removed_is_found_as_it_is_now(archive: Workspace):
    folder = archive.root / ISSUE
    assert facts(archive, "正文") == [("2024-01", 1, "甲题"), ("2024-01", 3, "丙题")]
    (folder / "丁.md").write_text(article("丁题", "正文新。\n"), "utf-8")
    assert len(facts(archive, "正文")) == 2  # not listed yet
    (folder / "issue.toml").write_text(issue(1, "甲.md", "乙.md", "丙.md", "丁.md"), "utf-8")
    assert ("2024-01", 4, "丁题") in facts(archive, "正文")
    (folder / "甲.md").write_text(article("甲题", "改过。\n"), "utf-8")
    assert facts(archive, "正文") == [("2024-01", 3, "丙题"), ("2024-01", 4, "丁题")]
    assert facts(archive, "改过") == [("2024-01", 1, "甲题")]
    move_article(archive, 4, 1)
    assert facts(archive, "正文") == [("2024-01", 1, "丁题"), ("2024-01", 4, "丙题")]
    (folder / "issue.toml").write_text(issue(1, "乙.md"), "utf-8")
    assert facts(archive, "正文") == facts(archive, "改过") == []
    assert facts(archive, "第一段") == [("2024-01", 1, "乙题")]


def test_an_issue_that_came_or_went_is_seen(archive: Workspace):
    assert titles(archive, "题") == ["甲题", "乙题", "丙题"]
    make(archive.root, {"issues/2024-02/issue.toml": issue(2, "新.md"), "issues/2024-02/新.md": article("新题")})
    assert titles(archive, "题") == ["新题", "甲题", "乙题", "丙题"]
    (archive.root / ISSUE).rename(archive.root / "旧")
    assert titles(archive, "题") == ["新题"]


def test_an_edit_that_leaves_size_and_time_as_they_are_is_seen(archive: Workspace):
    path = archive.root / ISSUE / "甲.md"
    assert titles(archive, "甲题") == ["甲题"]
    before = path.stat()
    path.write_text(article("申题"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert titles(archive, "甲题") == []
    assert titles(archive, "申题") == ["申题"]


def test_touching_files_makes_nothing_anew(archive: Workspace):
    find(archive, "题")
    asked: list[int] = []

    def watched(total: int):
        asked.append(total)
        return unseen(total)

    for path in (archive.root / ISSUE).iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    search(archive, SearchRequest("题"), {}, watched)
    assert asked == []


@pytest.mark.parametrize("broken", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 4000])
def test_a_file_that_is_no_index_is_made_anew(archive: Workspace, broken: bytes):
    find(archive, "题")
    database(archive).write_bytes(broken)
    assert len(titles(archive, "题")) == 3


def test_a_damaged_index_is_made_anew(tmp_path: Path):
    list(write_archive(tmp_path, 12, 4))
    archive = Workspace(tmp_path, tmp_path)
    before = find(archive, "的", limit=5)
    whole = database(archive).read_bytes()
    for start in range(4096, len(whole) - 4096, max(4096, len(whole) // 12 // 4096 * 4096)):
        database(archive).write_bytes(whole[:start] + b"\xff" * 4096 + whole[start + 4096 :])
        assert find(archive, "的", limit=5) == before


def test_an_index_that_says_what_no_text_says_is_made_anew(archive: Workspace):
    find(archive, "题")
    with sqlite3.connect(database(archive)) as base:
        base.execute("UPDATE text SET title = '别的', body = '别的'")
    base.close()
    assert titles(archive, "正文") == ["甲题", "丙题"]


def test_an_index_of_another_version_is_made_anew(archive: Workspace):
    find(archive, "题")
    with sqlite3.connect(database(archive)) as base:
        base.execute("UPDATE made SET by = 'another'")
    base.close()
    assert len(titles(archive, "题")) == 3


def test_the_index_may_be_deleted(archive: Workspace):
    first = find(archive, "题")
    database(archive).unlink()
    assert find(archive, "题") == first


def test_an_index_brought_up_to_date_answers_like_one_made_anew(tmp_path: Path):
    list(write_archive(tmp_path, 6, 4))
    archive = Workspace(tmp_path, tmp_path)
    find(archive, "的")
    list(write_archive(tmp_path, 5, 4, seed=2))
    updated = [find(archive, query) for query in ("的", "技术", "发展 技")]
    database(archive).unlink()
    anew = [find(archive, query) for query in ("的", "技术", "发展 技")]
    assert [[(hit.locator, hit.title) for hit in found.hits] for found in updated] == [
        [(hit.locator, hit.title) for hit in found.hits] for found in anew
    ]


def test_an_issue_that_cannot_be_read_is_told_of_and_the_others_are_searched(archive: Workspace):
    make(archive.root, {"issues/2024-02/issue.toml": issue(2, "缺.md")})
    for _ in range(2):
        found = find(archive, "题")
        assert (found.total, [str(one.issue) for one in found.unread]) == (3, ["2024-02"])
        assert "缺.md" in found.unread[0].error.what
    (archive.root / "issues/2024-02/缺.md").write_text(article("补题"), "utf-8")
    assert (find(archive, "题").total, find(archive, "题").unread) == (4, ())


def test_where_the_workspace_has_no_room_the_index_is_with_the_users_caches(archive: Workspace, tmp_path: Path):
    (archive.root / ".kjqb").write_text("a file where the folder belongs")
    env = {"HOME": str(tmp_path / "home"), "LOCALAPPDATA": str(tmp_path / "home")}
    assert search(archive, SearchRequest("题"), env, unseen).total == 3
    path = place(archive, env)
    assert path is not None
    assert path.is_relative_to(tmp_path / "home")
    assert path.exists()


def test_where_no_folder_can_be_written_the_index_stays_in_memory(archive: Workspace):
    (archive.root / ".kjqb").write_text("a file where the folder belongs")
    assert place(archive, {}) is None
    assert search(archive, SearchRequest("题"), {}, unseen).total == 3


@where_permissions_bind
def test_a_workspace_that_cannot_be_written_is_searched(archive: Workspace, tmp_path: Path):
    archive.root.chmod(0o500)
    try:
        assert search(archive, SearchRequest("题"), {"HOME": str(tmp_path)}, unseen).total == 3
    finally:
        archive.root.chmod(0o700)


def test_processes_that_search_while_one_edits_all_see_a_whole_archive(tmp_path: Path):
    list(write_archive(tmp_path, 8, 3))
    line = [sys.executable, "-m", "kjqb", "search", "的", "--json", "--limit", "1"]
    for _ in range(2):
        running = [
            subprocess.Popen(line, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)
        ]
        ended = [process.communicate(timeout=300) for process in running]
        assert [process.returncode for process in running] == [0] * 4, ended
        assert {b'"total": 24' in out for out, _ in ended} == {True}
        list(write_archive(tmp_path, 8, 3, seed=5))


def test_a_process_that_is_killed_while_it_writes_leaves_a_sound_index(archive: Workspace):
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom kjqb.archive.search.index import Index, Kept\n"
        "from kjqb.model.issue import IssueId\nindex = Index(Path(sys.argv[1]))\n"
        "with index.writing():\n    index.replace(IssueId(2024, 9), Kept('x', b'x', b'x', fault=False), ())\n"
        "    os._exit(9)\n"
    )
    find(archive, "题")
    assert subprocess.run([sys.executable, "-c", code, database(archive)], check=False).returncode == 9
    with opened(database(archive)) as index:
        assert [str(number) for number in index.issues()] == ["2024-01"]
        assert update(index, archive, unseen) == ()


PARAGRAPH = (
    "科技部门组织专家到田间讲解节水灌溉办法，农户按墒情定水量，合作社统一调度机具，每亩省水三成，{}增产一成有余。"
)


def reprinted(tmp_path: Path) -> Workspace:
    body = "".join(PARAGRAPH.format(word) for word in "甲乙丙丁")
    other = "另一篇讲的是校准仪器的步骤和登记的要求，与上面所说没有一句相同，篇幅也够长。" * 5
    files = {"kjqb.toml": BULLETIN}
    texts = {(1, "a"): ("节水灌溉进农家的做法与成效", body), (1, "b"): ("另一篇", other)}
    texts |= {(2, "a"): ("换了题目再登一回", body + "末尾添一句。"), (3, "a"): ("节水灌溉进农家的做法与成效", "短文。")}
    for (number, name), (title, text) in texts.items():
        files[f"issues/2024-{number:02}/issue.toml"] = f"format = 1\nyear = 2024\nnumber = {number}\n"
        files[f"issues/2024-{number:02}/{name}.md"] = article(title, text + "\n")
    return make(tmp_path, files)


def test_articles_that_an_older_issue_has_are_found_by_text_and_by_title(tmp_path: Path):
    archive = reprinted(tmp_path)
    found = similar(archive, archive.issue_ids(), 60, {}, unseen)
    assert [
        (str(one.article.issue), str(one.earlier.issue), one.share >= 90, one.same_title) for one in found.pairs
    ] == [
        ("2024-02", "2024-01", True, False),
        ("2024-03", "2024-01", False, True),
    ]
    assert [str(one.article.issue) for one in similar(archive, None, 60, {}, unseen).pairs] == ["2024-03"]


def test_an_issue_has_as_many_articles_as_the_index_can_number(tmp_path: Path):
    files = {"kjqb.toml": BULLETIN, "issues/2024-01/issue.toml": "format = 1\nyear = 2024\nnumber = 1\n"}
    files |= {f"issues/2024-01/{rank:04}.md": article(f"第{rank}题", "文\n") for rank in range(1, MOST_ARTICLES + 1)}
    files["issues/2024-02/issue.toml"] = "format = 1\nyear = 2024\nnumber = 2\n"
    files["issues/2024-02/a.md"] = article("次期", "文\n")
    archive = make(tmp_path, files)
    assert find(archive, "次期").total == 1
    assert find(archive, "题", limit=1).total == MOST_ARTICLES
    make(tmp_path, {"issues/2024-01/last.md": article("多一题", "文\n")})
    with pytest.raises(TooManyArticlesError):
        find(archive, "题")
