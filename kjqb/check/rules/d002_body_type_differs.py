"""D002: face and size of the body of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.faces import is_face
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import once_each, wrong_type
from kjqb.check.word_layout import BODY, Placed, WordLayout
from kjqb.layout.styles import Face
from kjqb.model.bulletin import Severity


@rule(
    "D002",
    "body-type-differs",
    title="正文字体、字号不合版面设置",
    about=(
        "正文用仿宋，字号以版面设置为准；引文和编者按可以用楷体，段内可以用黑体、楷体突出个别词句。"
        "表格、图题、脚注和居中、居右的各行不在此列。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 9704—2012", "5.2.2"),
    examples=(
        Example(bad="〔字体：宋体〕平台面向全市开放。", good="〔字体：仿宋〕平台面向全市开放。"),
        Example(bad="〔字号：小四〕平台面向全市开放。", good="〔字号：小三〕平台面向全市开放。"),
    ),
)
def body_type_differs(layout: WordLayout) -> Iterator[Hit]:
    """Stretches of running text in another face or size."""
    paragraphs = (each for each in layout.of_roles(*BODY) if not _is_editors_note(each))
    yield from once_each(fault for each in paragraphs for fault in wrong_type(layout, each, (Face.HEI, Face.KAI)))


def _is_editors_note(each: Placed) -> bool:
    """Whether it is a note of the editors, all of it in 楷体."""
    opens = each.text.lstrip("【（ \u3000").startswith(("编者按", "编者的话", "按："))
    return opens and all(is_face(run.format.east_asian, Face.KAI) for run in each.chinese)
