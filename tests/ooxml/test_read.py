"""What is seen of a Word file: its text, its automatic numbers, how it is set."""

import io
import zipfile
from contextlib import suppress
from random import Random

import pytest

from kjqb.errors import ExitCode, KjqbError
from kjqb.ooxml.document import NoteReference, WordDocument, WordParagraph
from kjqb.ooxml.opened import UnreadableDocxError, W
from kjqb.ooxml.read import read_document
from kjqb.units import Length, pt
from tests.check.words import NAMESPACES, package

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


CONTENT = "<w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent>"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def document(body: str, parts: dict[str, str] | None = None) -> WordDocument:
    return read_document(package(body, parts), "来稿.docx")


def paragraph(*runs: str, properties: str = "") -> str:
    inside = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def only(*runs: str, properties: str = "", styles: str = "") -> WordParagraph:
    parts = {"styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>"} if styles else None
    (found,) = document(paragraph(*runs, properties=properties), parts).paragraphs
    return found


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\v乙"),
        ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', "甲\f乙"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>", "A-1"),
        ("<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        ("<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo>", "移来"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t></w:r>", "可见"),
        ('<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>', "链接"),
        ("<w:smartTag><w:r><w:t>甲县</w:t></w:r></w:smartTag>", "甲县"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{CONTENT}</w:sdt>", ""),
        (f"<w:sdt>{CONTENT}</w:sdt>", "甲"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>', "•"),
        ('<w:r><w:sym w:font="宋体" w:char="2605"/></w:r>', "★"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>lè</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>乐</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "乐",
        ),
        ("<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
    ],
)  # fmt: skip
def test_what_is_seen_is_the_text(run: str, text: str) -> None:
    assert only(run).text == text


def test_a_field_is_what_it_shows() -> None:
    found = only("第", BEGIN, "<w:r><w:instrText> PAGE </w:instrText></w:r>", SEPARATE, "3", END, "页")
    assert found.text == "第3页"
    assert [(field.keyword, field.span.start, field.span.end) for field in found.fields] == [("PAGE", 1, 2)]


def test_a_field_within_the_code_of_another_shows_nothing() -> None:
    code = "<w:r><w:instrText>IF </w:instrText></w:r>"
    inner = BEGIN + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + SEPARATE + "<w:r><w:t>7</w:t></w:r>" + END
    assert only(BEGIN, code, inner, SEPARATE, "甲", END).text == "甲"


def test_a_field_of_several_paragraphs_is_known_in_each() -> None:
    body = paragraph(BEGIN, "<w:r><w:instrText>TOC</w:instrText></w:r>", SEPARATE, "甲") + paragraph("乙", END)
    first, second = document(body + paragraph("丙")).paragraphs[:2]
    assert first.within == {"TOC"}
    assert second.text == "乙"


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    body = paragraph("平台面向", properties="<w:rPr><w:del/></w:rPr>") + paragraph("全市开放。")
    assert [found.text for found in document(body).paragraphs] == ["平台面向全市开放。"]


def test_of_two_forms_of_one_text_box_only_one_is_read() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{paragraph('刊名')}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    run = f"<w:r><mc:AlternateContent {mc}>{both}</mc:AlternateContent></w:r>"
    found = document(paragraph(run, "正文")).paragraphs
    assert [(each.text, each.boxed) for each in found] == [("刊名", True), ("正文", False)]


def test_cells_are_paragraphs_that_know_their_place() -> None:
    row = f"<w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}{paragraph('丙')}</w:tc></w:tr>"
    found = document(f"<w:tbl>{row}{row}</w:tbl>{paragraph('丁')}").paragraphs
    assert [(each.text, each.cell and (each.cell.row, each.cell.column)) for each in found] == [
        ("甲", (0, 0)), ("乙", (0, 1)), ("丙", (0, 1)), ("甲", (1, 0)), ("乙", (1, 1)), ("丙", (1, 1)), ("丁", None),
    ]  # fmt: skip


def test_footnotes_stand_at_the_end_and_know_their_place() -> None:
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="-1">{paragraph("——")}</w:footnote>'
    notes += f'<w:footnote w:id="1">{paragraph("见附件。")}</w:footnote></w:footnotes>'
    body = paragraph("甲", '<w:r><w:footnoteReference w:id="1"/></w:r>', "乙")
    first, second = document(body, {"footnotes.xml": notes}).paragraphs
    assert (first.text, first.notes) == ("甲乙", (NoteReference("1", 1),))
    assert (second.text, second.note) == ("见附件。", "1")


LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
)


def numbered(format_: str, text: str, *levels: int, number: int = 1) -> list[str]:
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{LEVELS.format(format_, text)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = "".join(
        paragraph("甲", properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        for level in levels
    )
    return [found.text for found in document(body, {"numbering.xml": numbering}).paragraphs]


@pytest.mark.parametrize(
    ("format_", "text", "expected"),
    [
        ("chineseCounting", "%1、", ["一、甲", "二、甲"]),
        ("chineseCountingThousand", "第%1条", ["第一条甲", "第二条甲"]),
        ("japaneseCounting", "（%1）", ["（一）甲", "（二）甲"]),
        ("ideographDigital", "%1、", ["一、甲", "二、甲"]),
        ("ideographTraditional", "%1、", ["甲、甲", "乙、甲"]),
        ("decimal", "%1.", ["1. 甲", "2. 甲"]),
        ("decimalEnclosedCircleChinese", "%1", ["①甲", "②甲"]),
        ("decimalFullWidth", "%1．", ["１．甲", "２．甲"]),
        ("upperRoman", "%1.", ["I. 甲", "II. 甲"]),
        ("lowerLetter", "%1)", ["a) 甲", "b) 甲"]),
        ("bullet", "\uf06c", ["甲", "甲"]),
        ("none", "", ["甲", "甲"]),
        ("unheardOf", "%1、", ["1、甲", "2、甲"]),
    ],
)
def test_an_automatic_number_is_part_of_the_text(format_: str, text: str, expected: list[str]) -> None:
    assert numbered(format_, text, 0, 0) == expected


def test_a_lower_level_begins_anew_under_the_next_number() -> None:
    found = numbered("chineseCounting", "%1、", 0, 1, 1, 0, 1)
    assert found == ["一、甲", "（一）甲", "（二）甲", "二、甲", "（一）甲"]


def test_a_numbering_that_is_not_there_numbers_nothing() -> None:
    assert numbered("decimal", "%1.", 0, number=9) == ["甲"]
    assert numbered("decimal", "%1.", 0, number=0) == ["甲"]


DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>", "</w:rPr></w:rPrDefault></w:docDefaults>"
STYLES = (
    f'{DEFAULTS[0]}<w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/>{DEFAULTS[1]}'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:line="600" w:lineRule="exact"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="正文文本"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>'
    '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="c"><w:name w:val="强调"/><w:rPr><w:color w:val="ff0000"/></w:rPr></w:style>'
)


def test_what_a_style_inherits_and_what_a_run_states_make_up_the_format() -> None:
    own = '<w:r><w:rPr><w:rStyle w:val="c"/><w:rFonts w:ascii="Arial"/></w:rPr><w:t>甲</w:t></w:r>'
    found = only(own, properties='<w:pStyle w:val="b"/>', styles=STYLES)
    assert (found.format.style, found.format.line, found.format.exact) == ("正文文本", pt(30), True)
    assert (found.format.first_line_characters, found.format.first_line) == (2, Length(640))
    (run,) = found.runs
    assert (run.format.east_asian, run.format.latin, run.format.size) == ("仿宋_GB2312", "Arial", pt(16))
    assert run.format.colour == "FF0000"


def test_a_paragraph_without_a_style_has_the_default_one() -> None:
    (run,) = only("甲", styles=STYLES).runs
    assert (run.format.east_asian, run.format.size) == ("宋体", pt(10.5))


def test_styles_based_on_each_other_come_to_an_end() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    assert only("甲", properties='<w:pStyle w:val="a"/>', styles=circle).text == "甲"


def test_a_font_of_the_theme_is_resolved() -> None:
    theme = (
        f'<a:theme xmlns:a="{DRAWING}"><a:minorFont><a:latin typeface="Calibri"/>'
        '<a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
    )
    styles = f'{DEFAULTS[0]}<w:rFonts w:eastAsiaTheme="minorEastAsia"/>{DEFAULTS[1]}'
    parts = {"styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>", "theme.xml": theme}
    (found,) = document(paragraph("甲"), parts).paragraphs
    assert found.runs[0].format.east_asian == "等线"


def test_a_file_of_the_strict_kind_is_read() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(paragraph("甲")))) as source, zipfile.ZipFile(data, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace(W[1:-1], "http://purl.oclc.org/ooxml/wordprocessingml/main")
            target.writestr(name, text)
    assert read_document(data.getvalue(), "a.docx").text == "甲\n"


def damaged(name: str, content: bytes) -> bytes:
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package(paragraph("甲")))) as source,
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            target.writestr(each, content if each == name else source.read(each))
    return data.getvalue()


DOCUMENT = "word/document.xml"
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "c">]>' + f"<w:document {NAMESPACES}><w:body/></w:document>".encode()


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"", "没有损坏"),
        (b"PK\x03\x04" + b"\0" * 40, "没有损坏"),
        (package(paragraph("甲"))[:-40], "没有损坏"),
        (damaged(DOCUMENT, b"<w:document>"), "没有损坏"),
        (damaged(DOCUMENT, b"<html/>"), "没有损坏"),
        (damaged(DOCUMENT, ENTITIES), "没有损坏"),
        (damaged(DOCUMENT, b" " * (80 << 20)), "没有损坏"),
        (damaged("_rels/.rels", b"<Relationships/>"), "没有损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "另存为.docx"),
    ],
    ids=["empty", "head", "cut", "xml", "html", "entities", "bomb", "relations", "password", "old"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_clear_error(data: bytes, hint: str) -> None:
    with pytest.raises(UnreadableDocxError) as caught:
        read_document(data, "来稿.docx")
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert str(caught.value.where) == "来稿.docx"
    assert hint in caught.value.hint


def test_nesting_without_end_is_an_error_and_no_crash() -> None:
    deep = "<w:sdt><w:sdtContent>" * 400 + paragraph("甲") + "</w:sdtContent></w:sdt>" * 400
    with pytest.raises(KjqbError):
        document(deep)


def test_whatever_is_damaged_the_file_is_read_or_refused() -> None:
    whole, chance = package(paragraph("平台面向全市开放。") * 20), Random(1)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(UnreadableDocxError):
            read_document(bytes(data), "来稿.docx")


@pytest.mark.parametrize("value", ["", "-1", "99999999999", "abc", "１", "²", "%1"])
def test_a_value_that_is_no_number_counts_as_none(value: str) -> None:
    properties = (
        f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{value}"/></w:numPr><w:spacing w:line="{value}"/>'
        f'<w:ind w:firstLine="{value}" w:firstLineChars="{value}"/><w:outlineLvl w:val="{value}"/>'
    )
    run = f'<w:r><w:rPr><w:sz w:val="{value}"/><w:position w:val="{value}"/></w:rPr><w:t>甲</w:t></w:r>'
    section = f'<w:sectPr><w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:top="{value}"/></w:sectPr>'
    found = document(paragraph(run, properties=properties) + section)
    assert found.text == "甲\n"
