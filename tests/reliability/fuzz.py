"""Arbitrary input to the readers: whatever comes, it is read or refused with a KjqbError.

`python -m tests.reliability.fuzz` takes atheris, guided by coverage, where it is installed; else hypothesis with a
large budget, and says so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kjqb.errors import KjqbError
from kjqb.importers import loose
from kjqb.importers.article import TextFormat, read_article
from kjqb.importers.decode import decode
from kjqb.model.source import Source
from kjqb.workspace import article_file
from kjqb.workspace.bulletin_file import read_bulletin
from kjqb.workspace.files import decode_utf8

_FRAGMENTS = (
    "+++\n",
    'title = "题"\n',
    "[[ignore]]\n",
    "code = 1\n",
    "[source]\n",
    "2024-02-30",
    "2024年第1期\n",
    "……2\n",
    "一、",
    "（一）",
    "“",
    "”",
    "《",
    "**",
    "*",
    "`",
    "[^a]",
    "[^a]: ",
    "| a | b |\n|---|---|\n",
    "> ",
    "- ",
    "![图](a.png)",
    "<b>",
    "\\",
    "&#0;",
    "\r\n",
    "\n\n",
    "\t",
    "\ufeff",
    "\u202e",
    "\x00",
    "字",
    "。",
    "，",
    "a",
    "1",
    "%",
    "  ",
    "\U0002a6d6",
)

TEXTS = st.lists(st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=8)), max_size=40).map("".join)
DATA = st.one_of(st.binary(max_size=400), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))


def _source(data: bytes) -> Source:
    return Source("in", decode(data, "in"))


def _own(data: bytes) -> Source:
    return Source("in.md", decode_utf8(data, "in.md"))


READERS: dict[str, Callable[[bytes], object]] = {
    "plain text": lambda data: read_article(_source(data), TextFormat.PLAIN),
    "Markdown": lambda data: read_article(_source(data), TextFormat.MARKDOWN),
    "whole issue": lambda data: loose.read_issue(_source(data)),
    "article of an issue": lambda data: article_file.read_article(_own(data)),
    "kjqb.toml": lambda data: read_bulletin(_own(data)),
}


def survives(read: Callable[[bytes], object], data: bytes) -> None:
    """Read; a KjqbError is an answer like any other."""
    try:
        read(data)
    except KjqbError as error:
        if not (error.what and error.exit_code == 3):
            raise AssertionError(error) from error


def trial(name: str, examples: int, seen: list[int]) -> Callable[[], None]:
    """What feeds a reader so many inputs; `seen` counts them."""

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(DATA)
    def run(data: bytes) -> None:
        seen.append(1)
        survives(READERS[name], data)

    return run


def _with_atheris() -> bool:
    try:
        import atheris
    except ImportError:
        return False

    def one(data: bytes) -> None:
        for read in READERS.values():
            survives(read, data)

    atheris.instrument_all()
    atheris.Setup([*sys.argv, "-max_total_time=600"], one)
    atheris.Fuzz()
    return True


def main() -> None:
    """Fuzz for some minutes."""
    if _with_atheris():
        return
    print("atheris is not installed (pip install atheris); hypothesis instead, without guidance by coverage")
    for name in READERS:
        seen: list[int] = []
        trial(name, 20_000, seen)()
        print(f"{name}: {len(seen)} inputs, each read or refused")


if __name__ == "__main__":
    main()
