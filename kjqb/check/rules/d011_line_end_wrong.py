"""D011: marks at the wrong end of a line of a Word file, or parted by its end."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.line_ends import LineEnd, faulty_ends
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.word_layout import WordLayout
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern

_NOT_AT_START = frozenset("。，、；：？！.,;:?!）》〉」』】〕〗］)]}”’·~～")
_NOT_AT_END = frozenset("（《〈「『【〔〖［([{“‘")
_CONNECTOR = Pattern(r"[—–-](?![—–-])\s*(?=[0-9A-Za-z\u4e00-\u9fff])")
_ADDRESS = Pattern(r"(?:https?:|www\.)\S*$")


@rule(
    "D011",
    "line-end-wrong",
    title="标点不应出现在行首、行末或被断开",
    about=(
        "破折号、省略号不能断在两行；点号、连接号、间隔号和后引号、后括号不在行首，前引号、前括号不在行末，"
        "分隔号两端都不行。文件里只有手工换行和Word记下的分页处知道行在哪里断，只检查这些地方。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "5.1.4–5.1.7"),
    examples=(
        Example(bad="平台面向全市开放—↵—企业都能使用。", good="平台面向全市开放——↵企业都能使用。"),
        Example(bad="平台面向全市开放↵，企业都能使用。", good="平台面向全市开放，↵企业都能使用。"),
        Example(bad="全市印发《↵科技计划项目管理办法》。", good="全市印发↵《科技计划项目管理办法》。"),
    ),
)
def line_end_wrong(layout: WordLayout) -> Iterator[Hit]:
    """Ends of lines that part a mark, or leave one where it may not stand."""
    yield from (Hit(extent, message) for extent, message in faulty_ends(layout, _fault))


def _fault(end: LineEnd) -> str:
    before, after = end.before[-1], end.after[0]
    if before == after == "—":
        return "破折号断在两行"
    if before == after == "…":
        return "省略号断在两行"
    if before in _NOT_AT_END:
        return f"“{before}”不应在行末" if before not in "“‘" else "前引号不应在行末"
    if "/" in (before, after) and not _ADDRESS.search(end.before):
        return "分隔号不应在行首或行末"
    if after in _NOT_AT_START and not _ADDRESS.search(end.before):
        return f"“{after}”不应在行首" if after not in "”’" else "后引号不应在行首"
    return f"连接号“{after}”不应在行首" if _is_connector(end) else ""


def _is_connector(end: LineEnd) -> bool:
    """Whether a connector opens the line: not the mark of a list's item, nor the sign of a number."""
    if end.after.startswith("-"):
        joined = end.before[-1].isascii() and end.before[-1].isalnum()
        return joined and end.after[1:2].isalnum()
    return end.before[-1].isalnum() and _CONNECTOR.match(end.after) is not None
