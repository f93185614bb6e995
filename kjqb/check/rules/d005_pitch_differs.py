"""D005: the pitch of the lines of a Word file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import once_each
from kjqb.check.word_layout import BODY, Placed, WordLayout, is_near
from kjqb.layout.styles import HEADINGS, Role
from kjqb.model.bulletin import Severity
from kjqb.units import Length, pt

_TOLERANCE = pt(0.5)


@rule(
    "D005",
    "pitch-differs",
    title="行距不合版面设置",
    about=(
        "正文、小标题和题目用固定行距，或对齐同样行距的文档网格，段后不留空，每页才有定数的行，页码才算得准；"
        "行距以版面设置为准，相差半磅以内、或全文一致而每面行数相同的不算；题目的行距只要固定。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "5.2.3"),
    examples=(
        Example(bad="〔行距：1.5倍〕平台面向全市开放。", good="〔行距：固定值30磅〕平台面向全市开放。"),
        Example(bad="〔行距：固定值28磅〕平台面向全市开放。", good="〔行距：固定值30磅〕平台面向全市开放。"),
        Example(bad="〔段后：7.5磅〕平台面向全市开放。", good="〔段后：0磅〕平台面向全市开放。"),
    ),
)
def pitch_differs(layout: WordLayout) -> Iterator[Hit]:
    """Paragraphs that leave the grid of lines."""
    pitch = _pitch(layout)
    paragraphs = layout.of_roles(*BODY, *HEADINGS, Role.TITLE)
    yield from once_each((each.whole, message) for each in paragraphs for message in _faults(layout, each, pitch))


def _pitch(layout: WordLayout) -> Length:
    """What most of the body has, where it fills the page with as many lines as it should; else the page setup's."""
    setup = layout.setup
    stated = Counter(each.paragraph.format.line for each in layout.of_roles(Role.BODY) if each.paragraph.format.exact)
    usual = stated.most_common(1)[0][0] if stated else None
    return usual if usual and setup.depth.twips // usual.twips == setup.lines else setup.pitch


def _faults(layout: WordLayout, each: Placed, pitch: Length) -> Iterator[str]:
    form = each.paragraph.format
    grid = layout.section(each).grid_pitch
    on_grid = form.single and form.snaps and grid is not None and is_near(grid, pitch, _TOLERANCE)
    if form.line is None:
        if not on_grid:
            yield f"行距随字体而变，应为固定值{_points(pitch)}"
    elif not form.exact:
        yield f"行距为最小值{_points(form.line)}，应为固定值{_points(pitch)}"
    elif each.role is not Role.TITLE and not is_near(form.line, pitch, _TOLERANCE):
        yield f"行距为固定值{_points(form.line)}，应为{_points(pitch)}"
    if form.after.twips:
        yield f"段后空{_points(form.after)}，应为0磅"


def _points(length: Length) -> str:
    return f"{length.points:g}磅"
