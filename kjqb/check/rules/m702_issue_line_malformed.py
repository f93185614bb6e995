"""M702: form of the issue line."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.issue_lines import is_well_formed, stated_issue
from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit, Span


@rule(
    "M702",
    "issue-line-malformed",
    title="期号写法不合体例",
    about="刊头的期号写作“2024年第1期”：年份四位，期号用阿拉伯数字，前面有“第”，不补零。",
    severity=Severity.ERROR,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="2024年第01期", good="2024年第1期", part=Kind.ISSUE_LINE),
        Example(bad="2024年第一期", good="2024年第1期", part=Kind.ISSUE_LINE),
        Example(bad="2024年1期（总第36期）", good="2024年第1期（总第36期）", part=Kind.ISSUE_LINE),
    ),
)
def issue_line_malformed(part: Part) -> Iterator[Hit]:
    """Issue lines that say year and number otherwise; blanks in them are K201's business."""
    if part.kind is not Kind.ISSUE_LINE or not part.text.strip():
        return
    stated = stated_issue(part.text)
    if stated is None:
        yield hit(part.passage, Span(0, len(part.text)), "期号应写作“2024年第1期”的样式")
        return
    issue, span = stated
    text = part.text[span.start : span.end]
    if not is_well_formed(text):
        yield hit(part.passage, span, f"期号“{text}”应写作“{issue.label}”", Edit(span, issue.label))
