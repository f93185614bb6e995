"""Word files in the layout of `texts`, in which every paragraph is set as it should be, but for what `〔…〕` says.

At any place of a line `〔字体：宋体〕` and the like hold for what follows in it, `↵` is a line break; a line of its own
that names the page (`〔页面：…〕`), the page number (`〔页脚：…〕`) or the contents list (`〔目次：…〕`) holds for the
whole file.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from kjqb.actions.hand_edits import against
from kjqb.actions.incoming import Incoming
from kjqb.actions.word_files import word_file
from kjqb.check.finding import Report
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.layout.styles import HEADINGS, Align, Role, style_sheet
from kjqb.model.bulletin import Conventions
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.units import TYPE_SIZES

FILE = "2024-01.docx"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NAMES = "(?:中文)?字体|字号|颜色|无?下划线|无?着重号|首行缩进|行距|段后|居左|居中"
_TOKEN = re.compile(f"〔((?:{_NAMES})[^〔〕]*)〕")
_PARTS = re.compile(f"(〔(?:{_NAMES})[^〔〕]*〕)")
_OF_FILE = ("页面", "页脚", "目次")
_SETTING = re.compile(rf"〔({'|'.join(_OF_FILE)})：(.*)〕")
_ENTRY = re.compile(r"(?P<marker>\W*)(?P<title>.+?)(?P<leaders>[.…·]+)(?P<page>\d+)")
_ALIGNS = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def check_word(data: bytes, *select: str, name: str = FILE) -> Report:
    """What the rules find in a Word file outside of any workspace."""
    return run([subject(data, name)], Conventions(select=select or ("ALL",)))


def subject(data: bytes, name: str = FILE) -> Subject:
    return word_file(Incoming(name, data), None)


def check_layout_example(conventions: Conventions, text: str) -> Report:
    """What all rules find in the Word file that a text of this notation describes."""
    return run([subject(issue(text))], conventions)


def check_edited_example(conventions: Conventions, whole: Subject, text: str) -> Report:
    """What all rules find in an issue when a Word file holds that text."""
    return run([against(whole, Incoming(FILE, issue(text)))], conventions)


def issue(text: str, setup: PageSetup = BULLETIN) -> bytes:
    """An issue in the layout of `texts` as a Word file."""
    settings: dict[str, list[str]] = {name: [] for name in _OF_FILE}
    sections: list[list[str]] = [[]]
    for line in text.splitlines():
        match = _SETTING.fullmatch(line)
        if line == "%%":
            sections.append([])
        elif match:
            settings[match[1]].append(match[2])
        elif line.strip():
            sections[-1].append(line)
    writer = _Writer(setup, sections[0][0], settings)
    head, contents, body, colophon = sections
    for role, line in zip((Role.MASTHEAD, Role.ISSUE_LINE, Role.OFFICE_LINE), head, strict=True):
        writer.paragraph(role, line)
    for line in contents:
        writer.entry(_TOKEN.sub("", line))
    for line in body:
        writer.line(line)
    for line in colophon:
        writer.paragraph(Role.COLOPHON, line)
    return writer.package()


def package(body: str, parts: Mapping[str, str] | None = None, *, settings: str = "") -> bytes:
    """A Word file of the XML of its body and of other parts, by the names of files in word/."""
    parts = {"settings.xml": f"<w:settings {NAMESPACES}>{settings}</w:settings>", **(parts or {})}
    kinds = {name: re.sub(r"\d*\.xml$", "", name) for name in parts}
    relations = "".join(
        f'<Relationship Id="r{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{name}"/>'
        for name, kind in kinds.items()
    )
    files = {
        "_rels/.rels": _relations(
            '<Relationship Id="r1" Target="word/document.xml" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
        **{f"word/{name}": text for name, text in parts.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in files.items():
            target.writestr(name, text)
    return made.getvalue()


def changed(data: bytes, was: str, now: str) -> bytes:
    """A Word file with a piece of its text's XML changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode()
            if name == "word/document.xml":
                assert was in content
                content = content.replace(was, now)
            target.writestr(name, content)
    return made.getvalue()


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


@dataclass
class _Form:
    """How a stretch of text is set."""

    font: str
    latin: str
    size: float
    colour: str = ""
    underline: bool = False
    dots: bool = False

    def set(self, token: str) -> None:
        name, _, value = token.partition("：")
        match name:
            case "字体":
                self.font = self.latin = value
            case "中文字体":
                self.font = "" if value == "无" else value
            case "字号":
                self.size = TYPE_SIZES[value]
            case "颜色":
                self.colour = "" if value == "自动" else value
            case "下划线" | "无下划线":
                self.underline = name == "下划线"
            case "着重号" | "无着重号":
                self.dots = name == "着重号"
            case _:
                raise ValueError(token)

    @property
    def xml(self) -> str:
        east = f' w:eastAsia="{self.font}"' if self.font else ""
        fonts = f'<w:rFonts w:ascii="{self.latin}" w:hAnsi="{self.latin}"{east}/>'
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        line = '<w:u w:val="single"/>' if self.underline else ""
        dots = '<w:em w:val="underDot"/>' if self.dots else ""
        return f'<w:rPr>{fonts}{colour}<w:sz w:val="{round(self.size * 2)}"/>{line}{dots}</w:rPr>'


@dataclass
class _Writer:
    """A Word file that is being written."""

    setup: PageSetup
    masthead: str
    settings: Mapping[str, Sequence[str]]
    paragraphs: list[str] = field(default_factory=list)

    def line(self, line: str) -> None:
        """A line of the body."""
        hashes = len(line) - len(line.lstrip("#"))
        if line.startswith("= "):
            self.paragraph(Role.TITLE, line[2:])
        elif hashes:
            self.paragraph(HEADINGS[hashes - 2], line[hashes:].strip())
        else:
            self.paragraph(Role.BODY, line)

    def paragraph(self, role: Role, line: str) -> None:
        """A paragraph, set as its role is."""
        style = style_sheet(self.setup, self.masthead, "")[role]
        form = _Form(style.face.value, "Times New Roman", style.type.size.points, "FF0000" if style.red else "")
        indent, align = style.first_indent.twips, _ALIGNS[style.align]
        spacing = {"line": str(style.pitch.twips), "lineRule": "exact", "after": "0"}
        runs = ""
        for part in _PARTS.split(line):
            token = _TOKEN.fullmatch(part)
            if not token:
                runs += _runs(part, form)
            elif token[1].startswith("首行缩进"):
                indent = round(float(token[1][5:-1]) * style.type.size.twips)
            elif token[1].startswith("行距"):
                spacing |= _pitch(token[1][3:])
            elif token[1].startswith("段后"):
                spacing["after"] = str(round(float(token[1][3:-1]) * 20))
            elif token[1] in {"居左", "居中"}:
                align = "left" if token[1] == "居左" else "center"
            else:
                form.set(token[1])
        stated = "".join(f' w:{name}="{value}"' for name, value in spacing.items())
        properties = f'<w:spacing{stated}/><w:ind w:firstLine="{indent}"/><w:jc w:val="{align}"/>'
        self.paragraphs.append(f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")

    def entry(self, line: str) -> None:
        """An entry of the contents list, with a tab and a field unless the file's settings say otherwise."""
        match = _ENTRY.fullmatch(line)
        assert match, line
        style = style_sheet(self.setup, self.masthead, "")[Role.CONTENTS_ENTRY]
        form = _Form(style.face.value, "Times New Roman", style.type.size.points)
        wanted = self.settings["目次"]
        leaders = _runs("......" if "引导点为句点" in wanted else "\t", form)
        number = _runs(match["page"], form)
        if "页码为数字" not in wanted:
            number = _field("PAGEREF _Toc1", number)
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.setup.measure.twips}"/></w:tabs>'
        spacing = f'<w:spacing w:line="{style.pitch.twips}" w:lineRule="exact"/>'
        title = _runs(match["marker"] + match["title"], form)
        self.paragraphs.append(f"<w:p><w:pPr>{tab}{spacing}</w:pPr>{title}{leaders}{number}</w:p>")

    def package(self) -> bytes:
        """The file."""
        footers = dict(self._footers())
        references = "".join(
            f'<w:footerReference w:type="{kind}" r:id="r{name}"/>'
            for name, kind in (("footer1.xml", "default"), ("footer2.xml", "even"))
            if name in footers
        )
        even = "<w:evenAndOddHeaders/>" if "footer2.xml" in footers else ""
        body = "".join(self.paragraphs) + f"<w:sectPr>{references}{self._page()}</w:sectPr>"
        return package(body, footers, settings=even)

    def _page(self) -> str:
        setup = self.setup
        width, height = setup.paper_width.mm, setup.paper_height.mm
        top = setup.margin_top.mm
        for stated in self.settings["页面"]:
            numbers = [float(number) for number in re.findall(r"[\d.]+", stated)]
            if stated.startswith("纸张"):
                width, height = numbers
            else:
                (top,) = numbers
        twips = [round(length * 1440 / 25.4) for length in (width, height, top)]
        return (
            f'<w:pgSz w:w="{twips[0]}" w:h="{twips[1]}"/><w:pgMar w:top="{twips[2]}" '
            f'w:left="{setup.margin_left.twips}" w:right="{setup.margin_right.twips}" '
            f'w:bottom="{setup.margin_bottom.twips}"/>'
        )

    def _footers(self) -> Iterator[tuple[str, str]]:
        wanted = self.settings["页脚"]
        if "无" in wanted:
            return
        form = _Form("宋体", "宋体", TYPE_SIZES["小五" if "小五" in wanted else "四号"])
        number = _field("PAGE", _runs("1", form))
        shown = number if "1" in wanted else _runs("— ", form) + number + _runs(" —", form)
        kinds = (
            (("footer1.xml", "center"),) if "居中" in wanted else (("footer1.xml", "right"), ("footer2.xml", "left"))
        )
        for name, align in kinds:
            indent = "" if align == "center" else f'<w:ind w:{align}="280"/>'
            properties = f'<w:pPr>{indent}<w:jc w:val="{align}"/></w:pPr>'
            yield name, f"<w:ftr {NAMESPACES}><w:p>{properties}{shown}</w:p></w:ftr>"


def _pitch(stated: str) -> dict[str, str]:
    if stated.endswith("倍"):
        return {"line": str(round(float(stated[:-1]) * 240)), "lineRule": "auto"}
    return {"line": str(round(float(stated[3:-1]) * 20)), "lineRule": "exact"}


def _field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + result + mark("end")


def _runs(text: str, form: _Form) -> str:
    made = ""
    for part in re.split("([↵\t])", text):
        content = {"↵": "<w:br/>", "\t": "<w:tab/>"}.get(part, f'<w:t xml:space="preserve">{escape(part)}</w:t>')
        made += f"<w:r>{form.xml}{content}</w:r>" if part else ""
    return made
