"""A whole back issue into the workspace."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb import limits
from kjqb.actions.article_files import AddedBeforeError, TooLongError, article_file
from kjqb.actions.import_issue import ImportRequest, import_issue
from kjqb.actions.incoming import Incoming
from kjqb.errors import ExitCode, KjqbError, UsageError
from kjqb.importers.back_issue import read_back_issue
from kjqb.importers.formats import UnknownFormatError
from kjqb.model.article import Article, Paragraph
from kjqb.model.issue import IssueId
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.workspace.workspace import IssueExistsError, Workspace

from ..check.words import package
from ..workspaces import snapshot

CLEAN = Path(__file__).parents[1] / "data/back_issue/clean.txt"


def back_issue() -> Incoming:
    return Incoming("旧刊/clean.txt", CLEAN.read_bytes())


def test_every_text_of_the_back_issue_stands_in_the_workspace_as_it_was_read(workspace: Workspace):
    imported = import_issue(workspace, ImportRequest(back_issue()))
    expected = read_back_issue(back_issue().source(), BULLETIN).issue
    read = workspace.issue(imported.issue)
    for ours, theirs in zip(read.articles, expected.articles, strict=True):
        assert [passage.text for passage in ours.passages] == [passage.text for passage in theirs.passages]
        assert list(map(type, ours.blocks)) == list(map(type, theirs.blocks))
        assert ours.regions == theirs.regions
        assert (ours.origin.file, ours.origin.sha256) == ("clean.txt", back_issue().sha256)
    assert [line.text for line in read.colophon] == [line.text for line in expected.colophon]
    assert read.masthead.title.text == expected.masthead.title.text
    assert read.masthead.office
    assert expected.masthead.office
    assert read.masthead.office.text == expected.masthead.office.text
    assert read.id == expected.id


def test_printed_pages_are_kept(workspace: Workspace):
    text = CLEAN.read_text(encoding="utf-8").replace(".0\n", ".7\n")
    imported = import_issue(workspace, ImportRequest(Incoming("旧.txt", text.encode())))
    assert set(workspace.issue(imported.issue).printed_pages) == {7}


def test_an_issue_that_exists_is_refused_and_nothing_changes(workspace: Workspace):
    import_issue(workspace, ImportRequest(back_issue()))
    before = snapshot(workspace.root)
    with pytest.raises(IssueExistsError, match="已经有了"):
        import_issue(workspace, ImportRequest(back_issue()))
    assert snapshot(workspace.root) == before


def test_another_issue_than_was_said_is_wrong_usage(workspace: Workspace):
    before = snapshot(workspace.root)
    with pytest.raises(UsageError, match=r"刊头说的是.*“--issue”说的是1999-01") as caught:
        import_issue(workspace, ImportRequest(back_issue(), IssueId(1999, 1)))
    assert caught.value.where
    assert snapshot(workspace.root) == before


@pytest.mark.parametrize(
    ("file", "error", "what"),
    [
        (Incoming("旧.docx", b"PK"), UnknownFormatError, "文件名说是Word文件（docx），内容却不是"),
        (Incoming("旧.txt", "一篇文章\n\n正文。".encode()), KjqbError, "不是整期刊物"),
        (Incoming("旧.txt", b"\x80\x81"), KjqbError, "编码"),
        (Incoming("旧.txt", b""), KjqbError, "不是整期刊物"),
    ],
)
def test_bad_input_is_one_message_and_changes_nothing(
    workspace: Workspace, file: Incoming, error: type[KjqbError], what: str
):
    before = snapshot(workspace.root)
    with pytest.raises(error, match=what) as caught:
        import_issue(workspace, ImportRequest(file))
    assert (caught.value.exit_code, bool(caught.value.hint)) == (ExitCode.BAD_INPUT, True)
    assert snapshot(workspace.root) == before


def test_a_dry_run_says_the_same_and_writes_nothing(workspace: Workspace):
    before = snapshot(workspace.root)
    dry = import_issue(workspace, ImportRequest(back_issue()), dry_run=True)
    assert snapshot(workspace.root) == before
    assert import_issue(workspace, ImportRequest(back_issue())) == dry


def test_a_page_setup_of_the_bulletin_decides_what_a_page_break_is(workspace: Workspace):
    path = workspace.root / "kjqb.toml"
    path.write_text(path.read_text(encoding="utf-8") + "[layout]\ncharacters = 20\n", encoding="utf-8")
    assert import_issue(workspace, ImportRequest(back_issue())).articles


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\r\f"), min_size=1, max_size=40))
def test_an_article_file_says_what_was_imported(text: str):
    passage = Passage.verbatim(Source("来稿", text), Span(0, len(text)))
    file = article_file(Article("来稿", passage, (Paragraph(passage),)), Incoming("来稿.txt", b""), ())
    assert file.text.startswith("+++\n")


def test_an_article_that_could_not_be_read_back_for_its_length_is_refused():
    long = "*" * (limits.TEXT.value // 2 + 1)
    passage = Passage.verbatim(Source("来稿", long), Span(0, len(long)))
    with pytest.raises(TooLongError):
        article_file(Article("来稿", passage.part(0, 1), (Paragraph(passage),)), Incoming("来稿.txt", b""), ())


def test_an_article_without_a_title_gets_a_placeholder_that_the_checker_finds():
    nothing = Passage.verbatim(Source("来稿", ""), Span(0, 0))
    file = article_file(Article("来稿", nothing, ()), Incoming("来稿.txt", b""), ())
    assert (file.title, file.file) == ("【待补题目】", "待补题目.md")


def test_the_same_file_as_another_issue_is_refused_unless_it_is_wanted_again(workspace: Workspace):
    text = "科技参考\n\n第3期\n\n某局 编辑\n\n★ 某市建成平台……2\n\n某市建成平台\n\n正文。\n".encode()
    import_issue(workspace, ImportRequest(Incoming("2023-03.txt", text)))
    before = snapshot(workspace.root)
    with pytest.raises(AddedBeforeError, match=r"issues/2023-03/某市建成平台\.md") as caught:
        import_issue(workspace, ImportRequest(Incoming("2022-03.txt", text)))
    assert "--again" in caught.value.hint
    with pytest.raises(AddedBeforeError):
        import_issue(workspace, ImportRequest(Incoming("2022-03.txt", text)), dry_run=True)
    assert snapshot(workspace.root) == before
    assert import_issue(workspace, ImportRequest(Incoming("2022-03.txt", text), again=True)).issue == IssueId(2022, 3)


def test_a_word_file_becomes_an_issue(workspace: Workspace):
    blocks = CLEAN.read_text("utf-8").replace(".0\n", ".7\n").split("\n\n")
    lines = [line for block in blocks for line in (block.split("\n") if "★" in block else [block.replace("\n", "")])]
    data = package("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines), {})
    imported = import_issue(workspace, ImportRequest(Incoming("旧刊.docx", data)))
    read = workspace.issue(imported.issue)
    expected = read_back_issue(back_issue().source(), BULLETIN).issue
    for ours, theirs in zip(read.articles, expected.articles, strict=True):
        assert [passage.text for passage in ours.passages] == [passage.text for passage in theirs.passages]
    assert set(read.printed_pages) == {7}
    assert [line.text for line in read.colophon] == [line.text for line in expected.colophon]
