"""T608: two lines of a contents list with one title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity


@rule(
    "T608",
    "entry-repeated",
    title="目次有两条同题",
    about="目次里两条题名相同，多是重复列入或题名抄错；正文确有几篇同题的不算。",
    severity=Severity.ERROR,
    source=PRACTICE,
    examples=(
        Example(
            bad="★ 午市建成中试基地.....2\n★ 午市建成中试基地.....3",
            good="★ 午市建成中试基地.....2",
            part=Kind.ENTRY,
            note="正文只有这一篇。",
        ),
    ),
)
def entry_repeated(subject: Subject) -> Iterator[Hit]:
    """Entries whose title an earlier one has, blanks aside, unless the text has as many such articles."""
    articles = Counter(_key(article.title.text) for article in subject.articles)
    seen: Counter[str] = Counter()
    for entry in subject.entries:
        title = _key(entry.title.text)
        seen[title] += 1
        if seen[title] > max(1, articles[title]):
            yield Hit(entry.title.extent, f"目次已有一条“{entry.title.text}”")


def _key(text: str) -> str:
    return "".join(text.split())
