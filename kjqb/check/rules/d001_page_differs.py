"""D001: paper and margins of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import millimetres, once_each
from kjqb.check.word_layout import WordLayout, is_near
from kjqb.model.bulletin import Severity
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Extent
from kjqb.ooxml.document import Section


@rule(
    "D001",
    "page-differs",
    title="纸张或页边距不合版面设置",
    about=(
        "纸张和四边的页边距以kjqb.toml的[layout]为准，相差1毫米以内不算；不在工作区里时，按最接近的预设检查。"
        "横排的页（如大表）只看纸张。这类问题要在Word里改，不自动修改。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 9704—2012", "5.1、5.2.1"),
    examples=(
        Example(
            bad="〔页面：纸张216×279毫米〕\n平台面向全市开放。",
            good="〔页面：纸张210×297毫米〕\n平台面向全市开放。",
        ),
        Example(bad="〔页面：上边距25.4毫米〕\n平台面向全市开放。", good="〔页面：上边距37毫米〕\n平台面向全市开放。"),
    ),
)
def page_differs(layout: WordLayout) -> Iterator[Hit]:
    """Sections whose paper or margins are not those of the page setup, at their first paragraphs."""
    yield from once_each(_faults(layout))


def _faults(layout: WordLayout) -> Iterator[tuple[Extent, str]]:
    setup = layout.setup
    for section, first in layout.sections:
        turned = section.width > section.height
        width, height = (section.height, section.width) if turned else (section.width, section.height)
        if not (is_near(width, setup.paper_width) and is_near(height, setup.paper_height)):
            stated = f"{millimetres(section.width)}×{millimetres(section.height)}"
            wanted = f"{millimetres(setup.paper_width)}×{millimetres(setup.paper_height)}"
            yield first.whole, f"纸张为{stated}，应为{wanted}"
        elif not turned:
            yield from ((first.whole, message) for message in _margins(section, setup))


def _margins(section: Section, setup: PageSetup) -> Iterator[str]:
    sides = (
        ("上", section.top, setup.margin_top),
        ("下", section.bottom, setup.margin_bottom),
        ("左", section.left, setup.margin_left),
        ("右", section.right, setup.margin_right),
    )
    for side, stated, wanted in sides:
        if not is_near(stated, wanted):
            yield f"{side}边距为{millimetres(stated)}，应为{millimetres(wanted)}"
