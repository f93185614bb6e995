"""What an import made of a text, beside the text as received."""

from hypothesis import given
from hypothesis import strategies as st

from kjqb.actions.add_articles import AddRequest, add_articles
from kjqb.actions.import_diff import Compared, numbered
from kjqb.actions.import_issue import ImportRequest, import_issue
from kjqb.actions.incoming import Incoming
from kjqb.model.source import Source
from kjqb.workspace.workspace import Workspace

WRAPPED = """某市建成平台

　　全市聚焦新材料、生物医药、智能制造等重点产业，
完善服务体系，推动成果落地。

— 2 —

一、做法

平台面向全市开放。
"""

DIFF = """\
--- 来稿.txt
+++ issues/2024-01/某市建成平台.md
@@ -1,6 +2,4 @@
 某市建成平台
-全市聚焦新材料、生物医药、智能制造等重点产业，
-完善服务体系，推动成果落地。
-— 2 —
-一、做法
+全市聚焦新材料、生物医药、智能制造等重点产业，完善服务体系，推动成果落地。
+## 一、做法
 平台面向全市开放。
"""


def test_what_changed_is_shown_with_the_lines_of_both(workspace: Workspace):
    added = add_articles(workspace, AddRequest((Incoming("来稿.txt", WRAPPED.encode()),)), dry_run=True)
    assert added.diff == DIFF


def test_its_line_numbers_are_those_of_the_file(workspace: Workspace):
    (file,) = add_articles(workspace, AddRequest((Incoming("来稿.txt", WRAPPED.encode()),)), dry_run=True).articles
    lines = file.text.split("\n")
    assert file.lines[0] == (2, "某市建成平台")
    assert all(lines[number - 1] == text for number, text in file.lines[1:])
    assert [text for _, text in file.lines[1:]] == [line for line in lines[lines.index("+++", 1) + 1 :] if line]


def test_an_article_that_came_as_it_goes_has_no_diff(workspace: Workspace):
    first = add_articles(workspace, AddRequest((Incoming("来稿.txt", WRAPPED.encode()),)), dry_run=True)
    own = first.articles[0].text.encode()
    again = add_articles(workspace, AddRequest((Incoming("本刊.md", own),)), dry_run=True)
    changed = [line for line in again.diff.splitlines()[2:] if line[0] in "+-"]
    assert all(line[1:].startswith(("file = ", "sha256 = ")) for line in changed)


def test_several_files_have_a_diff_each(workspace: Workspace):
    files = (Incoming("甲.txt", WRAPPED.encode()), Incoming("乙.txt", "乙市工作\n\n正文，\n一行。\n".encode()))
    added = add_articles(workspace, AddRequest(files), dry_run=True)
    assert [line for line in added.diff.splitlines() if line.startswith("---")] == ["--- 甲.txt", "--- 乙.txt"]


def test_a_whole_issue_has_one_with_what_became_of_masthead_and_contents(workspace: Workspace):
    text = "科技参考\n\n2024年第3期\n\n某局 编辑\n\n★ 某市建成平台……2\n\n某市建成平台\n\n正文。\n\n电话：123\n"
    imported = import_issue(workspace, ImportRequest(Incoming("旧刊.txt", text.encode())), dry_run=True)
    assert imported.diff == (
        "--- 旧刊.txt\n+++ issues/2024-03\n@@ -3,4 +2,4 @@\n 2024年第3期\n-某局 编辑\n-★ 某市建成平台……2\n"
        "+某局\n+某市建成平台 2\n 某市建成平台\n"
    )


def test_texts_that_are_the_same_but_for_blanks_have_no_diff():
    assert Compared(Source("a", "  甲\n\n\n乙　\r\n"), "b", numbered("甲\n乙\n")).diff == ""


def test_very_many_lines_are_shown_without_pairing_them():
    many = "\n".join(map(str, range(30_000)))
    diff = Compared(Source("a", many), "b", numbered(many + "\n丙")).diff
    assert diff.count("\n") == 60_000 + 1 + 3
    assert Compared(Source("a", many), "b", numbered(many)).diff == ""


LINES = st.lists(st.sampled_from(["甲", "乙", "丙", "丁 ", " 戊", "", "　"]), max_size=12).map("\n".join)


@given(LINES, LINES)
def test_the_diff_holds_every_line_that_differs(before: str, after: str):
    diff = Compared(Source("a", before), "b", numbered(after)).diff.splitlines()[2:]
    kept = [text for _, text in numbered(before)]
    gone = [line[1:] for line in diff if line[0] == "-"]
    new = [line[1:] for line in diff if line[0] == "+"]
    assert sorted([*kept, *new]) == sorted([*(text for _, text in numbered(after)), *gone])
