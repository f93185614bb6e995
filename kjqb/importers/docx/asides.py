"""What stands beside the text of a Word file, as losses: revisions, comments, hidden text, links, objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kjqb.errors import Where
from kjqb.importers.docx.gathered import Gathered
from kjqb.importers.docx.text import WordText
from kjqb.importers.docx.tones import stretches
from kjqb.importers.result import quoted
from kjqb.ooxml.appearance import RunFormat
from kjqb.ooxml.document import Aside, AsideKind, View, WordDocument, WordParagraph

REVISIONS = {
    AsideKind.INSERTED: "加入{}",
    AsideKind.DELETED: "删去{}",
    AsideKind.MOVED_HERE: "移来{}",
    AsideKind.MOVED_AWAY: "移走{}",
    AsideKind.BREAK_INSERTED: "加入一处分段",
    AsideKind.BREAK_DELETED: "删去一处分段",
}
"""In words; `{}` stands for the text."""

_OTHERS = {
    AsideKind.HIDDEN: "隐藏的文字{}未导入",
    AsideKind.RUBY: "注音{}未导入",
    AsideKind.LINK: "链接的地址{}未导入，文字照录",
    AsideKind.SYMBOL: "符号（{}）无法识别，暂作“•”",
    AsideKind.EQUATION: "公式只录入了其中的字符{}，请核对",
    AsideKind.OBJECT: "{}未导入",
}
_OF_PAGES = "第页共"
"""What stands beside a page's number."""

_NOT_QUOTED = {AsideKind.SYMBOL, AsideKind.OBJECT}
_NOT_CARRIED = {AsideKind.HIDDEN, AsideKind.RUBY, AsideKind.LINK}
_TAKEN = {
    View.FINAL: {AsideKind.INSERTED, AsideKind.MOVED_HERE, AsideKind.BREAK_INSERTED},
    View.ORIGINAL: {AsideKind.DELETED, AsideKind.MOVED_AWAY, AsideKind.BREAK_DELETED},
}
"""Revisions whose text is in the article."""


def revisions(paragraphs: Iterable[WordParagraph]) -> Iterator[str]:
    """The tracked changes of a text in words, in order."""
    for paragraph in paragraphs:
        yield from (_revision(aside) for aside in paragraph.asides if aside.kind in REVISIONS)


def tell_asides(text: WordText, rank: int, view: View, gathered: Gathered) -> None:
    """List what stands beside a paragraph's text, and how its runs look where an article cannot look so."""
    paragraph = text.paragraphs[rank]
    linked = [aside.at for aside in paragraph.asides if aside.kind is AsideKind.LINK]
    for aside in paragraph.asides:
        shown = paragraph.text.startswith(aside.text, aside.at)
        if not (aside.kind is AsideKind.LINK and shown):
            what, lost = _told(aside, view)
            gathered.lose(what, text.where(rank, aside.at), lost)
    for span in stretches(paragraph, lambda run: run.struck):
        shown_text = paragraph.text[span.start : span.end]
        gathered.lose(f"{quoted(shown_text)}上的删除线未保留", text.where(rank, span.start))
    for span in stretches(paragraph, _is_underlined):
        if span.start not in linked:
            shown_text = paragraph.text[span.start : span.end]
            gathered.lose(f"{quoted(shown_text)}下的下划线未保留", text.where(rank, span.start))


def tell_furniture(document: WordDocument, name: str, gathered: Gathered) -> None:
    """List the words of headers and footers; page numbers are none."""
    for kind, name_of_kind in (("headers", "页眉"), ("footers", "页脚")):
        paragraphs = (
            paragraph
            for section in document.sections
            for several in getattr(section, kind).values()
            for paragraph in several
        )
        for words in dict.fromkeys(filter(None, map(_words, paragraphs))):
            gathered.lose(f"{name_of_kind}{quoted(words)}未导入", Where(name), words)


def _revision(aside: Aside) -> str:
    by = f"（{aside.who}）" if aside.who else ""
    return REVISIONS[aside.kind].format(quoted(aside.text)) + by


def _told(aside: Aside, view: View) -> tuple[str, str]:
    """A loss in words, and the characters that are nowhere else."""
    if aside.kind is AsideKind.COMMENT:
        by = f"（{aside.who}）" if aside.who else ""
        return f"批注{quoted(aside.text)}{by}未导入", aside.text
    if aside.kind in REVISIONS:
        is_taken = aside.kind in _TAKEN[view]
        accepted = "已照改" if view is View.FINAL else "未照改"
        return f"修订：{_revision(aside)}，{accepted}", "" if is_taken else aside.text
    shown = aside.text if aside.kind in _NOT_QUOTED else quoted(aside.text)
    return _OTHERS[aside.kind].format(shown), aside.text if aside.kind in _NOT_CARRIED else ""


def _is_underlined(run: RunFormat) -> bool:
    return run.underline != "none"


def _words(paragraph: WordParagraph) -> str:
    """The text without what fields show; nothing where no letter is left."""
    kept, at = "", 0
    for found in sorted(paragraph.fields, key=lambda each: each.span):
        kept += paragraph.text[at : max(at, found.span.start)]
        at = max(at, found.span.end)
    kept = " ".join((kept + paragraph.text[at:]).split())
    return kept if any(character.isalpha() and character not in _OF_PAGES for character in kept) else ""
