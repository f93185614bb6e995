"""The generated text is repeatable, varied, balanced and full of what makes line breaking hard."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from . import Article, Grammar, Issue
from .grammar import SENTENCE_LENGTH, SLOT, Deck, Phrases, han_number, lexicon, nest_marks

PAIRS = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "）": "（", "〕": "〔"}
FINAL = re.compile(r"[。！？…]”?$")
HEADING = {1: r"[一二三四五六七八九十]+、", 2: r"（[一二三四五六七八九十]+）", 3: r"\d+\.", 4: r"（\d+）"}
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
HOSTILE = re.compile(f"[\U00010000-\U0010ffff\u2460-\u24ff\u00b2\u00b3\u2070-\u209f{WIDE}]|@|://")

SHAPES = {
    "list": "[\u4e00-\u9fff]、[\u4e00-\u9fff]+、",
    "semicolon": "；",
    "colon": "：[\u4e00-\u9fff]",
    "quotes in a row": "”“",
    "three quotes in a row": "”“[^“”]*”“",
    "inner quotes": "‘[^‘’]+’",
    "quoted Latin": r"“[A-Za-z][A-Za-z0-9 ./+-]*”",
    "name": "《[^《》]+》",
    "names in a row": "》《",
    "name in a name": "《[^《》]*〈[^〈〉]+〉[^《》]*》",
    "bracketed Han": "（[\u4e00-\u9fff]+）",
    "bracketed Latin": r"（[A-Za-z][A-Za-z0-9 ./-]*）",
    "bracketed digits": r"（\d[^（）]*）",
    "dash inside": "[\u4e00-\u9fff]——[\u4e00-\u9fff]",
    "dash at paragraph start": "(?m)^——",
    "ellipsis inside": "……[\u4e00-\u9fff]",
    "ellipsis at the end": "(?m)……$",
    "months": r"\d—\d+月",
    "wave range": r"\d～\d+[家株只批个]",
    "percent range": r"\d%—\d+%",
    "range across zero": r"-\d+℃～\d+℃",
    "decimal": r"\d\.\d",
    "thousands": r"\d{2}000",
    "date": r"\d{4}年\d+月\d+日",
    "time": r"\d:\d\d",
    "percentage": r"\d\.\d%",
    "unit after a blank": r"\d mg/kg",
    "unit with a middle dot": "kW·h",
    "unit without a blank": r"\dkg",
    "model": r"[A-Z]+\d{2,}",
    "hyphenated Latin": "[A-Za-z]-[A-Za-z]",
    "Latin of two words": r"Wi-Fi 6|open source",
    "foreign name": "[\u4e00-\u9fff]·[\u4e00-\u9fff]",
    "foreign name of three parts": "·[\u4e00-\u9fff]+·",
    "slash": "[A-Z]/[A-Z]",
    "Latin full stop": "[A-Za-z]。",
    "digit full stop": r"\d。",
    "Latin at sentence start": "。[A-Za-z]",
    "Latin at paragraph start": "(?m)^[A-Za-z]",
    "long Latin word": "(?<![A-Za-z])[A-Za-z]{10,18}(?![A-Za-z])",
    **{f"Latin before {mark}": f"[A-Za-z]{mark}" for mark in "、，。（）“”"},
    **{f"Latin after {mark}": f"{mark}[A-Za-z]" for mark in "、，。（）“”"},
}


@pytest.fixture(scope="module")
def issues() -> list[Issue]:
    """Thirty issues of six articles."""
    return [Grammar(seed).issue(6) for seed in range(30)]


@pytest.fixture(scope="module")
def letters(issues: list[Issue]) -> str:
    """The text of thirty issues without line ends."""
    return "".join(issue.text for issue in issues).replace("\n", "")


def is_han(letter: str) -> bool:
    """Tell whether a character is a Han character of the basic block."""
    return "\u4e00" <= letter <= "\u9fff"


def unbalanced(text: str) -> list[str]:
    """The marks that have no partner."""
    waiting: list[str] = []
    for mark in text:
        if mark in PAIRS.values():
            waiting.append(mark)
        elif mark in PAIRS and (not waiting or waiting.pop() != PAIRS[mark]):
            return [mark]
    return waiting


def articles(issues: list[Issue]) -> Iterator[Article]:
    """All articles of all issues."""
    return (article for issue in issues for article in issue.articles)


def paragraphs(issues: list[Issue]) -> Iterator[str]:
    """All paragraphs of all articles."""
    return (text for article in articles(issues) for level, text in article.blocks if level is None)


def headings(issues: list[Issue]) -> Iterator[tuple[int, str]]:
    """All headings of all articles, with their levels."""
    return ((level, text) for article in articles(issues) for level, text in article.blocks if level is not None)


def titles(issues: list[Issue]) -> Iterator[str]:
    """The names of all issues and the titles of all articles."""
    return (title for issue in issues for title in [issue.title, *(article.title for article in issue.articles)])


@pytest.mark.parametrize("hostile", [False, True])
def test_same_seed_gives_same_text(hostile: bool) -> None:
    """Two grammars of one seed agree, two seeds do not."""
    texts = [Grammar(seed, hostile=hostile).issue(2).text for seed in (5, 5, 6)]
    assert texts[0] == texts[1] != texts[2]


def test_text_is_free_of_hash_seed_and_locale() -> None:
    """Another process with another hash seed and the C locale prints the same text."""
    package = __name__.rpartition(".")[0]
    root = Path(__file__).parents[package.count(".") + 1]
    program = f"import sys, {package} as g; sys.stdout.buffer.write(g.Grammar(9).issue(2).text.encode())"
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "LC_ALL": "C", "PYTHONPATH": str(root)}
        output = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        assert output.stdout.decode() == Grammar(9).issue(2).text


def test_han_characters_are_many_and_common(letters: str) -> None:
    """At least 1,900 distinct Han characters come out, all of GB 2312."""
    han = {letter for letter in letters if is_han(letter)}
    assert len(han) >= 1900
    assert not [letter for letter in han if not letter.encode("gb2312", "ignore")]


def test_latin_digits_and_marks_are_frequent(letters: str) -> None:
    """Latin letters, digits and marks make up a fifth to three tenths of the text."""
    share = sum(not is_han(letter) for letter in letters) / len(letters)
    assert 0.20 <= share <= 0.30


@pytest.mark.parametrize("shape", SHAPES)
def test_shape_comes_out(issues: list[Issue], shape: str) -> None:
    """Each difficulty for line breaking occurs at least five times in thirty issues."""
    text = "\n".join(issue.text for issue in issues)
    assert len(re.findall(SHAPES[shape], text)) >= 5


def test_marks_are_balanced(issues: list[Issue]) -> None:
    """Quotes, brackets and name marks have partners within each title, heading and paragraph."""
    texts = [*paragraphs(issues), *titles(issues), *(text for _, text in headings(issues))]
    assert not [text for text in texts if unbalanced(text)]


def test_paragraphs_end_with_a_final_mark(issues: list[Issue]) -> None:
    """A paragraph ends with a full stop, a question or exclamation mark or an ellipsis, or one in quotes."""
    assert not [text for text in paragraphs(issues) if not FINAL.search(text)]


def test_titles_end_without_a_mark(issues: list[Issue]) -> None:
    """The last character of a title or a heading is a letter or a digit."""
    texts = [*titles(issues), *(text for _, text in headings(issues))]
    assert not [text for text in texts if not text[-1].isalnum()]


def test_headings_carry_the_number_of_their_level(issues: list[Issue]) -> None:
    """All four levels come out, each with its own way of numbering."""
    found = list(headings(issues))
    assert {level for level, _ in found} == {1, 2, 3, 4}
    assert not [text for level, text in found if not re.match(HEADING[level], text)]


def test_heading_levels_do_not_skip(issues: list[Issue]) -> None:
    """A heading is at most one level below the heading before it."""
    for article in articles(issues):
        levels = [0, *(level for level, _ in article.blocks if level is not None)]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_by_default_nothing_is_hostile(issues: list[Issue]) -> None:
    """Addresses, emoji, rare planes, raised, circled and full-width characters come out only on request."""
    assert not [issue for issue in issues if HOSTILE.search(issue.text)]
    assert HOSTILE.search("".join(Grammar(seed, hostile=True).issue(2).text for seed in range(5)))


def test_sentences_keep_to_their_length() -> None:
    """Sentences are 8 to 120 characters long, and both short and long ones occur."""
    grammar = Grammar(1)
    lengths = [len(grammar.sentence()) for _ in range(2000)]
    assert min(lengths) >= SENTENCE_LENGTH[0]
    assert max(lengths) <= SENTENCE_LENGTH[1]
    assert min(lengths) < 12
    assert max(lengths) > 100


@pytest.mark.parametrize("seed", range(20))
def test_spacing_only_adds_blanks(seed: int) -> None:
    """Spaced text has a blank at each seam of Han and Latin, and is otherwise the same."""
    plain, spaced = Grammar(seed).article(4).text, Grammar(seed, spaced=True).article(4).text
    assert not re.search("[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", spaced)
    assert not re.search("[\u4e00-\u9fff] | [\u4e00-\u9fff]", plain)
    assert re.sub("(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])", "", spaced) == plain


def test_counts_are_kept() -> None:
    """Articles and paragraphs come in the numbers asked for."""
    grammar = Grammar(2)
    assert len(grammar.issue(3).articles) == 3
    assert sum(level is None for level, _ in grammar.article(7).blocks) == 7


@pytest.mark.parametrize("hostile", [False, True])
def test_patterns_name_known_slots(hostile: bool) -> None:
    """Each slot of a pattern is a rule, a word list or a number maker."""
    source = lexicon(hostile)
    slots = Phrases(source, Random(0)).slots()
    named = {slot for patterns in source.rules.values() for pattern in patterns for slot in SLOT.findall(pattern)}
    assert named <= slots


def test_words_stand_once_in_a_list() -> None:
    """No list holds a word twice."""
    assert not [name for name, words in lexicon().words.items() if len(set(words)) != len(words)]


def test_deck_deals_all_before_any_again() -> None:
    """Each round of a deck holds every entry once, and no entry follows itself."""
    deck = Deck("甲乙丙", Random(4))
    dealt = [deck.draw() for _ in range(300)]
    assert all(set(dealt[start : start + 3]) == set("甲乙丙") for start in range(0, 300, 3))
    assert all(before != after for before, after in pairwise(dealt))


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("“甲“乙”“丙””", "“甲‘乙’‘丙’”"),
        ("《甲《乙》》《丙》", "《甲〈乙〉》《丙》"),
        ("（甲（乙）丙）（丁）", "（甲〔乙〕丙）（丁）"),
        ("《甲“乙”》（“丙《丁》”）", "《甲“乙”》（“丙《丁》”）"),
    ],
)
def test_inner_marks_differ(text: str, nested: str) -> None:
    """A pair inside a pair of its own kind takes the inner marks."""
    assert nest_marks(text) == nested


@pytest.mark.parametrize(("number", "numeral"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
def test_han_number(number: int, numeral: str) -> None:
    """Numbers are written as in headings."""
    assert han_number(number) == numeral


@pytest.mark.parametrize(("number", "level"), [(0, 1), (0, 3), (100, 2), (1, 0), (1, 5)])
def test_impossible_heading_is_refused(number: int, level: int) -> None:
    """A number or level that has no form is an error."""
    with pytest.raises(ValueError, match="only"):
        Grammar(1).heading(number, level)


def test_empty_paragraph_is_refused() -> None:
    """A paragraph of no sentence is an error."""
    with pytest.raises(ValueError, match="at least one sentence"):
        Grammar(1).paragraph(0)
