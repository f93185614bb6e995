"""P145: commas between Latin words that a Chinese sentence lists."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_WORD = r"(?![A-Z]\.)[A-Za-z][A-Za-z0-9+#./&-]{0,23}(?: [A-Z0-9][A-Za-z0-9.+#-]{0,15}){0,2}"
_LIST = Pattern(
    rf"(?<![A-Za-z0-9+#./&(\[\"'’@_-])(?<![A-Za-z0-9,] )"
    rf"{_WORD}(?:、{_WORD})*(?:[,，] ?{_WORD}(?:、{_WORD})*)+(?![A-Za-z0-9(_@])"
)
_COMMA = Pattern("[,，] ?")
_BEFORE, _OPENED = Pattern("[\u4e00-\u9fff、，。；：] ?$"), Pattern("[“（《]$")
_AFTER = Pattern(" ?(?:[和与及或等]|以及)")
_NEXT = Pattern(r" ?[\u4e00-\u9fff，。；：、）”]")


@rule(
    "P145",
    "comma-between-latin-words",
    title="中文句子里并列的外文词之间误用逗号",
    about="中文句子里并列的外文词，之间用顿号。整句外文、公式和外文括注里的逗号不算。",
    severity=Severity.WARNING,
    source=Standard("CY/T 154—2017", "5.5.2"),
    fix=Applicability.SAFE,
    cues=",，",
    examples=(
        Example(bad="课程讲授Python,Java和Go三种语言。", good="课程讲授Python、Java和Go三种语言。"),
        Example(bad="系统兼容Windows, Linux等平台。", good="系统兼容Windows、Linux等平台。"),
        Example(bad="课程讲授Python，Java和Go三种语言。", good="课程讲授Python、Java和Go三种语言。"),
    ),
)
def comma_between_latin_words(part: Part) -> Iterator[Hit]:
    """Commas between Latin words that stand in Chinese; full-width ones only where 和 or 等 shows it is a list."""
    text = part.text
    for match in _LIST.finditer(text):
        before, listed = text[max(0, match.start() - 2) : match.start()], _AFTER.match(text, match.end())
        if not (before == "" or _BEFORE.search(before) or (listed and _OPENED.search(before))):
            continue
        if not (listed or _NEXT.match(text, match.end())):
            continue
        for comma in _COMMA.finditer(text, match.start(), match.end()):
            if comma[0][0] == "," or listed:
                span = Span(*comma.span())
                yield hit(part.passage, span, f"并列的外文词之间，“{comma[0][0]}”应为“、”", Edit(span, "、"))
