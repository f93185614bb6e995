"""Words that may be keywords of an article: an editor takes them, or not.

Candidates are terms of the vocabulary, what stands in quotation or title marks, names of bodies, and strings that hold
together: more frequent here than chance and the rest of the archive would have them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kjqb.archive.records import Record
from kjqb.model.vocabulary import Vocabulary
from kjqb.text.characters import is_han


class Why(Enum):
    """Why a word is suggested, the surest reason first."""

    TERM = "主题词表"
    TITLE_MARKS = "书名号"
    BODY = "机构名称"
    QUOTED = "引号"
    COHESION = "反复出现"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be a keyword."""

    word: str
    why: Why
    count: int
    """How often it stands in the article, title included."""


MOST = 10
"""So many are suggested for an article."""

_LEAST, _LONGEST, _SHORTEST = 3, 6, 2
_COHESION = 3.0
"""Least of log2 of how much more often the two halves of a string stand together than by chance."""

_FAMILIAR = 0.4
"""In so large a part of the other articles a string says nothing of this one."""

_PART = 0.5
"""A string that stands more often than this within one longer one is a part of that."""

_WEIGHTS = {Why.TERM: 4, Why.TITLE_MARKS: 2, Why.BODY: 2, Why.QUOTED: 1.5, Why.COHESION: 1}

_EDGES = frozenset(
    "的了里和与及或在是为对把被将从到于以由等中上下内外后前其这那各该本此每我他它们个项条家年月日元亿万一二三四五六七八九十两"
    "不也都并而且但则可能会要让使向给更最很已还又再就有无未共约近超达所"
)
"""Characters that words of function or count are made of: a keyword neither begins nor ends with one."""

_QUOTED = re.compile(r"“([^“”，。；：！？、\n]{2,12})”")
_WORK = re.compile(r"《([^《》\n]{2,30})》")
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:大学|学院|研究院|研究所|实验室|委员会|科技厅|科技局|科学技术厅|科学技术局|科协|学会|协会|工程中心|"
    r"研究中心|创新中心|集团|公司)"
)
_LEADS = re.compile(
    r"^.*?(?:[由与和同及向对在为是到从把将被让于以等]|依托|联合|支持|成立|建设|组建|打造|推动|引进|启动)"
)


def candidates(
    record: Record, others: Iterable[Record], vocabulary: Vocabulary, most: int = MOST
) -> tuple[Candidate, ...]:
    """What may be a keyword of an article and is none yet, the surest first; the vocabulary's own words for them."""
    texts = (record.title, *record.texts)
    found: dict[str, Candidate] = {}
    elsewhere = [other.text for other in others]
    for each in sorted(_all(texts, elsewhere, vocabulary), key=lambda each: _rank(each, record.title)):
        for word in vocabulary.preferred(each.word):
            if word not in record.keywords:
                found.setdefault(word, Candidate(word, each.why, each.count))
    return tuple(_distinct(found.values(), record.keywords))[:most]


def _rank(candidate: Candidate, title: str) -> tuple[object, ...]:
    """The vocabulary's terms first, then what the title has, then by how often, how long, how surely a word it is."""
    weight = candidate.count * len(candidate.word) * _WEIGHTS[candidate.why]
    return candidate.why is not Why.TERM, candidate.word not in title, -weight, candidate.word


def _all(texts: tuple[str, ...], others: list[str], vocabulary: Vocabulary) -> Iterator[Candidate]:
    whole = "\n".join(texts)
    for term in vocabulary.terms.values():
        count = sum(map(whole.count, (term.name, *term.used_for)))
        if count:
            yield Candidate(term.name, Why.TERM, count)
    for why, words in (
        (Why.TITLE_MARKS, _WORK.findall(whole)),
        (Why.BODY, map(_without_lead, _BODY.findall(whole))),
        (Why.QUOTED, _QUOTED.findall(whole)),
    ):
        for word in dict.fromkeys(word for word in words if any(map(is_han, word))):
            yield Candidate(word, why, whole.count(word))
    yield from (Candidate(word, Why.COHESION, count) for word, count in _cohesive(texts, others))


def _without_lead(name: str) -> str:
    """A body's name without what stands before it in the sentence; empty where no name is left."""
    bare = _LEADS.sub("", name)
    return bare if len(bare) > _LEAST else ""


def _cohesive(texts: tuple[str, ...], others: list[str]) -> Iterator[tuple[str, int]]:
    """Strings that hold together, by how much they say of these texts: how often, how long, how rare elsewhere."""
    counts = _counts(texts)
    total = sum(count for string, count in counts.items() if len(string) == 1) or 1
    longer = _longer(counts)
    scored: list[tuple[float, str, int]] = []
    for string, count in counts.items():
        if len(string) < _SHORTEST or count < _LEAST or string[0] in _EDGES or string[-1] in _EDGES:
            continue
        if _cohesion(string, counts, total) < _COHESION or len(string) > _LONGEST or longer[string] > count * _PART:
            continue
        elsewhere = sum(string in other for other in others)
        if others and elsewhere / len(others) > _FAMILIAR:
            continue
        rarity = math.log((len(others) + 1) / (elsewhere + 1)) + 1
        scored.append((-count * len(string) * rarity, string, count))
    yield from ((string, count) for _, string, count in sorted(scored))


def _counts(texts: Iterable[str]) -> Counter[str]:
    """All strings of Han characters up to the longest length, with how often they stand."""
    counts: Counter[str] = Counter()
    for text in texts:
        for stretch in re.findall(r"[^\W\d_a-zA-Z]+", text):
            if not all(map(is_han, stretch)):
                continue
            for length in range(1, _LONGEST + 2):
                counts.update(stretch[at : at + length] for at in range(len(stretch) - length + 1))
    return counts


def _cohesion(string: str, counts: Mapping[str, int], total: int) -> float:
    """Log2 of how much more often a string stands than chance would put its two parts together, at its weakest cut."""
    return min(
        math.log2(counts[string] * total / (counts[string[:cut]] * counts[string[cut:]]))
        for cut in range(1, len(string))
    )


def _longer(counts: Mapping[str, int]) -> Counter[str]:
    """By string: how often the longer string stands that it is most often part of."""
    found: Counter[str] = Counter()
    for string, count in counts.items():
        for part in (string[1:], string[:-1]):
            found[part] = max(found[part], count)
    return found


def _distinct(found: Iterable[Candidate], keywords: tuple[str, ...]) -> Iterator[Candidate]:
    """Without strings that hold a word already there or suggested, or mostly stand within one."""
    taken: dict[str, float] = dict.fromkeys(keywords, math.inf)
    for each in found:
        if each.why is Why.COHESION and any(
            word in each.word or (each.word in word and count > each.count * _PART) for word, count in taken.items()
        ):
            continue
        taken[each.word] = each.count
        yield each
