"""Clean text to plant faults into: the sample issues' paragraphs, and official sentences where they are at hand."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "official-clean.txt"
_MARKUP = re.compile(r"[*`\[\]|^>\\#]|!\[|^[-+]")
_OFFICIAL = re.compile("[一-龥，、“”《》]{30,120}。")
_SENTENCE = re.compile(".+?[。？！](?![”’）])")


@cache
def paragraphs() -> tuple[tuple[str, ...], ...]:
    """Paragraphs of several sentences each."""
    found = [*_sample(), *_official()]
    return tuple(sentences for text in found if len(sentences := tuple(_SENTENCE.findall(text))) > 1)


def _sample() -> list[str]:
    bodies = [path.read_text("utf-8").split("+++")[2] for path in sorted((ROOT / "issues").glob("*/*.md"))]
    return [line for body in bodies for line in body.splitlines() if len(line) > 60 and not _MARKUP.search(line)]


def _official() -> list[str]:
    """Three sentences of the corpus a paragraph."""
    if not CORPUS.exists():
        return []
    whole = [
        line for line in CORPUS.read_text("utf-8").splitlines() if re.fullmatch("[一-龥，、“”《》]{30,120}。", line)
    ]
    return ["".join(whole[at : at + 3]) for at in range(0, len(whole) - 2, 3)]
