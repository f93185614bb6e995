"""What an import made of a text, line by line beside the text as received."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kjqb.model.source import Source
from kjqb.text.spans import Span

_CONTEXT = 1
_MOST_LINES = 20_000
"""Beyond so many, lines are no longer paired; looking for pairs takes the product of both numbers at worst."""

Numbered = tuple[int, str]
"""The number of a line (from 1), and its text without blanks at its ends."""

_Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """A text as received, and what has become of it; blank lines and blanks at the ends of lines do not count."""

    raw: Source
    name: str
    """Where it goes."""
    lines: tuple[Numbered, ...]

    @property
    def diff(self) -> str:
        """Both as a unified diff with the line numbers of the two texts; empty where they are the same."""
        before, after = numbered(self.raw.text), self.lines
        hunks = [line for group in _groups(before, after) for line in _hunk(group, before, after)]
        head = [f"--- {self.raw.name}", f"+++ {self.name}"] if hunks else []
        return "".join(f"{line}\n" for line in (*head, *hunks))


def numbered(text: str, span: Span | None = None) -> tuple[Numbered, ...]:
    """The lines of a text that are not blank; with a span only those in it, by their numbers in the whole."""
    whole = span or Span(0, len(text))
    first = text.count("\n", 0, whole.start) + 1
    lines = enumerate(text[whole.start : whole.end].split("\n"), first)
    return tuple((number, line.strip()) for number, line in lines if line.strip())


def _groups(before: Sequence[Numbered], after: Sequence[Numbered]) -> Iterator[list[_Opcode]]:
    """The differences, those that are near each other together."""
    texts = [text for _, text in before], [text for _, text in after]
    if max(map(len, texts)) > _MOST_LINES:
        yield [("replace", 0, len(before), 0, len(after))] if texts[0] != texts[1] else []
        return
    yield from SequenceMatcher(None, *texts, autojunk=False).get_grouped_opcodes(_CONTEXT)


def _hunk(group: Sequence[_Opcode], before: Sequence[Numbered], after: Sequence[Numbered]) -> Iterator[str]:
    if not group:
        return
    _, start, _, new_start, _ = group[0]
    _, _, end, _, new_end = group[-1]
    yield f"@@ -{_range(before, start, end)} +{_range(after, new_start, new_end)} @@"
    for kind, i, j, k, m in group:
        if kind == "equal":
            yield from (f" {text}" for _, text in before[i:j])
        else:
            yield from (f"-{text}" for _, text in before[i:j])
            yield from (f"+{text}" for _, text in after[k:m])


def _range(lines: Sequence[Numbered], start: int, end: int) -> str:
    """The number of the first line, and how many lines are shown."""
    return f"{lines[start][0] if start < end else 0},{end - start}"
