"""Sentences, articles and issues of an invented Chinese bulletin, drawn from the patterns in ``words.toml``.

Every choice comes from one ``random.Random(seed)``, so neither the hash seed nor the locale changes the text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import tomli

Block = tuple[int | None, str]

SENTENCE_LENGTH = (8, 120)
TITLE_LENGTH = (6, 60)
DEPTH_LIMIT = 9
LEVELS = 4
SLOT = re.compile(r"<([a-z_]+)>")
HAN_LATIN_SEAM = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])")
INNER_MARKS = {"“": "‘", "”": "’", "《": "〈", "》": "〉", "（": "〔", "）": "〕"}
OPENING_MARKS = {"“": "”", "《": "》", "（": "）"}
HAN_DIGITS = "零一二三四五六七八九"
TOPIC_LISTS = {"noun": "nouns", "measure": "measures", "act": "acts", "state": "states"}


@dataclass(frozen=True)
class Article:
    """An article: a title, and blocks of (heading level, or None for a paragraph, and text)."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Title and blocks, one a line."""
        return "\n".join([self.title, *(text for _, text in self.blocks)])


@dataclass(frozen=True)
class Issue:
    """An issue of the bulletin: its name, its number line and its articles."""

    title: str
    number: str
    articles: tuple[Article, ...]

    @property
    def text(self) -> str:
        """Name, number line and articles, one block a line."""
        return "\n".join([self.title, self.number, *(article.text for article in self.articles)])


@dataclass(frozen=True)
class Quantity:
    """Something measurable: the names of it, the units it comes in and the largest plausible value."""

    attributes: tuple[str, ...]
    units: tuple[str, ...]
    top: int


@dataclass(frozen=True)
class Lexicon:
    """The contents of ``words.toml``; the lists of a topic are keyed ``topic/slot``."""

    words: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[str, ...]]
    topics: tuple[str, ...]
    gauges: Mapping[str, tuple[str, ...]]
    quantities: Mapping[str, Quantity]


def _listed(value: str | list[str]) -> tuple[str, ...]:
    return tuple(value.split() if isinstance(value, str) else value)


def _lists(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: _listed(value) for name, value in table.items()}


def _topic_words(topics: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {
        f"{topic}/{slot}": _listed(table[key]) for topic, table in topics.items() for slot, key in TOPIC_LISTS.items()
    }


def _quantity(table: Mapping[str, Any]) -> Quantity:
    return Quantity(_listed(table["attributes"]), _listed(table["units"]), int(table.get("top", 98000)))


@cache
def lexicon(hostile: bool = False) -> Lexicon:
    """Read ``words.toml``, with the hostile words and patterns when asked for."""
    data = tomli.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    words = {**_lists(data["words"]), **_lists(data["latin"]), **_topic_words(data["topics"])}
    rules = _lists(data["rules"])
    if hostile:
        words |= _lists(data["hostile"])
        rules |= {name: rules[name] + extra for name, extra in _lists(data["hostile_rules"]).items()}
    return Lexicon(
        words=words,
        rules=rules,
        topics=tuple(data["topics"]),
        gauges={topic: _listed(table["gauges"]) for topic, table in data["topics"].items()},
        quantities={name: _quantity(table) for name, table in data["quantities"].items()},
    )


def han_number(number: int) -> str:
    """Write 1 to 99 in Chinese numerals."""
    if not 1 <= number <= 99:
        raise ValueError(f"no Chinese numeral for {number}: only 1 to 99")
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else HAN_DIGITS[tens] + "十"
    return lead + (HAN_DIGITS[ones] if ones else "")


def nest_marks(text: str) -> str:
    """Turn quotation marks, name marks and brackets inside a pair of their own kind into the inner kind."""
    depth = dict.fromkeys(OPENING_MARKS, 0)
    openers = {close: opening for opening, close in OPENING_MARKS.items()}
    marks = []
    for mark in text:
        opener = openers.get(mark, mark)
        if opener in depth:
            depth[opener] -= mark in openers
            inner = depth[opener] % 2 == 1
            depth[opener] += mark not in openers
            marks.append(INNER_MARKS[mark] if inner else mark)
        else:
            marks.append(mark)
    return "".join(marks)


def space_out(text: str) -> str:
    """Put a blank between a Han character and a neighbouring Latin letter or digit."""
    return HAN_LATIN_SEAM.sub(" ", text)


class Deck:
    """A list dealt in random order; no entry comes back before all others were dealt."""

    def __init__(self, entries: Sequence[str], random: Random) -> None:
        """Deal ``entries`` in the order ``random`` gives."""
        self._entries = entries
        self._random = random
        self._left: list[str] = []
        self._last = ""

    def draw(self) -> str:
        """Deal one entry, other than the one before where there is a choice."""
        if not self._left:
            self._left = list(self._entries)
            self._random.shuffle(self._left)
            if self._left[-1] == self._last:
                self._left.reverse()
        self._last = self._left.pop()
        return self._last


class Figures:
    """Numbers, dates, ranges and codes in the forms a bulletin prints them."""

    def __init__(self, random: Random) -> None:
        """Take every number from ``random``."""
        self._random = random
        self.makers: dict[str, Callable[[], str]] = {
            "digit": lambda: str(self._whole(2, 9)),
            "count": self.count,
            "count_small": lambda: HAN_DIGITS[self._whole(3, 9)],
            "thousands": lambda: str(self._whole(10, 990) * 100),
            "decimal": lambda: self._pick([f"{self.real(99):.1f}", f"{self.real(9):.2f}", "3.14"]),
            "percent": self.percent,
            "year": lambda: str(self._whole(1998, 2026)),
            "month_day": lambda: f"{self._whole(1, 12)}月{self._whole(1, 28)}日",
            "date": lambda: f"{self._whole(1998, 2026)}年{self._whole(1, 12)}月{self._whole(1, 28)}日",
            "morning": lambda: self._clock(7, 11),
            "clock": lambda: self._clock(7, 21),
            "clock_range": lambda: f"{self._clock(7, 11)}{self.dash()}{self._clock(13, 21)}",
            "month_range": self.month_range,
            "year_range": lambda: f"{self._whole(1998, 2012)}{self.dash()}{self._whole(2013, 2026)}年",
            "small_range": lambda: self.dash().join(map(str, self._two(2, 60))),
            "percent_range": lambda: self.dash().join(f"{end}%" for end in self._two(1, 99)),
            "degrees_range": self.degrees_range,
            "cold": lambda: f"-{self._whole(1, 40)}℃",
            "score": lambda: f"{self._whole(3, 9)}:{self._whole(0, 2)}",
            "serial": lambda: str(self._whole(1000, 9999)),
            "version": self.version,
            "code": self.code,
            "model": self.model,
        }

    def real(self, top: int) -> float:
        """A number between 0.05 and ``top``."""
        return 0.05 + self._random.random() * (top - 0.05)

    def value(self, top: int) -> str:
        """A measured value up to ``top``: whole, with one or with two decimals, or round thousands."""
        forms = [str(self._whole(1, min(top, 999))), f"{self.real(min(top, 99)):.1f}", f"{self.real(min(top, 9)):.2f}"]
        if top > 1000:
            forms.append(str(self._whole(10, top // 100) * 100))
        return self._pick(forms)

    def span(self, top: int) -> tuple[str, str]:
        """Two whole values up to ``top``, the smaller one first."""
        low, high = self._two(1, min(top, 999))
        return str(low), str(high)

    def count(self) -> str:
        """How many of something there are."""
        whole, thousands = str(self._whole(2, 99)), str(self._whole(10, 120) * 1000)
        return self._pick([whole, str(self._whole(100, 9999)), thousands, f"{self.real(60):.1f}万"])

    def percent(self) -> str:
        """A percentage, whole or with one or two decimals."""
        return self._pick([f"{self._whole(1, 99)}%", f"{self.real(99):.1f}%", f"{self.real(99):.2f}%"])

    def month_range(self) -> str:
        """Months or days from one to another."""
        first, last = self._two(1, 12)
        day, end = self._two(1, 28)
        dash = self.dash()
        return self._pick([f"{first}{dash}{last}月", f"{first}月{dash}{last}月", f"{first}月{day}日{dash}{end}日"])

    def degrees_range(self) -> str:
        """Temperatures from below zero to above."""
        low, high = self._whole(1, 30), self._whole(1, 40)
        return self._pick([f"-{low}℃～{high}℃", f"-{low}～{high}℃", f"{high}℃—{high + low}℃"])

    def version(self) -> str:
        """The version number of a program."""
        major, minor, patch = self._whole(1, 9), self._whole(0, 14), self._whole(0, 9)
        return self._pick([f"v{major}.{minor}.{patch}", f"{major}.{minor}", f"{major}.{minor}.{patch}", f"V{major}"])

    def code(self) -> str:
        """The number of an invented standard."""
        number, year = self._whole(1000, 49999), self._whole(1998, 2026)
        return self._pick([f"GB/T {number}—{year}", f"DB{number % 90 + 10}/T {number}—{year}", f"ISO {number}:{year}"])

    def model(self) -> str:
        """The model name of an invented device."""
        letters = "".join(self._pick("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(self._whole(1, 3)))
        number = self._whole(2, 990)
        return self._pick([f"{letters}{number}", f"{letters}{number}", f"{letters}-{number}", f"{letters}{number}Pro"])

    def dash(self) -> str:
        """The mark between the ends of a range."""
        return self._pick("—～")

    def _whole(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def _two(self, low: int, high: int) -> tuple[int, int]:
        first, second = sorted(self._random.sample(range(low, high + 1), 2))
        return first, second

    def _pick(self, forms: Sequence[str]) -> str:
        return self._random.choice(forms)

    def _clock(self, low: int, high: int) -> str:
        return f"{self._whole(low, high)}:{self._whole(0, 11) * 5:02d}"


class Phrases:
    """Fills the patterns of a lexicon with words of one topic at a time."""

    def __init__(self, source: Lexicon, random: Random) -> None:
        """Draw words of ``source`` in the order ``random`` gives."""
        self._lexicon = source
        self._random = random
        self._figures = Figures(random)
        self._decks: dict[str, Deck] = {}
        self._topic = source.topics[0]
        self._makers = self._figures.makers | {
            "gauge": self._gauge,
            "amount": self._amount,
            "amount_time": lambda: self._measured(source.quantities["hours"]),
            "amount_mass": lambda: self._measured(source.quantities["mass"]),
            "amount_trace": lambda: self._measured(source.quantities["residue"]),
            "amount_energy": lambda: self._measured(source.quantities["energy"]),
            "attribute_span": self._attribute_span,
        }

    def slots(self) -> frozenset[str]:
        """All names that may stand in a pattern."""
        words = {name for name in self._lexicon.words if "/" not in name}
        return frozenset(words | set(TOPIC_LISTS) | set(self._makers) | set(self._lexicon.rules))

    def make(self, rule: str, topic: str) -> str:
        """Expand ``rule`` with words of ``topic``."""
        self._topic = topic
        return nest_marks(self._fill(rule, 0))

    def draw_topic(self) -> str:
        """The next topic of the deck of topics."""
        return self._deal("topic", self._lexicon.topics)

    def _fill(self, slot: str, depth: int) -> str:
        if slot in self._lexicon.rules:
            return self._expand(self._pattern(slot, depth), depth + 1)
        if slot in self._makers:
            return self._makers[slot]()
        key = f"{self._topic}/{slot}" if slot in TOPIC_LISTS else slot
        return self._deal(key, self._lexicon.words[key])

    def _pattern(self, rule: str, depth: int) -> str:
        patterns = self._lexicon.rules[rule]
        return patterns[0] if depth > DEPTH_LIMIT else self._random.choice(patterns)

    def _expand(self, pattern: str, depth: int) -> str:
        return SLOT.sub(lambda match: self._fill(match[1], depth), pattern)

    def _deal(self, key: str, entries: Sequence[str]) -> str:
        if key not in self._decks:
            self._decks[key] = Deck(entries, self._random)
        return self._decks[key].draw()

    def _quantity(self) -> Quantity:
        return self._lexicon.quantities[self._random.choice(self._lexicon.gauges[self._topic])]

    def _with_unit(self, value: str, unit: str) -> str:
        blank = unit[:1].isalpha() and unit[0] < "\u0400" and self._random.random() < 0.6
        return f"{value} {unit}" if blank else f"{value}{unit}"

    def _measured(self, quantity: Quantity) -> str:
        return self._with_unit(self._figures.value(quantity.top), self._random.choice(quantity.units))

    def _amount(self) -> str:
        return self._measured(self._quantity())

    def _gauge(self) -> str:
        quantity = self._quantity()
        verb = self._random.choice(["为", "达", "约为", "超过", "不足", "仅为", "："])
        return f"{self._random.choice(quantity.attributes)}{verb}{self._measured(quantity)}"

    def _attribute_span(self) -> str:
        quantity = self._quantity()
        unit = self._random.choice(quantity.units)
        low, high = self._figures.span(quantity.top)
        first = low + unit if unit in ("%", "℃", "‰") else low
        span = self._with_unit(f"{first}{self._figures.dash()}{high}", unit)
        return f"{self._random.choice(quantity.attributes)}为{span}"


class Grammar:
    """An endless bulletin: each call continues the text that the seed determines.

    ``spaced`` puts a blank between Han characters and Latin letters or digits; without these blanks the text is the
    same as with ``spaced`` off. ``hostile`` mixes in addresses, emoji, characters outside the Basic Multilingual
    Plane, raised and circled digits and full-width Latin.
    """

    def __init__(self, seed: int, *, spaced: bool = False, hostile: bool = False) -> None:
        """Start the text that ``seed`` determines."""
        self._random = Random(seed)
        self._phrases = Phrases(lexicon(hostile), self._random)
        self._spaced = spaced

    def sentence(self) -> str:
        """A sentence of 8 to 120 characters, not counting the blanks of ``spaced``."""
        return self._finish(self._sentence(self._topics(1)))

    def paragraph(self, sentences: int | None = None) -> str:
        """A paragraph of so many sentences, or of one to six; some begin with a dash or a label."""
        return self._finish(self._paragraph(self._topics(2), sentences))

    def title(self) -> str:
        """The title of an article, without a final mark."""
        return self._finish(self._title(self._topics(1)))

    def heading(self, number: int, level: int) -> str:
        """A heading numbered for its level: 一、 or （一） or 1. or （1）."""
        return self._finish(self._heading(self._topics(1), number, level))

    def article(self, paragraphs: int) -> Article:
        """An article of so many paragraphs, and headings between them in most articles."""
        topics = self._topics(3)
        title = self._finish(self._title(topics))
        return Article(title, tuple((level, self._finish(text)) for level, text in self._blocks(topics, paragraphs)))

    def issue(self, articles: int, paragraphs: tuple[int, int] = (5, 12)) -> Issue:
        """An issue of so many articles, each of a number of paragraphs between the two given."""
        title = self._finish(self._phrases.make("masthead", self._phrases.draw_topic()))
        year, number = self._random.randint(1998, 2026), self._random.randint(1, 52)
        line = self._finish(f"{year}年第{number}期（总第{(year - 1990) * 52 + number}期）")
        return Issue(title, line, tuple(self.article(self._random.randint(*paragraphs)) for _ in range(articles)))

    def _finish(self, text: str) -> str:
        return space_out(text) if self._spaced else text

    def _topics(self, number: int) -> list[str]:
        return [self._phrases.draw_topic() for _ in range(number)]

    def _sized(self, rule: str, topics: Sequence[str], length: tuple[int, int]) -> str:
        topic = self._random.choice(topics)
        while True:
            text = self._phrases.make(rule, topic)
            if length[0] <= len(text) <= length[1]:
                return text

    def _sentence(self, topics: Sequence[str]) -> str:
        return self._sized("sentence", topics, SENTENCE_LENGTH)

    def _title(self, topics: Sequence[str]) -> str:
        return self._sized("headline", topics, TITLE_LENGTH)

    def _paragraph(self, topics: Sequence[str], sentences: int | None = None) -> str:
        number = self._random.choice([1, 2, 2, 3, 3, 4, 5, 6]) if sentences is None else sentences
        if number < 1:
            raise ValueError(f"a paragraph has at least one sentence, not {number}")
        labelled = self._random.random() < 0.15
        opening = self._phrases.make("opening", self._random.choice(topics)) if labelled else ""
        return opening + "".join(self._sentence(topics) for _ in range(number))

    def _heading(self, topics: Sequence[str], number: int, level: int) -> str:
        if not 1 <= level <= LEVELS:
            raise ValueError(f"heading level {level}: only 1 to {LEVELS}")
        if number < 1:
            raise ValueError(f"heading number {number}: only from 1")
        text = self._phrases.make("subject", self._random.choice(topics))
        return self._numbered(number, level) + text

    def _numbered(self, number: int, level: int) -> str:
        figure = han_number(number) if level <= 2 else str(number)
        return {1: f"{figure}、", 2: f"（{figure}）", 3: f"{figure}.", 4: f"（{figure}）"}[level]

    def _blocks(self, topics: Sequence[str], paragraphs: int) -> list[Block]:
        deepest = self._random.choice([0, 1, 1, 2, 2, 3, 4])
        numbers = [0] * (LEVELS + 1)
        blocks: list[Block] = []
        for _ in range(paragraphs):
            for level in self._heading_levels(numbers, deepest):
                blocks.append((level, self._heading(topics, numbers[level], level)))
            blocks.append((None, self._paragraph(topics)))
        return blocks

    def _heading_levels(self, numbers: list[int], deepest: int) -> list[int]:
        """Choose the headings before the next paragraph, at most two, and count them in ``numbers``."""
        levels: list[int] = []
        while deepest and len(levels) < 2 and self._random.random() < 0.45:
            current = max((level for level in range(1, LEVELS + 1) if numbers[level]), default=0)
            level = current + 1 if levels else self._random.randint(1, min(current + 1, deepest))
            if level > deepest:
                break
            numbers[level] += 1
            numbers[level + 1 :] = [0] * (LEVELS - level)
            levels.append(level)
        return levels
