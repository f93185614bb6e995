"""Articles from elsewhere into an issue."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from kjqb import limits
from kjqb.actions.add_articles import AddRequest, Details, UntitledError, add_articles
from kjqb.actions.article_files import AddedBeforeError
from kjqb.actions.incoming import Incoming
from kjqb.errors import ExitCode, KjqbError, UsageError
from kjqb.importers.formats import UnknownFormatError
from kjqb.model.article import Figure, Heading, Suggested
from kjqb.model.issue import Issue, IssueId
from kjqb.workspace.workspace import Workspace

from ..images import PNG
from ..workspaces import article, issue, make, snapshot

TEXT = "丁市推广保护性耕作\n\n一、主要做法\n\n第一段*有星*。\n\n第二段。\n"


def incoming(name: str = "来稿/丁.txt", text: str | bytes = TEXT) -> Incoming:
    return Incoming(name, text if isinstance(text, bytes) else text.encode())


def first(workspace: Workspace) -> Issue:
    return workspace.issue(IssueId(2024, 1))


def titles(workspace: Workspace) -> list[str]:
    return [each.title.text for each in first(workspace).articles]


def test_an_article_is_added_to_the_end(workspace: Workspace):
    added = add_articles(workspace, AddRequest((incoming(),)))
    assert [(each.title, each.file) for each in added.articles] == [("丁市推广保护性耕作", "丁市推广保护性耕作.md")]
    read = first(workspace).articles[-1]
    assert [isinstance(block, Heading) for block in read.blocks] == [True, False, False]
    assert [passage.text for passage in read.passages][1:] == ["一、主要做法", "第一段*有星*。", "第二段。"]
    assert (read.origin.file, read.origin.sha256) == ("丁.txt", sha256(TEXT.encode()).hexdigest())


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (1, ["丁", "戊", "甲题", "乙题", "丙题"]),
        (3, ["甲题", "乙题", "丁", "戊", "丙题"]),
        (4, ["甲题", "乙题", "丙题", "丁", "戊"]),
    ],
)
def test_several_articles_stand_together_where_they_are_put(workspace: Workspace, at: int, expected: list[str]):
    files = (incoming("1.txt", "丁\n\n正文。"), incoming("2.md", "# 戊\n\n正文。"))
    add_articles(workspace, AddRequest(files, at=at))
    assert titles(workspace) == expected


@pytest.mark.parametrize("at", [0, 5, -1])
def test_a_place_that_is_not_there_is_wrong_usage(workspace: Workspace, at: int):
    before = snapshot(workspace.root)
    with pytest.raises(UsageError) as caught:
        add_articles(workspace, AddRequest((incoming(),), at=at))
    assert "可以是1到4" in caught.value.hint
    assert snapshot(workspace.root) == before


def test_what_the_editor_says_goes_into_the_front_matter(workspace: Workspace):
    details = Details("新题", "栏目", ("330203",), ("词",), "某报", "https://example.org", date(2024, 1, 2))
    add_articles(workspace, AddRequest((incoming(),), details=details))
    read = first(workspace).articles[-1]
    assert (read.title.text, read.section, read.regions, read.keywords) == ("新题", "栏目", ("330203",), ("词",))
    assert (read.origin.name, read.origin.url, read.origin.date) == ("某报", "https://example.org", date(2024, 1, 2))


def test_a_file_added_before_is_refused_unless_it_is_wanted_again(workspace: Workspace):
    add_articles(workspace, AddRequest((incoming(),)))
    before = snapshot(workspace.root)
    with pytest.raises(AddedBeforeError, match=r"issues/2024-01/丁市推广保护性耕作\.md") as caught:
        add_articles(workspace, AddRequest((incoming("别名.txt"),)))
    assert "--again" in caught.value.hint
    assert snapshot(workspace.root) == before
    add_articles(workspace, AddRequest((incoming(),), again=True))
    assert first(workspace).articles[-1].file == "issues/2024-01/丁市推广保护性耕作-2.md"


def test_the_same_file_twice_in_one_call_is_refused(workspace: Workspace):
    with pytest.raises(AddedBeforeError):
        add_articles(workspace, AddRequest((incoming(), incoming("别名.txt"))))


def test_of_several_files_all_are_added_or_none(workspace: Workspace):
    before = snapshot(workspace.root)
    with pytest.raises(KjqbError):
        add_articles(workspace, AddRequest((incoming(), incoming("坏.txt", b"\xff\xfe\x00\x00\xff"))))
    assert snapshot(workspace.root) == before


def test_an_article_of_another_workspace_keeps_what_it_says_of_itself(workspace: Workspace):
    text = article("丁题", "第一段\\*。\n", source='keywords = ["词"]\n[source]\nname = "某报"\nlicence = "news"\n')
    add_articles(workspace, AddRequest((incoming("丁.md", text),)))
    read = first(workspace).articles[-1]
    assert (read.title.text, read.keywords, read.origin.name, read.origin.licence.value) == (
        "丁题",
        ("词",),
        "某报",
        "news",
    )
    assert [passage.text for passage in read.passages][1:] == ["第一段*。"]


def test_losses_are_told_with_their_place(workspace: Workspace):
    added = add_articles(workspace, AddRequest((incoming("丁.md", "# 丁\n\n![图](a.png)\n\n正文。"),)))
    assert [(str(loss.where), "图片" in loss.what) for loss in added.losses] == [("丁.md:3:1", True)]


def test_the_encoding_is_found_or_named(workspace: Workspace):
    text = "丁市推广保护性耕作\n\n这是在全市推广的一种新的耕作方法，可以保护土地。\n"
    add_articles(workspace, AddRequest((incoming(text=text.encode("gb18030")),)))
    assert titles(workspace)[-1] == "丁市推广保护性耕作"
    add_articles(workspace, AddRequest((incoming("戊.txt", "戊縣\n\n正文。".encode("big5")),), encoding="big5"))
    assert titles(workspace)[-1] == "戊縣"


def test_standard_input_has_no_file_name(workspace: Workspace):
    add_articles(workspace, AddRequest((incoming("-", "# 丁\n\n正文。"),), kind="md"))
    assert (titles(workspace)[-1], first(workspace).articles[-1].origin.file) == ("丁", "")


@pytest.mark.parametrize(
    ("file", "error", "what"),
    [
        (incoming("丁.docx"), UnknownFormatError, "文件名说是Word文件（docx），内容却不是"),
        (incoming("丁.csv"), UnknownFormatError, "不能导入“.csv”文件"),
        (incoming("丁.txt", "正文很长，有句号。\n"), UntitledError, "没有找到题目"),
        (incoming("丁.txt", ""), UntitledError, "没有找到题目"),
        (incoming("丁.txt", b"a\0b"), KjqbError, "NUL"),
        (incoming("丁.md", "+++\ntitle = 1\n+++\n"), KjqbError, "应为文字"),
    ],
)
def test_bad_input_is_one_message_and_changes_nothing(
    workspace: Workspace, file: Incoming, error: type[KjqbError], what: str
):
    before = snapshot(workspace.root)
    with pytest.raises(error, match=what) as caught:
        add_articles(workspace, AddRequest((file,)))
    assert caught.value.exit_code == ExitCode.BAD_INPUT
    assert caught.value.where
    assert caught.value.hint
    assert snapshot(workspace.root) == before


def test_one_title_for_several_files_is_wrong_usage(workspace: Workspace):
    with pytest.raises(UsageError, match="--title"):
        add_articles(workspace, AddRequest((incoming(), incoming()), details=Details(title="题")))


def test_a_faulty_article_in_the_issue_stops_it(workspace: Workspace):
    path = workspace.root / "issues/2024-01/乙.md"
    path.write_text("没有题目", encoding="utf-8")
    before = snapshot(workspace.root)
    with pytest.raises(KjqbError, match=r"开头没有"):
        add_articles(workspace, AddRequest((incoming(),)))
    assert snapshot(workspace.root) == before


def test_a_dry_run_says_the_same_and_writes_nothing(workspace: Workspace):
    before = snapshot(workspace.root)
    dry = add_articles(workspace, AddRequest((incoming(),)), dry_run=True)
    assert snapshot(workspace.root) == before
    assert not (workspace.root / ".kjqb").exists()
    assert add_articles(workspace, AddRequest((incoming(),))) == dry


def test_a_file_that_is_not_listed_is_not_overwritten(workspace: Workspace):
    path = workspace.root / "issues/2024-01/丁市推广保护性耕作.md"
    path.write_text("草稿", encoding="utf-8")
    added = add_articles(workspace, AddRequest((incoming(),)))
    assert added.articles[0].file == "丁市推广保护性耕作-2.md"
    assert path.read_text(encoding="utf-8") == "草稿"


def test_an_issue_without_a_list_gets_one(workspace: Workspace):
    (workspace.root / "issues/2024-01/issue.toml").write_text("format = 1\nyear = 2024\nnumber = 1\n")
    add_articles(workspace, AddRequest((incoming(),), at=1))
    assert titles(workspace) == ["丁市推广保护性耕作", "丙题", "乙题", "甲题"]


def test_standard_input_is_not_read_without_end():
    assert Incoming.received(BytesIO(b"x")).data == b"x"
    with pytest.raises(KjqbError, match="大于2 MB"):
        Incoming.received(BytesIO(b"x" * (limits.TEXT.value + 1)))


def test_incoming_files_are_read_whole(tmp_path: Path):
    (tmp_path / "丁.txt").write_bytes(b"\x00\xff")
    read = Incoming.read(str(tmp_path / "丁.txt"))
    assert (read.data, read.file, read.suffix) == (b"\x00\xff", "丁.txt", ".txt")
    assert replace(read, name="-").file == ""
    with pytest.raises(KjqbError, match="不存在"):
        Incoming.read(str(tmp_path / "无.txt"))


RICH = """# 丁市科技工作

- 甲**要点**[^1]
  - 乙

> 引文。

| 项 | 数 |
|---|--:|
| 甲 | 1 |

![图1](图/a.png)

![图2](图/没有.png)

![图3](http://example.org/a.png)

[^1]: 注。
"""


def test_what_markdown_sets_apart_goes_into_the_article_with_its_images(workspace: Workspace, tmp_path: Path):
    folder = tmp_path / "来稿"
    (folder / "图").mkdir(parents=True)
    (folder / "图/a.png").write_bytes(PNG)
    (folder / "丁.md").write_text(RICH, encoding="utf-8")
    added = add_articles(workspace, AddRequest((Incoming.read(str(folder / "丁.md")),)))
    read = first(workspace).articles[-1]
    kinds = [type(block).__name__ for block in read.blocks]
    assert kinds == ["ListItem", "ListItem", "Quote", "Table", "Figure", "Paragraph", "Paragraph"]
    stored = f"images/{sha256(PNG).hexdigest()[:12]}.png"
    assert [block.picture.file for block in read.blocks if isinstance(block, Figure)] == [stored]
    assert (workspace.root / "issues/2024-01" / stored).read_bytes() == PNG
    assert [note.label for note in read.notes] == ["1"]
    assert [loss.text for loss in added.losses] == ["图/没有.png", "http://example.org/a.png"]


def test_images_are_written_with_their_article_or_not_at_all(workspace: Workspace, tmp_path: Path):
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "丁.md").write_text("# 丁\n\n![图](a.png)\n", encoding="utf-8")
    before = snapshot(workspace.root)
    with pytest.raises(KjqbError):
        add_articles(workspace, AddRequest((Incoming.read(str(tmp_path / "丁.md")), incoming("坏.txt", b"a\0b"))))
    assert snapshot(workspace.root) == before
    add_articles(workspace, AddRequest((Incoming.read(str(tmp_path / "丁.md")),)), dry_run=True)
    assert snapshot(workspace.root) == before


def test_standard_input_has_no_images(workspace: Workspace):
    text = "# 丁\n\n![图](a.png)\n\n正文。"
    added = add_articles(workspace, AddRequest((incoming("-", text),), kind="md"))
    assert [(loss.text, str(loss.where)) for loss in added.losses] == [("a.png", "-:3:1")]


def test_stretches_that_cannot_be_written_apart_are_a_loss(workspace: Workspace):
    added = add_articles(workspace, AddRequest((incoming("丁.md", "# 丁\n\n***甲。****乙。**丙***，正文。"),)))
    assert [loss.what for loss in added.losses] == ["加粗、着重标记3处未保留，文字照录"]
    assert [passage.text for passage in first(workspace).articles[-1].passages] == ["丁", "甲。乙。丙，正文。"]


def test_a_file_that_came_into_another_issue_is_known(workspace: Workspace):
    add_articles(workspace, AddRequest((incoming(),)))
    make(workspace.root, {"issues/2024-02/issue.toml": issue(2)})
    before = snapshot(workspace.root)
    with pytest.raises(AddedBeforeError, match=r"issues/2024-01/丁市推广保护性耕作\.md"):
        add_articles(workspace, AddRequest((incoming("别名.txt"),), issue=IssueId(2024, 2)))
    assert snapshot(workspace.root) == before
    add_articles(workspace, AddRequest((incoming(),), issue=IssueId(2024, 2), again=True))


def test_a_faulty_file_elsewhere_in_the_archive_is_no_obstacle(workspace: Workspace):
    digest = incoming().sha256
    make(
        workspace.root,
        {
            "issues/2023-12/issue.toml": issue(12, "坏.md", year=2023),
            "issues/2023-12/坏.md": f'+++\nsha256 = "{digest}"\n',
            "issues/2023-12/文.md": article("文", f'sha256 = "{digest}"\n'),
            "issues/2023-12/码.md": b"\xff" + digest.encode(),
        },
    )
    add_articles(workspace, AddRequest((incoming(),), issue=IssueId(2024, 1)))


def test_regions_and_keywords_are_suggested_unless_the_editor_says_them(workspace: Workspace):
    text = "浙江衢州推广“共享农机”\n\n正文。\n"
    add_articles(workspace, AddRequest((incoming(text=text),)))
    read = first(workspace).articles[-1]
    assert (read.regions, read.keywords, read.suggested) == (("330800",), (), Suggested(("330800",), ("共享农机",)))
    details = Details(regions=("330000",), keywords=("农机",))
    add_articles(workspace, AddRequest((incoming(text=text),), details=details, again=True))
    read = first(workspace).articles[-1]
    assert (read.regions, read.keywords, read.suggested) == (("330000",), ("农机",), Suggested())


def test_an_article_of_another_workspace_gets_no_suggestions(workspace: Workspace):
    add_articles(workspace, AddRequest((incoming("丁.md", article("浙江“共享农机”")),)))
    assert first(workspace).articles[-1].suggested == Suggested()


def test_changes_are_told_with_their_place(workspace: Workspace):
    text = "丁市推广保护性耕作\n\n　　全市实施，\n保护性耕作。\n"
    added = add_articles(workspace, AddRequest((incoming(text=text),)))
    assert [(str(change.where), change.what) for change in added.changes] == [
        ("来稿/丁.txt:3:3", "硬换行断开的段落1处，已接好"),
        ("来稿/丁.txt:3:3", "段首的空白1处，已去掉"),
    ]
