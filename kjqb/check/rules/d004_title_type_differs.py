"""D004: face, size and place of the titles in a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.subject import Kind
from kjqb.check.word_faults import once_each, wrong_type
from kjqb.check.word_layout import Placed, WordLayout
from kjqb.layout.styles import Role
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent


@rule(
    "D004",
    "title-type-differs",
    title="题目字体、字号、位置不合版面设置",
    about="文章题目用小标宋居中，字号以版面设置为准（公文预设为二号，简报预设为小二）。",
    severity=Severity.ERROR,
    source=Standard("GB/T 9704—2012", "7.3.1"),
    examples=(
        Example(
            bad="〔字体：黑体〕某市建成科技资源共享平台",
            good="〔字体：方正小标宋简体〕某市建成科技资源共享平台",
            part=Kind.TITLE,
        ),
        Example(
            bad="〔居左〕某市建成科技资源共享平台",
            good="〔居中〕某市建成科技资源共享平台",
            part=Kind.TITLE,
        ),
    ),
)
def title_type_differs(layout: WordLayout) -> Iterator[Hit]:
    """Titles in another face or size, or not in the middle."""
    yield from once_each(fault for each in layout.of_roles(Role.TITLE) for fault in _faults(layout, each))


def _faults(layout: WordLayout, each: Placed) -> Iterator[tuple[Extent, str]]:
    yield from wrong_type(layout, each)
    if each.paragraph.format.align != "center":
        yield each.whole, "题目没有居中"
