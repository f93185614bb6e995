"""C810: terms that are quoted here and bare there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache

from kjqb.check.issue_time import running_texts
from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.tables.read import rows
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_QUOTED = Pattern(r"“(?P<term>[^“”\n，。；：、！？]{2,12})”")
_QUOTES = Pattern(r"[“”《》〈〉‘’]")
_USUAL = 3
"""So often a term is quoted that is not in the table, and more often than not, before its quotes are the rule."""
_SHORTEST = 3


@rule(
    "C810",
    "quotes-dropped",
    title="同一用语时加引号时不加",
    about=(
        "“双创”“揭榜挂帅”之类有特定含义的用语，一篇之内或都加引号，或都不加。"
        "普通词语偶尔加引号以示强调的不算，引文和文件题目里的不算。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(
            bad="全市建设“双创”载体8家，双创服务覆盖各县区。",
            good="全市建设“双创”载体8家，“双创”服务覆盖各县区。",
        ),
        Example(
            bad="甲县推行“揭榜挂帅”制度。\n企业通过揭榜挂帅引进团队5个。",
            good="甲县推行“揭榜挂帅”制度。\n企业通过“揭榜挂帅”引进团队5个。",
        ),
    ),
)
def quotes_dropped(article: Article) -> Iterator[Hit]:
    """Bare places of terms that the article quotes, where they are of those that bear quotes or it mostly does so."""
    passages = running_texts(article)
    quoted = Counter(match["term"] for passage in passages for match in _QUOTED.finditer(passage.text))
    if not quoted:
        return
    marks = {id(passage): [match.start() for match in _QUOTES.finditer(passage.text)] for passage in passages}
    for term, times in quoted.items():
        if term not in _terms() and times < _USUAL:
            continue
        bare = [(passage, span) for passage in passages for span in _bare(passage.text, term, marks[id(passage)])]
        if term not in _terms() and not _is_usual(term, times, len(bare)):
            continue
        for passage, span in bare:
            ends = (Edit(Span(span.start, span.start), "“"), Edit(Span(span.end, span.end), "”"))
            yield hit(passage, span, f"“{term}”前后有加引号的，此处没有加", *ends)


def _is_usual(term: str, times: int, bare: int) -> bool:
    return len(term) >= _SHORTEST and all(map(is_han, term)) and times > 2 * bare


def _bare(text: str, term: str, marks: list[int]) -> Iterator[Span]:
    """Where it stands outside of quotes and titles; `marks` are the places of those."""
    at = text.find(term)
    while at >= 0:
        before = bisect_left(marks, at)
        if before == 0 or text[marks[before - 1]] in "”》〉’":
            yield Span(at, at + len(term))
        at = text.find(term, at + len(term))


@cache
def _terms() -> frozenset[str]:
    return frozenset(term for (term,) in rows("quoted_terms"))
