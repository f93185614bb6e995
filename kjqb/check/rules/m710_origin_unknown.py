"""M710: where an article came from."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Hit, rule
from kjqb.check.subject import Subject
from kjqb.model.article import Origin
from kjqb.model.bulletin import Severity


@rule(
    "M710",
    "origin-unknown",
    title="文章没有记明来源和日期",
    about=(
        "每篇文章在开头的[source]里记明来源（name、url或file）和日期（date），日后才查得到出处。"
        "整篇文本里没有地方可记，已印出的旧刊多已无从查考，都不作判断。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    examples=(),
)
def origin_unknown(subject: Subject) -> Iterator[Hit]:
    """Articles of a workspace whose front matter leaves out the source, the date or both."""
    issue = subject.issue
    if issue is None or issue.masthead.issue_line is not None or issue.printed_pages:
        return
    for article in subject.articles:
        missing = _missing(article.origin)
        if missing and article.file == article.source.name:
            yield Hit(article.title.extent, f"没有记明{missing}")


def _missing(origin: Origin) -> str:
    """In Chinese: what the front matter leaves out."""
    lacks = {"来源": not (origin.name or origin.url or origin.file), "日期": origin.date is None}
    return "和".join(name for name, is_missing in lacks.items() if is_missing)
