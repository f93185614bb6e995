"""Makes the scarred back issue 2023-06.txt and its expected.json from clean.txt.

The clean text is laid out as the Word edition would be (preset bulletin, blanks as they stand). Where a page turn falls
inside a paragraph the paragraph is cut by a blank line, as a word processor's text export does, and the page numbers
of the layout are put into the contents list. Nothing else changes: the lines wrapped inside a block stay wrapped.

Run `python tests/data/back_issue/make.py` after every change of clean.txt or of the layout, and read the difference;
tests/importers/test_back_issue.py fails while the files are not what this makes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from kjqb.importers.loose import read_issue
from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout, Page, PlacedLine
from kjqb.layout.styles import Role
from kjqb.layout.target import Target
from kjqb.model.bulletin import Bulletin, Conventions
from kjqb.model.issue import Issue
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Passage, Source
from kjqb.tables.regions import find_regions
from kjqb.text.spans import Edit, apply_edits

HERE = Path(__file__).parent
CLEAN, SCARRED, EXPECTED = HERE / "clean.txt", HERE / "2023-06.txt", HERE / "expected.json"

DEFECTS = {
    "（以下简称《区划代码》）\n": "paragraph lacks its final full stop",
    "(1) 音序": "half-width brackets round a list number",
    "(2) 地名": "the same",
    "(3) 区划序": "the same",
    "二是换算留痕": "the third item is numbered 二是 again",
    "注,找不到": "half-width commas",
    "kjqb项目组编辑\n": "office line without the blank that the masthead has",
    "编辑:": "half-width colon",
    "审核:": "half-width colon",
}
"""What stands at a place that must be found, by the text that marks the place."""

TRAPS = (
    "1—10 月", "“小麦—玉米”", "5%～10%", "2260—2007", "macOS", "iOS", "Excel", "pH", "mg/kg", "25 ℃", "四查并举",
    "6 个方面", "——标目", "四种毛病：", "将于2023年12月1日实施", "“鼓楼区（南京）”“鼓楼区（福州）”", "“单县”“莘县”",
    "150000",
)  # fmt: skip
"""What must not be flagged."""


def scarred(source: Source) -> str:
    """The text of 2023-06.txt."""
    issue = read_issue(source)
    layout = _layout(issue)
    return apply_edits(source.text, [*_page_numbers(issue, layout), *_cuts(issue, layout)])


def expected(source: Source) -> str:
    """The text of expected.json."""
    issue, text = read_issue(source), scarred(source)
    layout = _layout(issue)
    facts = {
        "about": "Facts of the issue whose text is 2023-06.txt, made by make.py from clean.txt.",
        "masthead": {"title": "编校工作参考", "year": 2023, "number": 6, "office": "kjqb项目组"},
        "pages": layout.pages[-1].number,
        "toc": [
            {"title": entry.title, "page": entry.page, "region": region.code if region else None}
            for entry in layout.entries
            for region in [next(iter(find_regions(entry.title)), None)]
        ],
        "grid": {
            "characters_per_line": BULLETIN.characters,
            "lines_per_page": BULLETIN.lines,
            "articles_run_on": BULLETIN.run_on,
            "first_body_page": layout.entries[0].page,
        },
        "paragraphs_cut_by_a_page_break_at_line": list(_cut_lines(source, issue, layout)),
        "defects_at_line": {str(_line_of(text, mark)): defect for mark, defect in DEFECTS.items()}
        | {"9-14": "leaders of three and of five dots"},
        "must_not_be_flagged": [*TRAPS, "titles with an inner space or colon", "编校工作参考 as a title ending"],
        "must_not_be_flagged_note": "by rules of families P, N, S, U, W; K201 on a blank and information-level rules "
        "aside",
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _layout(issue: Issue) -> Layout:
    conventions = Conventions(options={"K201": {"style": "keep"}})
    return lay_out(issue, Bulletin(issue.masthead.title, conventions=conventions), Target.WORD)


def _page_numbers(issue: Issue, layout: Layout) -> Iterator[Edit]:
    assert issue.contents
    for printed, computed in zip(issue.contents.entries, layout.entries, strict=True):
        yield Edit(printed.page.extent.span, str(computed.page))


def _cuts(issue: Issue, layout: Layout) -> Iterator[Edit]:
    for passage, at in _places(issue, layout):
        blanks = len(passage.text[:at]) - len(passage.text[:at].rstrip())
        place = passage.at(at - blanks, at).span if blanks else passage.at(at, at).span
        yield Edit(place, "\n\n")


def _cut_lines(source: Source, issue: Issue, layout: Layout) -> Iterator[int]:
    """The lines of 2023-06.txt after which a blank line cuts a paragraph."""
    for rank, (passage, at) in enumerate(_places(issue, layout)):
        yield source.line_of(passage.at(at, at).span.start) + 2 * rank


def _places(issue: Issue, layout: Layout) -> Iterator[tuple[Passage, int]]:
    """The passages that a page turn cuts, and after how many characters."""
    passages = [passage for article in issue.articles for passage in article.passages]
    by_block = {id(block): passage for block, passage in zip(layout.blocks, passages, strict=True)}
    for page, following in pairwise(layout.pages):
        last, first = _last_line(page), following.lines[0]
        if last and last.block is first.block:
            passage = by_block[id(last.block)]
            before = "".join(line.text for line in last.block.lines[: first.index])
            assert passage.text.startswith(before)
            yield passage, len(before)


def _last_line(page: Page) -> PlacedLine | None:
    """The last line of the text, colophon aside."""
    return next((line for line in reversed(page.lines) if line.block.role is not Role.COLOPHON), None)


def _line_of(text: str, mark: str) -> int:
    assert text.count(mark) == 1, f"{mark!r} must mark one place"
    return text.count("\n", 0, text.index(mark)) + 1


def main() -> None:
    """Write both files."""
    source = Source(CLEAN.name, CLEAN.read_text("utf-8"))
    assert all(trap in source.text for trap in TRAPS)
    SCARRED.write_text(scarred(source), "utf-8", newline="\n")
    EXPECTED.write_text(expected(source), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
