"""Saved pages: what they are refused for, and what holds for any."""

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjqb.actions.article_files import article_file
from kjqb.actions.incoming import Incoming
from kjqb.errors import ExitCode, KjqbError, ToolMissingError
from kjqb.importers.decode import NotTextError, UnknownEncodingError
from kjqb.importers.html.body import body as text_container
from kjqb.importers.html.page import BadPageError, tree
from kjqb.importers.html.read import read_html
from kjqb.importers.html.select import flat_text
from kjqb.importers.html.tables import LargeTableError
from kjqb.importers.result import ImportedArticle
from kjqb.model.article import ListItem, Paragraph
from kjqb.tables.web_pages import web_pages
from kjqb.workspace.pictures import images_of

from .texts import body, written

SENTENCE = "行距固定以后，每页的行数就是固定的，一篇文章占几页可以预先算出来。"


def page(inner: str, head: str = "") -> bytes:
    return f'<html><head>{head}</head><body><div class="TRS_Editor">{inner}</div></body></html>'.encode()


def read(inner: str, head: str = "") -> ImportedArticle:
    return read_html(page(inner, head), "来稿.html")


def test_a_title_given_goes_before_the_page_s_and_leaves_no_other_in_the_body():
    found = read_html(page(f"<p>题目</p><p>{SENTENCE}</p>", "<title>别的题目</title>"), "a.html", title="题目")
    assert (found.article.title.text, body(found.article)) == ("题目", [SENTENCE])


@pytest.mark.parametrize("data", [b"", b"   ", b"<!-- nothing -->"])
def test_what_holds_no_element_is_refused(data: bytes):
    with pytest.raises(BadPageError) as caught:
        read_html(data, "a.html")
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert caught.value.hint


def test_an_archive_of_a_page_is_refused_with_the_remedy():
    with pytest.raises(BadPageError) as caught:
        read_html(b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "a.mhtml")
    assert "网页，全部" in caught.value.hint


def test_a_page_nested_so_deep_that_the_parser_would_cut_it_is_refused():
    with pytest.raises(BadPageError, match="嵌套太深"):
        read("<div>" * 300 + SENTENCE)


def test_a_table_that_spans_make_huge_is_refused():
    with pytest.raises(LargeTableError) as caught:
        read("<table>" + "<tr>" + '<td colspan="100">甲</td>' * 40 + "</tr>" + "<tr><td>乙</td></tr>" * 40 + "</table>")
    assert str(caught.value.where) == "来稿.html"


def test_bytes_of_no_encoding_ask_for_one():
    with pytest.raises(UnknownEncodingError) as caught:
        read_html(page(SENTENCE).replace("行距".encode(), b"\xff\xfe\x80"), "a.html")
    assert "--encoding" in caught.value.hint


def test_without_the_library_known_houses_are_read_and_others_name_the_remedy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert body(read(f"<p>{SENTENCE}</p>").article) == [SENTENCE]
    with pytest.raises(ToolMissingError) as caught:
        read_html(f"<html><body><p>{SENTENCE}</p></body></html>".encode(), "a.html")
    assert caught.value.exit_code is ExitCode.TOOL_MISSING
    assert 'pip install "kjqb[web]"' in caught.value.hint


def test_a_page_without_sentences_has_no_text():
    with pytest.raises(BadPageError, match="没有在网页里找到正文"):
        read_html(b"<html><body><p></p></body></html>", "a.html")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/a.png",
        "//127.0.0.1:9/a.png",
        "file:///etc/passwd",
        "../outside.png",
        "/etc/passwd",
        "\\\\h\\a",
    ],
)
def test_an_image_elsewhere_is_not_read(tmp_path: Path, address: str):
    (tmp_path / "outside.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    folder = tmp_path / "saved"
    folder.mkdir()
    data = page(f'<p>{SENTENCE}</p><p><img src="{address}"></p>')
    found = read_html(data, "a.html", images=images_of(folder, folder))
    assert body(found.article) == [SENTENCE]
    assert [loss.what for loss in found.losses if "图片" in loss.what]


def test_an_entity_of_a_file_is_not_read(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", "utf-8")
    data = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode() + page(f"<p>{SENTENCE}&x;</p>")
    assert "机密" not in "".join(body(read_html(data, "a.html").article))


def test_items_of_lists_keep_their_marks_or_numbers():
    blocks = read(f"<p>{SENTENCE}</p><ul><li>甲<ul><li>乙</li></ul></li></ul><ol type=a start=2><li>丙</li></ol>")
    found = [(type(block), getattr(block, "level", None)) for block in blocks.article.blocks]
    assert found == [(Paragraph, None), (ListItem, 1), (ListItem, 2), (Paragraph, None)]
    assert body(blocks.article)[-1] == "b.丙"


def test_places_are_lines_of_the_text_that_was_read():
    found = read(f'<p>{SENTENCE}</p><p>见<a href="https://example.org">此</a>处。</p>', "<title>题目</title>")
    (loss,) = found.losses
    assert loss.where.line is not None
    assert found.article.source.line(loss.where.line) == "见此处。"


def test_all_selectors_of_the_table_are_ids_or_classes():
    table = web_pages()
    houses = (
        selector for house in table.houses for selector in (*house.body, *house.title, *house.source, *house.date)
    )
    assert all(selector[0] in "#." and len(selector) > 1 for selector in (*houses, *table.junk_selectors))


TAGS = (
    *("p", "div", "span", "b", "em", "table", "tr", "td", "th", "ul", "ol", "li", "br", "img", "a", "h2", "h3"),
    *("blockquote", "pre", "figure", "figcaption", "section", "video", "button", "nav"),
)
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["&nbsp;", "\u3000", "\u200b", "*", "|", "#", "- ", "1.", "一、", "\n", "\\", "&#x85;", "&#13;"]),
    st.sampled_from(["<b style='font-weight:bold'>", "<td rowspan=3>", "<td colspan=2>", "<img src='data:,x'>"]),
    st.text(max_size=6),
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_page_is_refused_or_reads_back_from_its_file_as_it_was(inner: str):
    data = page(f"<p>{SENTENCE}</p>{inner}".encode("utf-8", "ignore").decode())
    try:
        found = read_html(data, "a.html")
    except (BadPageError, LargeTableError, NotTextError):
        return
    article_file(found.article, Incoming("a.html", data), set())


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_what_is_seen_of_the_text_is_in_the_article_or_a_loss(inner: str):
    data = page(f"<p>{SENTENCE}</p>{inner}".encode("utf-8", "ignore").decode())
    try:
        found = read_html(data, "a.html")
    except (BadPageError, LargeTableError, NotTextError):
        return
    container, _ = text_container(tree(data, "a.html"), "a.html")
    kept = written(*(passage.text for passage in found.article.passages), *(loss.text for loss in found.losses))
    assert not written(flat_text(container)) - kept


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing_but_our_own_errors(data: bytes):
    for whole in (data, b"<html><body><div class='TRS_Editor'>" + data):
        with suppress(KjqbError):
            read_html(whole, "a.html")
