"""D003: face and size of the headings of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import once_each, wrong_type
from kjqb.check.word_layout import WordLayout
from kjqb.layout.styles import HEADINGS, Face
from kjqb.model.bulletin import Severity


@rule(
    "D003",
    "heading-type-differs",
    title="小标题字体、字号不合层次",
    about="四级小标题依次用黑体、楷体、仿宋、仿宋，字号与正文相同；是否加粗不作要求。",
    severity=Severity.ERROR,
    source=Standard("GB/T 9704—2012", "7.3.3"),
    examples=(
        Example(
            bad="## 〔字体：宋体〕一、建设情况\n平台面向全市开放。",
            good="## 〔字体：黑体〕一、建设情况\n平台面向全市开放。",
        ),
        Example(
            bad="## 一、建设情况\n### 〔字体：黑体〕（一）平台运行\n平台面向全市开放。",
            good="## 一、建设情况\n### 〔字体：楷体〕（一）平台运行\n平台面向全市开放。",
        ),
    ),
)
def heading_type_differs(layout: WordLayout) -> Iterator[Hit]:
    """Headings, or stretches of one, in another face or size than their level has."""
    headings = layout.of_roles(*HEADINGS)
    yield from once_each(fault for each in headings for fault in wrong_type(layout, each, (Face.HEI, Face.KAI)))
