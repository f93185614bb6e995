"""Q003: a text beside the articles of an issue that is not one of them."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Hit, rule
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.text.spans import Span


@rule(
    "Q003",
    "article-unlisted",
    title="文件夹里有未列入本期的文章",
    about="issue.toml的articles列出本期的文章。旁边没有列入的Markdown文件不会印出，可能是漏列，也可能是该移走的旧稿。",
    severity=Severity.WARNING,
    source=HOUSE,
    examples=(),
)
def article_unlisted(subject: Subject) -> Iterator[Hit]:
    """Markdown files in the issue's folder that its list of articles does not name."""
    for source in subject.unlisted:
        yield Hit(Extent(source, Span(0, 0)), "这个文件没有列入本期：用“kjqb add”加入，或移到别处")
