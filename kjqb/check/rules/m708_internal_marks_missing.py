"""M708: what continuous internal material must print."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Profile, Severity
from kjqb.text.pattern import Pattern

_PERMIT = Pattern(r"准印证\s*(?:号|编号|第|[：:（(])|准印字|内资准字|内准字|内资字|内部资料准印")
_FREE = Pattern(r"内部资料[，,、·\s]*免费交流")
_NAMES = {"准印证号": _PERMIT, "内部资料，免费交流": _FREE}


@rule(
    "M708",
    "internal-marks-missing",
    title="缺少准印证号或“内部资料，免费交流”",
    about="连续性内部资料性出版物要印明准印证号和“内部资料，免费交流”字样。只用于选定neibu体例的刊物；机关公文性的简报不在此列。",
    severity=Severity.ERROR,
    source=Standard("内部资料性出版物管理办法"),
    profiles=(Profile.NEIBU,),
    examples=(
        Example(
            bad="某市科技信息中心 编辑\n电话：0471-1234567\n准印证号：（蒙）00-0001",
            good="某市科技信息中心 编辑\n电话：0471-1234567\n准印证号：（蒙）00-0001\n内部资料，免费交流",
            part=Kind.COLOPHON,
        ),
        Example(
            bad="某市科技信息中心 编辑\n电话：0471-1234567\n内部资料，免费交流",
            good="某市科技信息中心 编辑\n电话：0471-1234567\n准印证号：（蒙）00-0001\n内部资料，免费交流",
            part=Kind.COLOPHON,
        ),
    ),
)
def internal_marks_missing(subject: Subject) -> Iterator[Hit]:
    """The marks that neither the masthead nor the colophon bears, told of at the title."""
    if subject.issue is None:
        return
    head = subject.issue.masthead
    own = [passage.text for passage in (head.title, head.issue_line, head.office, *subject.issue.colophon) if passage]
    said = "\n".join([*own, _above_articles(subject)])
    missing = [f"“{name}”" for name, pattern in _NAMES.items() if not pattern.search(said)]
    if missing:
        yield Hit(head.title.extent, f"刊头、刊尾都没有{'和'.join(missing)}")


def _above_articles(subject: Subject) -> str:
    """What a loose text holds above its first article: lines of the cover that are no part of the masthead among it."""
    issue = subject.issue
    if issue is None or issue.masthead.issue_line is None or not subject.articles:
        return ""
    first = subject.articles[0].title.extent
    return first.source.text[: first.span.start] if first.source == issue.masthead.title.source else ""
