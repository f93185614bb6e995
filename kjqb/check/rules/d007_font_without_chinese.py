"""D007: Chinese in a font that has none."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, rule
from kjqb.check.word_faults import is_in_latin_slot, lacks_chinese, once_each
from kjqb.check.word_layout import WordLayout
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent


@rule(
    "D007",
    "font-without-chinese",
    title="汉字没有指定中文字体",
    about=(
        "Word分别指定中文字体和西文字体；汉字没有中文字体，或中文字体是没有汉字的西文字体时，"
        "打开文件的每台电脑各用各的字体代替，版面会变；中文字体只设在西文一栏，汉字也不会用它。"
        "样式和主题指定的中文字体同样算数。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    examples=(
        Example(bad="〔中文字体：Times New Roman〕平台面向全市开放。", good="〔中文字体：仿宋〕平台面向全市开放。"),
        Example(bad="〔字体：仿宋〕〔中文字体：宋体〕平台面向全市开放。", good="〔字体：仿宋〕平台面向全市开放。"),
        Example(bad="〔中文字体：无〕平台面向全市开放。", good="〔中文字体：仿宋〕平台面向全市开放。"),
    ),
)
def font_without_chinese(layout: WordLayout) -> Iterator[Hit]:
    """Stretches with Han whose east-Asian font is lacking, or is one without Han."""
    yield from once_each(_faults(layout))


def _faults(layout: WordLayout) -> Iterator[tuple[Extent, str]]:
    for each in layout.placed:
        for run in each.chinese:
            font = run.format.east_asian
            stretch = each.extent(run.span.start, run.span.end)
            if not font:
                yield stretch, "汉字没有指定中文字体"
            elif lacks_chinese(run):
                yield stretch, f"汉字的中文字体是“{font}”，它没有汉字"
            elif is_in_latin_slot(run, layout.style(each.role).face):
                yield stretch, f"“{run.format.latin}”只设为西文字体，汉字仍用“{font}”"
