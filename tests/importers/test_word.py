"""A Word file as an issue or an article."""

from kjqb.importers.back_issue import BackIssue
from kjqb.importers.formats import Received, read_issue
from kjqb.importers.word import read_word
from kjqb.model.article import Article, Heading, ListItem, Paragraph, Quote, Table, block_passages
from kjqb.model.issue import Issue, IssueId
from kjqb.model.page_setup import BULLETIN
from kjqb.ooxml.read import read_document
from tests.check.words import NAMESPACES, package

from .texts import CUT, REST

PARAGRAPH_STYLE = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
LEVEL = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
STYLES = "".join(
    (
        f"<w:styles {NAMESPACES}>",
        PARAGRAPH_STYLE.format("t", "heading 1", LEVEL.format(0)),
        PARAGRAPH_STYLE.format("h", "heading 3", LEVEL.format(2)),
        PARAGRAPH_STYLE.format("q", "Quote", ""),
        "</w:styles>",
    )
)
ABSTRACT = (
    '<w:abstractNum w:abstractNumId="{0}"><w:lvl w:ilvl="0"><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
    "</w:abstractNum>"
)
NUMBER = '<w:num w:numId="{0}"><w:abstractNumId w:val="{0}"/></w:num>'
NUMBERING = "".join(
    (
        f"<w:numbering {NAMESPACES}>",
        ABSTRACT.format(1, "bullet", "•"),
        ABSTRACT.format(2, "chineseCounting", "%1、"),
        *map(NUMBER.format, (1, 2)),
        "</w:numbering>",
    )
)
NOTE = '<w:footnote w:id="1"><w:p><w:r><w:t> 见附件。</w:t></w:r></w:p></w:footnote>'
NOTES = f"<w:footnotes {NAMESPACES}>{NOTE}</w:footnotes>"


def paragraph(text: str, style: str = "", number: int = 0, more: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
    text = text.replace("\t", "</w:t><w:tab/><w:t>").replace("↵", "</w:t><w:br/><w:t>")
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def read(*paragraphs: str) -> Issue | Article:
    parts = {"styles.xml": STYLES, "numbering.xml": NUMBERING, "footnotes.xml": NOTES}
    return read_word(read_document(package("".join(paragraphs), parts), "来稿.docx"), "来稿.docx")


def article(*paragraphs: str) -> Article:
    found = read(*paragraphs)
    assert isinstance(found, Article)
    return found


def issue(*paragraphs: str) -> Issue:
    found = read(*map(paragraph, ("科技参考", "2024年第1期", "某市科技信息中心 编辑")), *paragraphs)
    assert isinstance(found, Issue)
    return found


BODY = "平台面向全市开放。"


def test_a_file_without_an_issue_line_is_an_article() -> None:
    found = article(paragraph("某市建成平台"), paragraph(BODY))
    assert found.title.text == "某市建成平台"
    assert [type(block) for block in found.blocks] == [Paragraph]


def test_a_file_with_an_issue_line_is_an_issue_with_its_contents_list() -> None:
    entries = (paragraph("★ 甲县建成平台\t2"), paragraph("★ 乙县建成基地\t3"))
    bodies = (paragraph("甲县建成平台"), paragraph(BODY), paragraph("乙县建成基地"), paragraph(BODY))
    found = issue(*entries, *bodies, paragraph("电话：0471-1234567"))
    assert found.id == IssueId(2024, 1)
    assert [each.title.text for each in found.articles] == ["甲县建成平台", "乙县建成基地"]
    assert found.contents
    assert [(entry.title.text, entry.page.text) for entry in found.contents.entries] == [
        ("甲县建成平台", "2"),
        ("乙县建成基地", "3"),
    ]
    assert [line.text for line in found.colophon] == ["电话：0471-1234567"]


def test_without_a_contents_list_styles_say_where_an_article_begins() -> None:
    bodies = (paragraph("甲县建成平台", "t"), paragraph(BODY), paragraph("乙县↵建成基地", "t"), paragraph(BODY))
    assert [each.title.text for each in issue(*bodies).articles] == ["甲县建成平台", "乙县建成基地"]


def test_a_number_in_the_style_of_a_title_is_a_heading() -> None:
    found = issue(paragraph("甲县建成平台", "t"), paragraph("一、建设情况", "t"), paragraph(BODY))
    assert [type(block) for each in found.articles for block in each.blocks] == [Heading, Paragraph]


def test_paragraphs_are_what_the_file_says() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("项目", "数量"))
    found = article(
        paragraph("某市建成平台"),
        paragraph("建设情况", number=2),
        paragraph("有关要求", "h"),
        paragraph("平台登记仪器", number=1),
        paragraph("平台应当开放。", "q"),
        f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>",
        paragraph(BODY),
    )
    assert [type(block) for block in found.blocks] == [Heading, Heading, ListItem, Quote, Table, Paragraph]
    first, second, *_ = found.blocks
    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert (first.level, first.passage.text) == (1, "一、建设情况")
    assert second.level == 2
    assert [passage.text for passage in block_passages(found.blocks[4])] == ["项目", "数量"] * 2


def test_a_footnote_belongs_to_the_article_that_refers_to_it() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    bodies = (
        paragraph("甲县建成平台", "t"),
        paragraph(BODY),
        paragraph("乙县建成基地", "t"),
        paragraph(BODY, more=reference),
    )
    first, second = issue(*bodies).articles
    assert first.notes == ()
    assert [passage.text for note in second.notes for passage in note.passages] == ["见附件。"]
    assert [block_passages(block)[0].text for block in second.blocks] == [BODY]


def test_paragraphs_are_never_joined_but_a_line_break_in_a_sentence_is() -> None:
    texts = ("一是建平台，", "二是引人才。", "平台面向，↵全市开放。")
    found = article(paragraph("某市建成平台"), *map(paragraph, texts))
    assert [block_passages(block)[0].text for block in found.blocks] == [text.replace("↵", "") for text in texts]


def test_the_line_of_a_place_is_its_paragraph() -> None:
    found = article(paragraph("某市建成平台"), paragraph(""), paragraph("平台面向↵全市开放。"))
    (block,) = found.blocks
    assert str(block_passages(block)[0].extent.where) == "来稿.docx:3:1"


TURN = "<w:r><w:lastRenderedPageBreak/></w:r>"


def back(*paragraphs: str) -> BackIssue:
    head = map(paragraph, ("科技参考", "2024年第1期", "某市科技信息中心 编辑"))
    data = package("".join((*head, *paragraphs)), {"styles.xml": STYLES, "numbering.xml": NUMBERING})
    return read_issue(Received("2024-01.docx", data), BULLETIN)


def turned(text: str, style: str = "") -> str:
    """A paragraph that begins a page."""
    return paragraph(text, style).replace("<w:r>", f"{TURN}<w:r>", 1)


ARTICLES = (turned("甲县建成平台", "t"), paragraph(BODY), paragraph(BODY, more=TURN), turned("乙县建成基地", "t"))


def test_the_printed_contents_say_the_pages_whatever_the_file_was_laid_out_to() -> None:
    entries = (paragraph("★ 甲县建成平台\t5"), paragraph("★ 乙县建成基地\t7"))
    found = back(*entries, *ARTICLES)
    assert found.printed_pages == (5, 7)
    assert not [change for change in found.changes if "排版" in change.what]


def test_without_a_contents_list_the_pages_are_those_of_the_last_layout() -> None:
    found = back(*ARTICLES, paragraph(BODY))
    assert [article.title.text for article in found.issue.articles] == ["甲县建成平台", "乙县建成基地"]
    assert found.printed_pages == (2, 4)
    assert [change.what for change in found.changes] == ["没有印出的目次页码，页码采用Word上次排版的分页"]
    assert [loss.what for loss in found.losses] == ["没有找到目次，按题目的样式分为2篇"]


def test_a_file_that_no_program_has_laid_out_has_no_pages() -> None:
    found = back(paragraph("甲县建成平台", "t"), paragraph(BODY))
    assert (found.printed_pages, found.changes) == ((None,), ())


def test_a_paragraph_pasted_from_print_is_joined() -> None:
    entry = paragraph("★ 甲县建成平台\t2")
    found = back(entry, paragraph("甲县建成平台"), paragraph(CUT), paragraph(REST))
    (article_,) = found.issue.articles
    assert [block_passages(block)[0].text for block in article_.blocks] == [CUT + REST]
    assert [str(change.where) for change in found.changes if "切断" in change.what] == ["2024-01.docx:7:1"]
