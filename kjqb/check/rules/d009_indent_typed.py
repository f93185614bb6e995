"""D009: first-line indents of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_faults import once_each
from kjqb.check.word_layout import Placed, WordLayout
from kjqb.layout.styles import HEADINGS, Role
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.text.characters import ends_sentence

_CELLS = 2
_TOLERANCE = 0.15
_LONGEST_ADDRESS = 30
"""Characters of a line that names those to whom a letter goes."""

_LABELS = ("注：", "注:", "资料来源", "数据来源", "来源：", "单位：", "附表", "续表", "【")
"""What a line begins with that belongs to a table or heads a section."""


@rule(
    "D009",
    "indent-typed",
    title="首行缩进用空格或不足两字",
    about=(
        "正文和小标题每段首行缩进两字，用段落格式或样式设置，不用空格和制表符凑，字号、字距一变就不齐。"
        "自动编号的段落、称谓、图表的附注和没有句末标点的短行不看是否缩进。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "7.3.3"),
    examples=(
        Example(bad="〔首行缩进：0字〕　　平台面向全市开放。", good="〔首行缩进：2字〕平台面向全市开放。"),
        Example(bad="〔首行缩进：0字〕平台面向全市开放。", good="〔首行缩进：2字〕平台面向全市开放。"),
        Example(bad="〔首行缩进：1字〕平台面向全市开放。", good="〔首行缩进：2字〕平台面向全市开放。"),
    ),
)
def indent_typed(layout: WordLayout) -> Iterator[Hit]:
    """Paragraphs indented with blanks, or not by two cells."""
    yield from once_each(_faults(layout))


def _faults(layout: WordLayout) -> Iterator[tuple[Extent, str]]:
    for each in layout.of_roles(Role.BODY, *HEADINGS):
        blanks = len(each.text) - len(each.text.lstrip(" \u3000\u00a0\t"))
        cells = _indent(each, layout)
        if each.paragraph.list_level is not None:
            continue
        if blanks:
            yield each.extent(0, blanks), "用空格缩进首行，应设为首行缩进2字"
        elif _needs_indent(each) and abs(cells - _CELLS) > _TOLERANCE:
            stated = f"首行缩进{cells:.2g}字" if cells > 0 else "首行没有缩进"
            yield each.whole, f"{stated}，应缩进2字"


def _indent(each: Placed, layout: WordLayout) -> float:
    """Of the first line, in cells; negative where it hangs."""
    form = each.paragraph.format
    size = layout.style(each.role).type.size
    return form.first_line_characters or form.first_line.twips / size.twips


def _needs_indent(each: Placed) -> bool:
    if each.paragraph.format.align in {"center", "right", "end"}:
        return False
    text = each.text.strip()
    is_address = text.endswith(("：", ":")) and len(text) <= _LONGEST_ADDRESS
    return each.role in HEADINGS or (ends_sentence(text) and not is_address and not text.startswith(_LABELS))
