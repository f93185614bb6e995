"""Old and foreign word processors' files: told by their bytes, made .docx by LibreOffice, or refused."""

import os
import shutil
import stat
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.errors import ExitCode, ToolMissingError
from kjqb.external.libreoffice import NotConvertedError, to_docx
from kjqb.importers.old_word import NotWordError, WordFormat, docx_bytes, word_format
from kjqb.ooxml.read import read_document
from tests.data.pdf.make import CODES, GRID

FOLDER = Path(__file__).resolve().parents[1] / "data" / "old_word"
LINES = ["旧格式的来稿", CODES, "一、版面", GRID]

with_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/"), data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("article.doc", WordFormat.DOC),
        ("article.wps", WordFormat.DOC),
        ("article.rtf", WordFormat.RTF),
        ("article.odt", WordFormat.ODT),
        ("article.docx", WordFormat.DOCX),
    ],
)
def test_a_format_is_told_by_its_bytes(name: str, found: WordFormat):
    assert word_format((FOLDER / name).read_bytes()) is found


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "MatOST".encode("utf-16-le"), WordFormat.WORKS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', WordFormat.WORD_XML),
        (b"\x01\xfe\x32\x00", WordFormat.WPS_OLD),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), None),
        (zipped(a=b""), None),
        (b"PK\x03\x04", None),
        ("纯文本".encode(), None),
        (b"", None),
    ],
)
def test_other_formats_are_told_too(data: bytes, found: WordFormat | None):
    assert word_format(data) is found


@given(st.binary(max_size=100))
def test_any_bytes_are_of_a_format_or_of_none(data: bytes):
    for head in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"<?xml"):
        assert word_format(head + data) in {*WordFormat, None}


def test_a_docx_under_another_name_is_taken_as_it_is():
    data = (FOLDER / "article.docx").read_bytes()
    assert docx_bytes(data, "来稿.wps") is data


@pytest.mark.parametrize("data", [b"\x01\xfe\x32\x00", b"GIF89a", b""])
def test_what_nothing_reads_is_refused_with_the_remedy(data: bytes):
    with pytest.raises(NotWordError) as caught:
        docx_bytes(data, "来稿.wps")
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert "另存为docx" in caught.value.hint


def test_without_libreoffice_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolMissingError) as caught:
        docx_bytes((FOLDER / "article.doc").read_bytes(), "来稿.doc")
    assert caught.value.exit_code is ExitCode.TOOL_MISSING
    assert "另存为docx" in caught.value.hint


@pytest.mark.skipif(os.name == "nt", reason="the program of this test is a script")
def test_a_conversion_that_hangs_ends_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    soffice = tmp_path / "soffice"
    soffice.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", "utf-8")
    soffice.chmod(soffice.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotConvertedError, match="时限") as caught:
        to_docx(b"{\\rtf1}", ".rtf", "Rich Text Format", "来稿.doc", seconds=1)
    assert str(caught.value.where) == "来稿.doc"
    assert "另存为docx" in caught.value.hint


@pytest.mark.oracle
@with_libreoffice
@pytest.mark.parametrize("name", ["article.doc", "article.wps", "article.rtf", "article.odt"])
def test_a_file_becomes_a_docx_of_the_same_text(name: str):
    made = read_document(docx_bytes((FOLDER / name).read_bytes(), name), name)
    assert [line for line in made.text.split("\n") if line.strip()] == LINES


@pytest.mark.oracle
@with_libreoffice
def test_a_damaged_file_is_refused_and_not_read_as_plain_text():
    with pytest.raises(NotConvertedError) as caught:
        docx_bytes(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\x01" * 3000, "来稿.doc"
        )
    assert caught.value.exit_code is ExitCode.BAD_INPUT


@pytest.mark.oracle
@with_libreoffice
def test_nothing_that_a_document_links_to_is_read(tmp_path: Path):
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    secret = tmp_path / "secret.txt"
    secret.write_text("机密", "utf-8")
    with HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        linking = _linking(f"http://127.0.0.1:{server.server_port}/a.png", secret.as_uri())
        made = to_docx(linking, ".fodt", "OpenDocument Text Flat XML", "来稿.odt")
        server.shutdown()
    assert asked == []
    assert "机密" not in read_document(made, "来稿.odt").text


def _linking(image: str, section: str) -> bytes:
    """A flat ODF text with an image and a section that stand elsewhere."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}.items()
    )
    return (
        f'<?xml version="1.0"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
        'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        '<text:section text:name="s">'
        f'<text:section-source xlink:href="{section}" xlink:type="simple"/><text:p>x</text:p></text:section><text:p>'
        '<draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">'
        f'<draw:image xlink:href="{image}" xlink:type="simple"/></draw:frame></text:p></office:text></office:body>'
        "</office:document>"
    ).encode()
