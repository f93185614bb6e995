"""Hostile input for every reader, made by code, and what becomes of it.

A reader that this checkout does not have answers a harmless file of its format with `unknown-format`; its inputs are
then left out, and told as left out.
"""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from ..workspaces import THREE, article, issue
from .figures import Figure
from .processes import FOLDERS, bounded, command

SECONDS = 60
"""For one input."""

MEBIBYTES = 2048
"""Of address space."""

REFUSED = frozenset({3})
BOUNDED = frozenset({0, 1, 3})
"""Taken, found fault with, or refused: all is well as long as it ends."""

MANY = 100_000
SECRET = "只应留在工作区外面的字"


@dataclass(frozen=True)
class Case:
    """A hostile input: files beside those of a workspace, and the command that reads them."""

    name: str
    line: tuple[str, ...]
    files: Mapping[str, bytes]
    codes: frozenset[int] = REFUSED
    links: Mapping[str, str] = field(default_factory=dict)
    needs: str = ""
    """The suffix of the format whose reader it is for."""


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _configurations()
    yield from _articles()
    yield from _texts()
    for suffix, made in (("docx", _docx), ("html", _html), ("pdf", _pdf)):
        for name, data, codes in made():
            for line in (("add", "--dry-run", f"in.{suffix}"), *((("check", "in.docx"),) if suffix == "docx" else ())):
                yield Case(f"{suffix} {line[0]}: {name}", line, {f"in.{suffix}": data}, codes, needs=suffix)


HARMLESS: Mapping[str, Callable[[], bytes]] = {  # made when asked for: the makers stand below
    "docx": lambda: package(_PARAGRAPHS),
    "html": "<html><body><h1>甲市建成平台</h1><p>平台面向全市开放。</p></body></html>".encode,
    "pdf": lambda: _pdf_file(_LINES),
}


def _configurations() -> Iterator[Case]:
    nested = b"[" * MANY
    faults: dict[str, bytes] = {
        "nested brackets": b"x = " + nested,
        "nested braces": b"x = " + b"{a=" * MANY,
        "dotted key of 10^5 parts": b".".join([b"a"] * MANY) + b" = 1\n",
        "NUL": b"x = 1\0",
        "no UTF-8": b"x = '\xff'",
        "lone surrogate": b'x = "\\ud800"',
        "lone surrogate in UTF-8": b'x = "\xed\xa0\x80"',
        "number of 10^5 digits": b"x = " + b"9" * MANY,
        "date that is none": b"x = 2024-02-30",
        "year 0": b"x = 0000-00-00",
        "duplicate key": b'format = 1\nformat = 1\n[bulletin]\ntitle = "x"',
        "duplicate table": b'format = 1\n[bulletin]\ntitle = "x"\n[bulletin]\ntitle = "y"',
        "control character": b'x = "\x1b[31m"',
        "larger than the limit": b"#" * (3 << 20),
        "10^5 keys that are unknown": b"".join(b"k%d = 1\n" % each for each in range(20_000)),
    }
    for name, data in faults.items():
        yield Case(f"kjqb.toml: {name}", ("list",), {"kjqb.toml": data})
        yield Case(f"issue.toml: {name}", ("list",), {"issues/2024-01/issue.toml": data})
        front = b"+++\ntitle = '\xe7\x94\xb2'\n" + data + b"\n+++\n\ntext\n"
        yield Case(f"front matter: {name}", ("list",), {"issues/2024-01/甲.md": front})
    bidirectional = THREE["kjqb.toml"].replace("样刊编辑部", "\u202e部\u2066").encode()
    yield Case("kjqb.toml: bidirectional characters", ("check",), {"kjqb.toml": bidirectional}, BOUNDED)
    yield Case(
        "issue.toml: path out of the issue", ("list",), {"issues/2024-01/issue.toml": issue(1, "../x.md").encode()}
    )
    yield Case("issue.toml: absolute path", ("list",), {"issues/2024-01/issue.toml": issue(1, "/etc/x.md").encode()})
    number = issue(1).replace("number = 1", "number = 99999999999999999999")
    yield Case("issue.toml: absurd number", ("list",), {"issues/2024-01/issue.toml": number.encode()})
    toc = b'target = "word"\npages = 99999999999999999999999\n[[entry]]\nfile = "a"\ntitle = "a"\npage = 1e999\n'
    yield Case("toc.toml: absurd numbers", ("toc", "--check"), {"issues/2024-01/toc.toml": toc})


def _articles() -> Iterator[Case]:
    path = "issues/2024-01/甲.md"
    bodies: dict[str, tuple[str, frozenset[int]]] = {
        "nested quotations": (">" * MANY + " x\n", REFUSED),
        "nested lists": ("".join("  " * each + "- x\n" for each in range(500)), BOUNDED),
        "nested brackets": ("[" * MANY + "\n", BOUNDED),
        "nested Chinese brackets": ("（" * MANY + "\n", BOUNDED),
        "stars": ("*a **b " * (MANY // 10) + "\n", BOUNDED),
        "backquotes": ("".join("`" * each + " " for each in range(1, 900)) + "\n", BOUNDED),
        "footnotes that are not there": ("[^a]" * 5000 + "\n", REFUSED),
        "a line of the whole limit": ("字" * 600_000 + "\n", BOUNDED),
        "a table of 10^4 columns": ("|" * 10_000 + "\n" + "|-" * 10_000 + "|\n", BOUNDED),
        "control and bidirectional characters": ("甲\x07乙\u202e丙\u2066丁\x1b[31m戊\n", BOUNDED),
        "entities": ("&amp;" * MANY + "\n", BOUNDED),
        "image out of the workspace": ("![x](../../../secret.png)\n", REFUSED),
        "image by address": ("![x](http://127.0.0.1/x.png)\n", REFUSED),
        "image by absolute path": ("![x](/etc/hostname)\n", REFUSED),
        "raw HTML": ("<script>alert(1)</script>\n", BOUNDED),
    }
    for name, (body, codes) in bodies.items():
        yield Case(f"article: {name}", ("check", "2024-01"), {path: article("甲题", body).encode()}, codes)
    yield Case("article: front matter without end", ("list",), {path: b"+++\n" * 1 + b"title = 1\n" * MANY})
    yield Case("article: a link out of the workspace", ("list",), {}, links={path: "../../../secret"})
    yield Case("article: a link to itself", ("list",), {}, links={path: "甲.md"})
    yield Case("issue: a link out of the workspace", ("list", "2024-02"), {}, links={"issues/2024-02": "../../"})
    yield Case("article: a device", ("list",), {}, links={path: "/dev/zero"})
    bomb = _png(100_000, 100_000)
    shown = article("甲题", "![图](images/b.png)\n").encode()
    yield Case("image: 10^10 pixels", ("list",), {path: shown, "issues/2024-01/images/b.png": bomb})
    yield Case("image: text under another name", ("list",), {path: shown, "issues/2024-01/images/b.png": b"x" * 99})
    yield Case("journal: paths out of the workspace", ("list",), {".kjqb/journal.json": _journal("../../secret")})
    yield Case("journal: nested brackets", ("list",), {".kjqb/journal.json": b"[" * MANY})
    yield Case("check cache and committed journal of nonsense", ("list",), {".kjqb/committed.json": b"\0"}, BOUNDED)


def _texts() -> Iterator[Case]:
    good = "甲市建成平台\n\n平台面向全市开放。\n"
    texts: dict[str, tuple[bytes, frozenset[int]]] = {
        "NUL": (f"{good}\0".encode(), REFUSED),
        "a line of 100 MB": (b"\xe5\xad\x97" * (100 << 20 >> 2), REFUSED),
        "nothing": (b"", REFUSED),
        "blanks only": (b" \n" * MANY, REFUSED),
        "UTF-16 without a mark": (good.encode("utf-16-le"), REFUSED),
        "Big5": ("甲市建成平臺，開放資料給全體企業使用。\n".encode("big5") * 20, REFUSED),
        "Shift-JIS": ("これはテストです。\n".encode("shift-jis") * 20, REFUSED),
        "random bytes": (bytes((each * 7919 + each // 3) % 256 for each in range(5000)), REFUSED),
        "a zip archive": (package(main=b"", target="x.bin"), REFUSED),
        "an old Word file": (_OLE, REFUSED),
        "a PDF file": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0", REFUSED),
        "lone surrogates in UTF-8": (good.encode() + b"\xed\xa0\x80\xed\xb0\x80", REFUSED),
        "overlong UTF-8": (good.encode() + b"\xc0\xaf", REFUSED),
        "cut in a character": (good.encode()[:-2], REFUSED),
        "control characters": (good.encode() + "甲\x07\x1b]0;x\x07乙\u202e\n".encode(), BOUNDED),
        "nested brackets": (good.encode() + b"(" * MANY + "（".encode() * MANY, BOUNDED),
        "10^5 lines": (good.encode() + "一、标题\n".encode() * (MANY // 4), BOUNDED),
        "a long run of leaders": (good.encode() + "…".encode() * MANY + b"9" * MANY, BOUNDED),
        "blanks before an end": (good.encode() + b" " * (MANY * 5) + b"x\n", BOUNDED),
        "many combining marks": (good.encode() + "e\u0301\u0302".encode() * MANY, BOUNDED),
        "quotes": (good.encode() + "“".encode() * MANY, BOUNDED),
        "a number of 10^5 digits": (good.encode() + b"1" * MANY + "年".encode(), BOUNDED),
        "ordinals": (good.encode() + "第一，第二，".encode() * 20_000, BOUNDED),
        "an issue of number 10^5": ("编排样刊\n2024年第99999999期\n甲\n乙\n".encode(), BOUNDED),
    }
    for name, (data, codes) in texts.items():
        yield Case(f"txt add: {name}", ("add", "--dry-run", "in.txt"), {"in.txt": data}, codes)
        if name in {"a line of 100 MB", "NUL", "10^5 lines", "quotes", "ordinals", "nested brackets"}:
            yield Case(f"txt check: {name}", ("check", "in.txt"), {"in.txt": data}, codes)
        yield Case(f"txt import: {name}", ("import", "--dry-run", "in.txt"), {"in.txt": data}, REFUSED)
        if b"Word" not in data:
            yield Case(f"md add: {name}", ("add", "--dry-run", "in.md"), {"in.md": data}, codes | _also(name))


def _also(name: str) -> frozenset[int]:
    return BOUNDED if name in {"cut in a character"} else frozenset()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}" Target="TARGET"/></Relationships>'
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4088


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


_PARAGRAPHS: str = _paragraph("甲市建成平台") + _paragraph("平台面向全市开放。")


def document(body: str, *, before: str = "") -> str:
    """word/document.xml."""
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def package(
    body: str = "",
    *,
    main: str | bytes | None = None,
    target: str = "word/document.xml",
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file with that body, or with that main part, and other parts by their names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", _TYPES)
        made.writestr("_rels/.rels", _RELS.replace("TARGET", target))
        made.writestr("word/document.xml", document(body) if main is None else main)
        for name, data in (parts or {}).items():
            made.writestr(name, data)
    return buffer.getvalue()


def _docx() -> Iterator[tuple[str, bytes, frozenset[int]]]:
    good = package(_PARAGRAPHS)
    laughs = "".join(f'<!ENTITY l{each + 1} "{f"&l{each};" * 10}">' for each in range(9))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>'
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "../secret">]>'
    quadratic = f'<!DOCTYPE x [<!ENTITY e "{"a" * MANY}">]>'
    yield "entity bomb", package(main=document(_paragraph("&l9;"), before=bomb)), REFUSED
    yield "quadratic entities", package(main=document(_paragraph("&e;" * 20_000), before=quadratic)), REFUSED
    yield "external entity", package(main=document(_paragraph("甲&e;"), before=outside)), REFUSED
    yield "zip bomb", package(main=document(_paragraph("0" * (300 << 20)))), REFUSED
    yield "zip bomb in a part", package(_PARAGRAPHS, parts={"word/media/a.png": b"\0" * (300 << 20)}), BOUNDED
    yield "nested elements", package("<w:p>" * MANY + "</w:p>" * MANY), REFUSED
    yield "nested tables", package(_nested_tables(2000)), BOUNDED
    yield "cut short", good[: len(good) // 2], REFUSED
    yield "an encrypted file", _OLE, REFUSED
    yield "an encrypted entry", _encrypted(good), REFUSED
    yield "nothing", b"", REFUSED
    yield "text under another name", "甲市建成平台".encode(), REFUSED
    yield "a wrong checksum", _corrupt(good), REFUSED
    yield "no main part", package(_PARAGRAPHS, target="word/nothing.xml"), REFUSED
    yield "main part out of the package", package(_PARAGRAPHS, target="../../../secret"), REFUSED
    yield "main part that is no XML", package(main=b"\x89PNG"), REFUSED
    yield "NUL in the main part", package(main=document(_paragraph("甲\0乙"))), REFUSED
    yield "path tricks", package(_PARAGRAPHS, parts={"../../x": b"x", "/etc/x": b"x"}), BOUNDED
    yield "an entry twice", _twice(good), BOUNDED
    yield "20,000 parts", package(_PARAGRAPHS, parts={f"word/{each}": b"" for each in range(20_000)}), REFUSED
    yield "absurd spans", package(_spans()), BOUNDED
    yield "a paragraph of 10^5 runs", package("<w:p>" + "<w:r><w:t>字</w:t></w:r>" * MANY + "</w:p>"), BOUNDED
    yield "bidirectional characters", package(_paragraph("甲&#x202e;乙") + _paragraph("&#x2066;丙。")), BOUNDED
    yield "an empty part", package(_PARAGRAPHS, parts={"word/styles.xml": b""}), BOUNDED
    yield "a comment of 50 MB", package(_PARAGRAPHS + "<!--" + "x" * (50 << 20) + "-->"), REFUSED | BOUNDED


def _nested_tables(depth: int) -> str:
    opened = "<w:tbl><w:tr><w:tc>" * depth
    return opened + _PARAGRAPHS + "</w:tc></w:tr></w:tbl>" * depth


def _spans() -> str:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{_PARAGRAPHS}</w:tc>'
    return f"{_PARAGRAPHS}<w:tbl><w:tr>{cell}</w:tr></w:tbl>"


def _encrypted(data: bytes) -> bytes:
    """With the flag of encryption on every entry."""
    return data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def _corrupt(data: bytes) -> bytes:
    at = data.index(b"word/document.xml") + 30
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _twice(data: bytes) -> bytes:
    import warnings

    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as made:
        info = zipfile.ZipInfo("word/document.xml")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made.writestr(info, document(_paragraph("另一份")))
    return buffer.getvalue()


def _html() -> Iterator[tuple[str, bytes, frozenset[int]]]:
    head = "<html><head><title>甲</title></head><body><h1>甲市建成平台</h1><p>平台面向全市开放。</p>"
    bodies: dict[str, tuple[str, frozenset[int]]] = {
        "nested elements": ("<div>" * MANY, BOUNDED),
        "nested tables": ("<table><tr><td>" * 5000, BOUNDED),
        "nested lists": ("<ul><li>" * 5000 + "x", BOUNDED),
        "entities": ("&amp;" * MANY, BOUNDED),
        "entity bomb": ('<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>&b;', BOUNDED),
        "attribute of 1 MB": (f'<p x="{"y" * (1 << 20)}">字。</p>', BOUNDED),
        "10^5 attributes": (f"<p {' '.join(f'a{each}=1' for each in range(MANY))}>字。</p>", BOUNDED),
        "absurd spans": ('<table><tr><td colspan="999999999" rowspan="999999999">字</td></tr></table>', BOUNDED),
        "unclosed comment": ("<!--" * MANY, BOUNDED),
        "unclosed tag": ("<a " * MANY, BOUNDED),
        "image by file address": ('<img src="file:///etc/hostname"><p>字。</p>', BOUNDED),
        "image of 10^6 bytes as data": (f'<img src="data:image/png;base64,{"A" * 1_000_000}">', BOUNDED),
        "control characters": ("<p>甲&#7;&#x1b;[31m&#x202e;乙。</p>", BOUNDED),
        "lone surrogate by number": ("<p>甲&#xd800;乙。</p>", BOUNDED),
    }
    for name, (body, codes) in bodies.items():
        yield name, (head + body).encode(), codes
    yield "NUL", f"{head}\0".encode(), REFUSED
    yield "a text of 100 MB", head.encode() + b"x" * (100 << 20), REFUSED
    yield "nothing", b"", REFUSED
    yield "no text", b"<html><body></body></html>", REFUSED
    yield "an old Word file", _OLE, REFUSED


_LINES: bytes = b"BT /F1 24 Tf 72 700 Td (Platform) Tj /F1 12 Tf 0 -40 Td (The platform is open to all.) Tj ET"
"""What a page of a PDF paints: a title and a line of text."""


def _pdf_file(content: bytes, *, pages: int = 1) -> bytes:
    """A PDF file of one content stream."""
    kids = b" ".join(b"%d 0 R" % (each + 5) for each in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        content if content.startswith(b"<<") else b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *([page] * pages),
    ]
    parts, places = [b"%PDF-1.4\n"], []
    start = len(parts[0])
    for number, each in enumerate(objects, 1):
        places.append(start)
        parts.append(b"%d 0 obj%s endobj\n" % (number, each))
        start += len(parts[-1])
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    parts += [b"%010d 00000 n \n" % place for place in places]
    parts.append(b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return b"".join(parts)


def _pdf() -> Iterator[tuple[str, bytes, frozenset[int]]]:
    good = _pdf_file(_LINES)
    packed = zlib.compress(b"BT /F1 12 Tf (x) Tj ET " * (4 << 20), 9)
    yield "nothing", b"", REFUSED
    yield "text under another name", "甲市建成平台".encode(), REFUSED
    yield "cut short", good[:100], REFUSED
    yield "head only", b"%PDF-1.7\n", REFUSED
    yield "an old Word file", _OLE, REFUSED
    yield "random behind the head", b"%PDF-1.7\n" + bytes(each * 7919 % 256 for each in range(50_000)), REFUSED
    yield "no text", _pdf_file(b"0 0 m"), REFUSED
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    yield "a stream that swells", _pdf_file(stream), BOUNDED
    yield "10^5 pages", _pdf_file(b"BT ET", pages=MANY), BOUNDED
    yield "nested arrays", good.replace(b"/MediaBox[0", b"/X" + b"[" * MANY + b"]" * MANY + b"/MediaBox[0"), BOUNDED
    yield "pages in a circle", good.replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]"), BOUNDED
    yield "encrypted", good.replace(b"/Size", b"/Encrypt<</Filter/Standard/V 9/R 9>>/Size"), BOUNDED


def _journal(target: str) -> bytes:
    put = {"from": "issues/2024-01/甲.md", "to": target, "before": None}
    return json.dumps({"schema": "kjqb.journal/1", "put": [put], "move": [], "drop": []}).encode()


def _png(width: int, height: int) -> bytes:
    """A PNG file that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def fault(case: Case, folder: Path) -> str:
    """What is wrong with how an input ends; empty where all is as promised."""
    root = folder / "刊物"
    files = {**{name: text.encode() for name, text in THREE.items()}, **case.files}
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "secret").write_text(f"+++\ntitle = '{SECRET}'\n+++\n\n{SECRET}\n", "utf-8")
    for name, target in case.links.items():
        (root / name).unlink(missing_ok=True)
        (root / name).symlink_to(target)
    outcome = bounded(
        command(root, *case.line, out=folder / "out"), folder / "out", seconds=SECONDS, mebibytes=MEBIBYTES
    )
    if outcome.code not in case.codes:
        said = (outcome.stderr or outcome.stdout).strip()
        return f"exit code {outcome.code} after {outcome.seconds:.1f} s: {said[-300:]}"
    said = outcome.stdout + outcome.stderr
    raw = {character for character in said if character != "\n" and not character.isprintable()}
    if raw:
        return f"raw characters: {raw}"
    if "Traceback" in said or SECRET in said:
        return f"said what it must not: {said[-300:]}"
    if outcome.code == 3 and not outcome.stderr.startswith("错误："):
        return f"no message: {said[-300:]}"
    changed = [name for name, data in files.items() if name not in case.links and (root / name).read_bytes() != data]
    return f"changed: {changed}" if changed else ""


def readers() -> dict[str, bool]:
    """By the suffix of a format: whether `add` reads it here."""
    return {suffix: _is_read(suffix, make()) for suffix, make in HARMLESS.items()}


def _is_read(suffix: str, data: bytes) -> bool:
    with TemporaryDirectory(prefix="kjqb-hostile-", dir=FOLDERS) as name:
        case = Case("", ("add", "--dry-run", "--json", f"in.{suffix}"), {f"in.{suffix}": data}, frozenset({0}))
        return not fault(case, Path(name))


def figures(report: Callable[[str], None] = print) -> tuple[Figure, ...]:
    """All inputs, by the kind of what they are for."""
    known = readers()
    tried: dict[str, int] = {}
    held: dict[str, int] = {}
    for case in cases():
        if case.needs and case.line[0] == "add" and not known[case.needs]:
            continue
        kind = case.name.partition(":")[0]
        with TemporaryDirectory(prefix="kjqb-hostile-", dir=FOLDERS) as name:
            wrong = fault(case, Path(name))
        tried[kind] = tried.get(kind, 0) + 1
        held[kind] = held.get(kind, 0) + (not wrong)
        if wrong:
            report(f"{case.name}: {wrong}")
    missing = [suffix for suffix, is_read in known.items() if not is_read]
    remark = f"这一版的add还不读{'、'.join(missing)}，这几种未试" if missing else ""
    kinds = "、".join(f"{kind} {held[kind]}/{count}" for kind, count in tried.items())
    remark = f"{kinds}{'；' if remark else ''}{remark}"
    return (
        Figure("恶意输入按约定结束（时间、内存有限，源文件不变）", sum(tried.values()), sum(held.values()), remark),
    )
