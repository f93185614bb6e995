"""M710: where an article came from."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Hit, rule
from kjqb.check.subject import Subject
from kjqb.model.article import Article, Origin
from kjqb.model.bulletin import Severity


@rule(
    "M710",
    "origin-unknown",
    title="文章没有记明来源和日期",
    about=(
        "每篇文章在开头的[source]里记明来源（name或url）和日期（date），日后才查得到出处。"
        "同期别的文章已经记明，才提示漏记的；整篇文本里没有地方可记，已印出的旧刊多已无从查考，都不作判断。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    examples=(),
)
def origin_unknown(subject: Subject) -> Iterator[Hit]:
    """Articles of a workspace that leave out the source, the date or both, where the office keeps such records."""
    issue = subject.issue
    if issue is None or issue.printed_pages or all(map(_is_unrecorded, subject.articles)):
        return
    for article in subject.articles:
        missing = _missing(article.origin)
        if missing:
            yield Hit(article.title.extent, f"没有记明{missing}")


def _is_unrecorded(article: Article) -> bool:
    origin = article.origin
    return not (origin.name or origin.url or origin.date)


def _missing(origin: Origin) -> str:
    """In Chinese: what the front matter leaves out."""
    lacks = {"来源": not (origin.name or origin.url), "日期": origin.date is None}
    return "和".join(name for name, is_missing in lacks.items() if is_missing)
