"""Write docs/oracle.md: how the pages of generated issues agree with those of other engines. `make oracle-report`."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kjqb.external import libreoffice
from kjqb.layout.target import Target
from tests.oracle.agreement import Agreement, Pages, agreement
from tests.oracle.engines import libreoffice_pages, onlyoffice_pages, word_rule_pages
from tests.oracle.generated import Case, mixed, plain

REPORT = Path(__file__).parents[2] / "docs" / "oracle.md"
SEEDS = range(1, 101)
MOST = 12
"""Differences that are listed for each engine and kind of issue."""

ENGINES = {
    "LibreOffice": (Target.LIBREOFFICE, libreoffice_pages),
    "LibreOffice told Word's rules": (Target.WORD, word_rule_pages),
    "OnlyOffice": (Target.WORD, onlyoffice_pages),
}
KINDS = {"plain": plain, "all blocks": mixed}

HEAD = """\
# Pages against other engines

Written by `make oracle-report`, with {version}. Generated issues, {count} of each kind: *plain* ones of paragraphs and
headings, in both presets, run on and on new pages; and those of *all blocks*: tables, figures, footnotes, lists,
quotations, sections, sources, stretches set apart, in six page setups, every fourth with a contents list of two pages,
every second of hostile text (addresses, long words, odd marks; for LibreOffice also emoji, rare characters and joined
scripts, which the free fonts lack). What is compared, and what a PDF cannot say: tests/oracle/agreement.py.

- *article pages*: the titles that stand on the page that the contents list gives;
- *page starts*: the pages whose first line of text is the computed one;
- *lines*: the lines of body and footnotes that stand, letter for letter, on the computed page.

| engine | issues | article pages | page starts | lines |
|---|---|---|---|---|
"""


def main() -> None:
    """Measure and write."""
    with TemporaryDirectory() as folder:
        found = list(_found(Path(folder)))
    head = HEAD.format(version=libreoffice.version(libreoffice.find()), count=len(SEEDS))
    rows = "".join(_row(*one) for one in found)
    REPORT.write_text(head + rows + "\n## What differs\n" + "".join(map(_differences, found)), "utf-8")
    print(rows, end="")


Found = tuple[str, str, Agreement]
"""Engine, kind of issue, and how they agree."""


def _found(folder: Path) -> Iterator[Found]:
    for engine, (target, render) in ENGINES.items():
        for kind, make in KINDS.items():
            yield engine, kind, _compared(make, target, render, folder / f"{engine} {kind}")


def _compared(
    make: Callable[[int, Target, Path], Case],
    target: Target,
    render: Callable[[Sequence[Path], Path], Sequence[Pages]],
    folder: Path,
) -> Agreement:
    folder.mkdir()
    cases = [make(seed, target, folder) for seed in SEEDS]
    return agreement(cases, render([case.file for case in cases], folder))


def _row(engine: str, kind: str, found: Agreement) -> str:
    shares = " | ".join(f"{share} ({share.part:.2%})" for share in (found.articles, found.starts, found.lines))
    return f"| {engine} | {kind} | {shares} |\n"


def _differences(one: Found) -> str:
    engine, kind, found = one
    listed = "".join(f"- {difference}\n" for difference in found.differences[:MOST])
    more = len(found.differences) - MOST
    rest = f"- and {more} more\n" if more > 0 else ""
    return f"\n### {engine}, {kind}\n{listed or '- nothing' + chr(10)}{rest}"


if __name__ == "__main__":
    main()
