"""What makes a file a poor witness: an edition older than its source, tracked changes, pages not counted to the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.layout.inline import NOTE
from kjqb.layout.pages import LaidBlock, LaidTable, LaidText, Layout
from kjqb.verify.rendered import RenderedPage, bare
from kjqb.verify.saved_docx import SavedDocx

_EXCERPT = 20


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the editor should know before trusting a comparison."""

    slug: str
    text: str


def remarks_on_docx(layout: Layout, saved: SavedDocx) -> Iterator[Remark]:
    """What is to be said of a file that Word has saved."""
    if saved.has_revisions:
        yield Remark("tracked-changes", "文件里有修订痕迹，记录的分页不一定可靠；接受或拒绝全部修订，保存后再核对")
    if saved.has_comments:
        yield Remark("comments", "文件里有批注，显示批注会影响分页；删去批注，保存后再核对")
    counted = len(saved.pages)
    if saved.stated_pages != counted:
        said = "没有写明页数" if saved.stated_pages is None else f"写明共{saved.stated_pages}页"
        text = f"文件属性{said}，记录的分页却是{counted}页：Word可能没有排完；打开后翻到最后一页，保存后再核对"
        yield Remark("page-count", text)
    yield from _on_texts(layout, saved.paragraphs)


def remarks_on_pdf(layout: Layout, pages: tuple[RenderedPage, ...]) -> Iterator[Remark]:
    """What is to be said of a printed file; paragraphs with footnotes, and tables, are not looked for in it."""
    printed = "".join(line for page in pages if not page.cover for line in page.lines)
    texts = (block.text for block in layout.blocks if isinstance(block, LaidText) and not block.notes)
    lacking = next((text for text in texts if not _is_in(printed, bare(text))), None)
    if lacking is not None:
        yield _lacks(lacking)


def _is_in(printed: str, text: str) -> bool:
    """Whether a text stands in what is printed, whole or in two parts, as a page's footnotes may cut it."""
    return text in printed or any(text[:at] in printed and text[at:] in printed for at in range(1, len(text)))


def _on_texts(layout: Layout, paragraphs: tuple[str, ...]) -> Iterator[Remark]:
    """The first paragraph of the layout that the file lacks, else the first of the file that the layout lacks."""
    blocks = (*layout.blocks, *layout.colophon)
    expected = {text: printed for block in blocks for printed in _texts(block) if (text := bare(printed))}
    there = set(paragraphs)
    lacking = next((printed for text, printed in expected.items() if text not in there), None)
    added = next((text for text in paragraphs if text not in expected), None)
    if lacking is not None:
        yield _lacks(lacking)
    elif added is not None:
        yield Remark("text-differs", f"文件与稿件不同：文件里的“{_excerpt(added)}”不在稿件里；重新导出后再核对")


def _lacks(text: str) -> Remark:
    return Remark("text-differs", f"文件与稿件不同：稿件里的“{_excerpt(text)}”不在文件里；重新导出后再核对")


def _texts(block: LaidBlock) -> Iterator[str]:
    if isinstance(block, LaidText):
        yield block.text
    elif isinstance(block, LaidTable):
        yield from (cell.text for row in block.rows for cell in row.cells)


def _excerpt(text: str) -> str:
    text = text.replace(NOTE, "")
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}……"
