"""Which format a file is, by its name and its bytes; what is not taken, and why."""

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kjqb import limits
from kjqb.errors import ExitCode, KjqbError, ToolMissingError
from kjqb.importers.formats import (
    FORMATS,
    Format,
    Received,
    UnknownFormatError,
    article_formats,
    issue_formats,
    limit,
    read_article,
    read_issue,
)
from kjqb.limits import Limit
from kjqb.model.page_setup import BULLETIN

from ..check.words import package

ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7\n"
DOC = OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")
PAGE = "<!DOCTYPE html>\n<html><body><p>正文。</p></body></html>".encode()
TEXT = "某市建成平台\n\n平台面向全市开放。\n".encode()
ISSUE = "科技参考\n\n2024年第1期\n\n某局 编辑\n\n某市建成平台\n\n平台面向全市开放。\n"


def refused(name: str, data: bytes, kind: str | None = None) -> KjqbError:
    with pytest.raises(KjqbError) as caught:
        read_article(Received(name, data), kind)
    return caught.value


@pytest.mark.parametrize("name", ["来稿.txt", "来稿.TEXT", "来稿", "-"])
def test_a_text_is_read_as_one(name: str):
    assert read_article(Received(name, TEXT)).article.title.text == "某市建成平台"


def test_markdown_is_known_by_its_suffix_or_by_being_told():
    text = "# 题目\n\n**正文**。".encode()
    for received, kind in (
        (Received("a.MD", text), None),
        (Received("-", text), "md"),
        (Received("a.csv", text), "md"),
    ):
        assert read_article(received, kind).article.title.text == "题目"


def test_what_is_named_is_taken_whatever_the_bytes_say():
    assert read_article(Received("a.txt", PAGE, title="题"), "txt").article.title.text == "题"


@pytest.mark.parametrize(
    ("name", "data", "what", "hint"),
    [
        ("表.csv", TEXT, "不能导入“.csv”文件", "纯文本（txt）、Markdown（md）"),
        ("来稿.txt", PAGE, "文件名像文本，内容却是网页", "--from txt"),
        ("来稿.md", b"\xef\xbb\xbf \n<HTML>", "文件名像文本，内容却是网页", "--from html"),
        ("来稿.docx", TEXT, "文件名说是Word文件（docx），内容却不是", "--from txt"),
        ("来稿.pdf", b"", "文件名说是PDF文件，内容却不是", "没有损坏"),
        ("表.xlsx", ZIP + b"xl/workbook.xml", "不能导入压缩包，或Word以外的Office文件", "另存为"),
        ("表.xls", OLE + b"\0" * 600, "不能导入Word以外的旧格式Office文件", "另存为"),
        ("-", ZIP, "不能导入压缩包", "另存为"),
        ("坏\x1b[31m.a\u202eb", TEXT, "不能导入“.a\\u202eb”文件", "另存为"),
    ],
)
def test_what_is_not_taken_is_said_with_a_remedy(name: str, data: bytes, what: str, hint: str):
    error = refused(name, data)
    assert isinstance(error, UnknownFormatError)
    assert (error.exit_code, error.slug) == (ExitCode.BAD_INPUT, "unknown-format")
    assert what in error.what
    assert hint in error.hint
    assert error.where


def word(*texts: str) -> bytes:
    return package("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts), {})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("旧刊.docx", []),
        ("旧刊", []),
        ("-", []),
        ("旧刊.doc", ["文件名的后缀是“.doc”，内容是Word文件（docx），按内容读入"]),
        ("旧刊.txt", ["文件名的后缀是“.txt”，内容是Word文件（docx），按内容读入"]),
    ],
)
def test_bytes_that_say_what_they_are_go_before_the_suffix_and_it_is_told(name: str, told: list[str]):
    read = read_issue(Received(name, word(*ISSUE.split("\n"))), BULLETIN)
    assert read.issue.id.label == "2024年第1期"
    assert [change.what for change in read.changes] == told


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("gb18030", ["原文是GB18030编码，存为UTF-8"]),
        ("utf-16", ["原文是UTF-16编码，存为UTF-8"]),
    ],
)
def test_another_encoding_than_ours_is_told(encoding: str, told: list[str]):
    read = read_issue(Received("旧刊.txt", ISSUE.encode(encoding)), BULLETIN)
    assert [change.what for change in read.changes] == told


def test_a_library_that_is_not_installed_is_a_missing_tool_with_the_command_that_installs_it():
    kind = Format("web", "网页", (".html",), library="kjqb_has_no_such_library", extra="web")
    with pytest.raises(ToolMissingError, match="kjqb_has_no_such_library") as caught:
        kind.need_library("来稿.html")
    assert caught.value.exit_code is ExitCode.TOOL_MISSING
    assert 'pip install "kjqb[web]"' in caught.value.hint
    Format("txt", "纯文本", (".txt",), library="json").need_library("来稿.txt")


def test_names_and_suffixes_belong_to_one_format_each():
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    names = [each.name for each in FORMATS]
    assert (len(set(suffixes)), len(set(names))) == (len(suffixes), len(names))
    assert set(article_formats()) | set(issue_formats()) <= set(names)


@pytest.mark.parametrize(
    ("data", "most"),
    [(TEXT, limits.TEXT), (PAGE, limits.PAGE), (PDF, limits.FILE), (ZIP, limits.FILE), (DOC, limits.FILE)],
)
def test_how_large_a_file_may_be_depends_on_what_it_is(data: bytes, most: Limit):
    assert limit(data) == most


SUFFIXES = st.sampled_from(["", *(each.suffixes[0] for each in FORMATS), ".xyz"])
HEADS = st.sampled_from([b"", ZIP, ZIP + b"word/", OLE, PDF, PAGE, TEXT, ISSUE.encode(), b"+++\n", b"\xff\xfe"])


@settings(deadline=None)  # the first file of a format loads its libraries
@given(SUFFIXES, HEADS, st.binary(max_size=200), st.none() | st.sampled_from(["txt", "md"]))
@example("", b"", b"", None)
def test_arbitrary_bytes_raise_nothing_but_our_own_errors(suffix: str, head: bytes, rest: bytes, kind: str | None):
    received = Received(f"来稿{suffix}", head + rest)
    with suppress(KjqbError):
        read_article(received, kind)
    with suppress(KjqbError):
        read_issue(received, BULLETIN, kind)
