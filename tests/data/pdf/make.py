"""Make the PDF files of this folder with LibreOffice: `python -m tests.data.pdf.make`.

The texts are our own; what each file must be read as stands beside it, and is checked by hand, not made here.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from kjqb.external import fonts, libreoffice
from tests.images import png

HERE = Path(__file__).parent

MARKS = (
    "标点符号是书面语的有机组成部分。GB/T 15834—2011把标点符号分为点号和标"
    "号两类：点号的作用是点断，主要表示停顿和语气；标号的作用是标明，主要标"
    "示某些成分的特定性质和作用。"
)
LINES = (
    "横排文稿的句号、逗号、顿号、分号、冒号占一个字的位置，居左下，不出现在"
    "一行的开头；引号、括号、书名号的前一半不出现在一行的末尾，后一半不出现"
    "在一行的开头。"
)
DIGITS = (
    "GB/T 15835—2011规定，用于计量的数字、用于编号的数字和已定型的含阿拉伯"
    "数字的词语，应采用阿拉伯数字；干支纪年、定型的词语和概数，应采用汉字数"
    "字。"
)
UNITS = (
    "量的符号用斜体字母，单位符号用正体字母。数值和单位符号之间留适当空隙，"
    "例如20 kg、35 mm、1 000 Pa；平面角的度、分、秒的符号与数值之间不留空隙"
    "。"
)
GRID = (
    "固定行距的版面，每页的行数和每行的字数都是确定的，因此一篇文章占几行、"
    "落在哪一页，可以在打印之前算出来，目次的页码也可以由此得到。"
)
CODES = (
    "GB 18030—2022是国家标准的汉字编码字符集。收到的文本如果不是UTF-8编码，"
    "多半是GB 18030编码；两者都读不通的，应当问清来路，不能靠猜测改动文字。"
)
SHORT = "目次与正文应当逐字一致。"
ENGLISH = (
    "The layout engine computes where every line ends before anything is printed, "
    "so that the page numbers in the table of contents are known in advance "
    "and remain correct."
)

PAGE = (
    '<style:page-layout style:name="{name}"{usage}><style:page-layout-properties fo:page-width="148mm" '
    'fo:page-height="100mm" {margins}/>{edges}</style:page-layout>'
)
EDGES = "".join(
    f'<style:{edge}-style><style:header-footer-properties fo:min-height="9mm" fo:margin-{side}="4mm"/>'
    f"</style:{edge}-style>"
    for edge, side in (("header", "bottom"), ("footer", "top"))
)
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
NUMBER = "<text:page-number text:select-page='current'/>"


def style(name: str, size: float, *, align: str = "justify", indent: float = 0, after: float = 0) -> str:
    """A paragraph style: sizes in points, the indent in ems."""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:text-align="{align}" fo:text-indent="{indent * size}pt" fo:margin-bottom="{after}pt" fo:orphans="1" '
        f'fo:widows="1"/><style:text-properties fo:font-family="Times New Roman" '
        f'style:font-family-asian="仿宋_GB2312" fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
        f'fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>'
    )


STYLES = "".join(
    (
        style("Body", 12, indent=2),
        style("Plain", 12, align="start", after=10),
        style("Title", 18, align="center", after=8),
        style("Sub", 14, align="start", after=4),
        style("Centre", 9, align="center"),
        style("Note", 9),
    )
)


def p(text: str, of: str = "Body") -> str:
    """A paragraph of plain text."""
    return f'<text:p text:style-name="{of}">{escape(text)}</text:p>'


def document(body: str, *, header: str = "", footer: str = "", left: str = "", automatic: str = "") -> str:
    """A flat ODF text of small pages; `header`, `left` (of even pages) and `footer` are markup."""
    edges = "".join(
        (
            f'<style:header><text:p text:style-name="Centre">{header}</text:p></style:header>' if header else "",
            f'<style:header-left><text:p text:style-name="Centre">{left}</text:p></style:header-left>' if left else "",
            f'<style:footer><text:p text:style-name="Centre">{footer}</text:p></style:footer>' if footer else "",
        )
    )
    margins = 'fo:margin-left="26mm" fo:margin-right="16mm" fo:margin-top="12mm" fo:margin-bottom="12mm"'
    layout = PAGE.format(name="L", usage=' style:page-usage="mirrored"' if left else "", margins=margins, edges=EDGES)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{STYLES}</office:styles>'
        f"<office:automatic-styles>{automatic}{layout}</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="L">{edges}</style:master-page>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def note(text: str) -> str:
    """A footnote, in markup."""
    return (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"{p(text, 'Note')}</text:note-body></text:note>"
    )


def image(width: str, height: str) -> str:
    """A grey image of that size, in markup."""
    data = base64.b64encode(png(60, 60)).decode()
    return (
        f'<draw:frame text:anchor-type="as-char" svg:width="{width}" svg:height="{height}"><draw:image>'
        f"<office:binary-data>{data}</office:binary-data></draw:image></draw:frame>"
    )


def rows(*cells: tuple[str, ...]) -> str:
    """A table, in markup."""
    made = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{p(cell, 'Plain')}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in cells
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(cells[0])}"/>'
    return f"<table:table>{columns}{made}</table:table>"


COLUMNS = (
    '<style:style style:name="Two" style:family="section"><style:section-properties><style:columns '
    'fo:column-count="2" fo:column-gap="8mm"/></style:section-properties></style:style>'
)
STOPS = "句末点号有句号、问号、叹号三种。"
NOTED = f'<text:p text:style-name="Body">点号分为句末点号和句内点号。{note(STOPS)}{escape(LINES)}</text:p>'
PREFIXES = ("词头", "符号", "因数"), ("千", "k", "1 000"), ("兆", "M", "1 000 000")

DOCUMENTS: Mapping[str, str] = {
    "indented": document(
        p("标点、数字与单位", "Title") + "".join(map(p, (MARKS, LINES, DIGITS, UNITS, GRID, CODES))),
        header="标准知识", footer=f"— {NUMBER} —",
    ),
    "blocks": document(
        p("来稿编码与版面", "Title") + "".join(p(each, "Plain") for each in (CODES, GRID, SHORT, MARKS, LINES)),
        footer=NUMBER,
    ),
    "headings": document(
        p("书写规则两则", "Title") + p("一、单位") + p(UNITS) + p("版面", "Sub") + p(GRID) + p("（一）编码") + p(CODES),
        footer=f"第{NUMBER}页",
    ),
    "notes": document(p("点号的种类", "Title") + p(MARKS) + NOTED + p(DIGITS) + p(CODES), footer=f"- {NUMBER} -"),
    "table_and_image": document(
        p("词头与倍数", "Title") + p(UNITS) + rows(*PREFIXES)
        + f'<text:p text:style-name="Body">{image("20mm", "20mm")}</text:p>' + p(SHORT),
    ),
    "latin": document(p("行尾的英文词", "Title") + p(f"英文摘要如下。{ENGLISH}") + p(f"{ENGLISH}{DIGITS}")),
    "mirrored": document(
        p("左右页的眉题", "Title") + "".join(map(p, (MARKS, LINES, DIGITS, UNITS, GRID, CODES, MARKS, LINES))),
        header=f"标准知识　{NUMBER}", left=f"{NUMBER}　资料摘编",
    ),
    "no_large_title": document(p("目次与正文") + p(SHORT) + p(GRID)),
    "scan": document(f'<text:p text:style-name="Plain">{image("105mm", "72mm")}</text:p>'),
    "columns": document(
        f'<text:section text:style-name="Two" text:name="s">{p(MARKS + LINES, "Plain")}{p(DIGITS + UNITS, "Plain")}'
        "</text:section>",
        automatic=COLUMNS,
    ),
}  # fmt: skip


def make() -> None:
    """Write all files."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        settings = folder / "fonts.conf"
        settings.write_text(fonts.fontconfig(folder / "cache"), "utf-8")
        sources = [folder / f"{name}.fodt" for name in DOCUMENTS]
        for source, text in zip(sources, DOCUMENTS.values(), strict=True):
            source.write_text(text, "utf-8")
        environment = {"FONTCONFIG_FILE": str(settings), "SOURCE_DATE_EPOCH": "1700000000"}
        libreoffice.convert(libreoffice.find(), sources, "pdf", HERE, environment=environment)


if __name__ == "__main__":
    make()
