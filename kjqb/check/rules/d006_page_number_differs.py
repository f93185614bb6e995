"""D006: form and place of the page numbers of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kjqb.check.faces import is_song
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import once_each, size_name
from kjqb.check.word_layout import BODY, WordLayout, size_of
from kjqb.model.bulletin import Severity
from kjqb.ooxml.document import Section, WordField, WordParagraph
from kjqb.text.pattern import Pattern
from kjqb.units import pt

_SIZE = pt(14)
_FORM = Pattern(r"— ?\d+ ?—")
_TYPED = Pattern(r"[—–－-]?\s*\d{1,4}\s*[—–－-]?")


@rule(
    "D006",
    "page-number-differs",
    title="页码形式、位置不合规定",
    about=(
        "页码用四号半角宋体数字，两侧各放一条一字线，单页码居右、双页码居左，各空一字，并且是自动页码。"
        "放在文本框里的页码不看左右位置；问题报在这一节正文的第一段。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "7.5"),
    examples=(
        Example(bad="〔页脚：1〕\n平台面向全市开放。", good="〔页脚：— 1 —〕\n平台面向全市开放。"),
        Example(bad="〔页脚：居中〕\n平台面向全市开放。", good="〔页脚：单页居右、双页居左〕\n平台面向全市开放。"),
        Example(bad="〔页脚：小五〕\n平台面向全市开放。", good="〔页脚：四号〕\n平台面向全市开放。"),
        Example(bad="〔页脚：无〕\n平台面向全市开放。", good="〔页脚：— 1 —〕\n平台面向全市开放。"),
    ),
)
def page_number_differs(layout: WordLayout) -> Iterator[Hit]:
    """Sections of the body whose page numbers have another form or place, or are lacking."""
    seen: set[int] = set()
    for each in layout.of_roles(*BODY):
        if each.paragraph.section not in seen:
            seen.add(each.paragraph.section)
            faults = _faults(layout.section(each), even_and_odd=layout.document.even_and_odd)
            yield from once_each((each.whole, message) for message in faults)


def _faults(section: Section, *, even_and_odd: bool) -> Iterator[str]:
    odd = section.footers.get("default", ())
    number = _number(odd)
    if number is None:
        typed = any(_TYPED.fullmatch(paragraph.text.strip()) for paragraph in odd)
        yield "页脚的页码是打上去的数字，应为自动页码" if typed else "页脚没有自动页码"
        return
    even = _number(section.footers.get("even", ())) if even_and_odd else None
    sides = [(number, "right", "单页码"), *([(even, "left", "双页码")] if even else [])]
    for (paragraph, found), side, name in sides:
        yield from _of_form(paragraph, found)
        yield from _of_place(paragraph, side, name)
    if even_and_odd and even is None:
        yield "双页没有自动页码"
    elif not even_and_odd and not _is_boxed(number[0]):
        yield "单双页的页码在同一侧，应单页居右、双页居左"


def _number(paragraphs: Sequence[WordParagraph]) -> tuple[WordParagraph, WordField] | None:
    """The paragraph of a footer that holds the page number, and its field."""
    return next(
        ((paragraph, found) for paragraph in paragraphs for found in paragraph.fields if found.keyword == "PAGE"), None
    )


def _of_form(paragraph: WordParagraph, found: WordField) -> Iterator[str]:
    shown = paragraph.text.strip()
    if not _FORM.fullmatch(shown):
        yield f"页码写作“{shown}”，应为“— {paragraph.text[found.span.start : found.span.end] or 1} —”"
    for run in paragraph.runs:
        if run.span.start < found.span.end and found.span.start < run.span.end:
            if size_of(run) != _SIZE:
                yield f"页码字号为{size_name(size_of(run))}，应为{size_name(_SIZE)}"
            if not is_song(run.format.latin):
                yield f"页码字体为“{run.format.latin or '未指定'}”，应为宋体"


def _of_place(paragraph: WordParagraph, side: str, name: str) -> Iterator[str]:
    """Whether it stands at its side, a cell in."""
    if _is_boxed(paragraph):
        return
    form = paragraph.format
    aligned = {"start": "left", "both": "left", "end": "right"}.get(form.align, form.align)
    place = "居右" if side == "right" else "居左"
    if aligned != side:
        yield f"{name}没有{place}，应{place}空一字"
    elif not (form.right if side == "right" else form.left).twips and form.first_line.twips <= 0:
        yield f"{name}没有空一字，应{place}空一字"


def _is_boxed(paragraph: WordParagraph) -> bool:
    return paragraph.boxed or paragraph.format.framed
