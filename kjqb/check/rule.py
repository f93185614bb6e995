"""What a rule is: its card, what it looks at, and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import get_type_hints

from kjqb.check.subject import HandEdited, Kind, Part, Subject, Suppressions
from kjqb.check.word_layout import WordLayout
from kjqb.model.article import Article
from kjqb.model.bulletin import Profile, Severity
from kjqb.model.source import Extent, Passage
from kjqb.text.spans import Edit, Span

SCOPES = (Part, Article, Subject, WordLayout, HandEdited, Suppressions)
"""What a rule may look at, one at a time."""


class Applicability(Enum):
    """Whether a rule's fixes may be applied unseen."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    """What is right cannot be known from the text alone; applied only with --unsafe-fixes."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard that a rule rests on, with the clause where its text has been checked."""

    name: str
    clause: str = ""

    def __str__(self) -> str:
        return f"{self.name}，{self.clause}" if self.clause else self.name


@dataclass(frozen=True, slots=True)
class Custom:
    """A convention that no standard states."""

    name: str

    def __str__(self) -> str:
        return self.name


HOUSE = Custom("本刊体例")
PRACTICE = Custom("通行编校惯例")


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the fault and the same text without it; documentation and test at once.

    Every line is a paragraph of an article (a sub-heading if it begins with `##`), or what `part` says, inside a
    small issue in which all else is right for `good`.
    """

    bad: str
    good: str
    part: Kind = Kind.PARAGRAPH
    note: str = ""
    """In Chinese: what the rest of the issue says, where the fault lies in the difference."""
    config: str = ""
    """What kjqb.toml has to say for it: lines of TOML of the rule's own table."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A fault that a rule has found: where, what is wrong (in Chinese), and the edits of the source that mend it.

    Raises ValueError when an edit reaches beyond the extent.
    """

    extent: Extent
    message: str
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None
    """Where this fault is graver, or less grave, than the rule's card says."""

    def __post_init__(self) -> None:
        reported = self.extent.span
        for edit in self.edits:
            if edit.span.start < reported.start or edit.span.end > reported.end:
                raise ValueError(f"an edit at {edit.span} lies outside of the hit at {reported}")


def hit(passage: Passage, span: Span, message: str, *edits: Edit) -> Hit:
    """A hit at a stretch of a passage; `edits`, in the passage's own places, become edits of the source.

    It has none where one of them cannot be made in the source as it stands.
    """
    extent = passage.at(span.start, span.end)
    if not all(passage.is_verbatim(edit.span.start, edit.span.end) for edit in edits):
        return Hit(extent, message)
    behind = Span(span.end, span.end)
    return Hit(
        extent,
        message,
        tuple(
            # What is put in behind the hit stays on its side of any markup.
            Edit(Span(extent.span.end, extent.span.end), edit.text)
            if edit.span == behind
            else Edit(passage.at(edit.span.start, edit.span.end).span, edit.text)
            for edit in edits
        ),
    )


Find = Callable[..., Iterator[Hit]]
"""From one thing looked at (and the rule's options, where it has some) to its faults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the catalogue."""

    code: str
    """Family letter and three digits; never used again for another rule."""
    slug: str
    """Names the fault."""
    title: str
    about: str
    """Why, in one or two Chinese sentences."""
    severity: Severity
    source: Standard | Custom
    fix: Applicability
    examples: tuple[Example, ...]
    yields_to: tuple[str, ...]
    """Codes of the rules whose findings silence this one's where they overlap."""
    profiles: tuple[Profile, ...]
    """Where a family or ALL includes it; empty for everywhere. Its own code always selects it."""
    cues: frozenset[str]
    """Characters without any of which a text cannot have the fault; empty where every text may."""
    scope: type
    options: type | None
    find: Find

    @property
    def is_of_word(self) -> bool:
        """Whether it looks at a Word file, where several faults of layout may be at one place, addresses included."""
        return self.scope in {WordLayout, HandEdited}

    @property
    def family(self) -> str:
        """The letter of its family."""
        return self.code[0]


def rule(  # noqa: PLR0913 - the card of a rule has that many lines, each with its name
    code: str,
    slug: str,
    *,
    title: str,
    about: str,
    severity: Severity,
    source: Standard | Custom,
    examples: tuple[Example, ...],
    fix: Applicability = Applicability.NONE,
    yields_to: tuple[str, ...] = (),
    profiles: tuple[Profile, ...] = (),
    cues: str = "",
) -> Callable[[Find], Rule]:
    """Make a rule of a generator of hits; what it looks at and its options follow from its annotations.

    Raises TypeError for cues of a rule that does not look at texts one by one.
    """

    def make(find: Find) -> Rule:
        scope, options = _parameters(find)
        if cues and scope is not Part:
            raise TypeError(f"{code}: only a rule that looks at one Part at a time has cues")
        return Rule(
            code=code,
            slug=slug,
            title=title,
            about=about,
            severity=severity,
            source=source,
            fix=fix,
            examples=examples,
            yields_to=yields_to,
            profiles=profiles,
            cues=frozenset(cues),
            scope=scope,
            options=options,
            find=find,
        )

    return make


def _parameters(find: Find) -> tuple[type, type | None]:
    hints = get_type_hints(find)
    hints.pop("return", None)
    scope, options, *_ = (*hints.values(), None)
    if scope not in SCOPES:
        raise TypeError(f"{find!r}: its first parameter must be one of {[known.__name__ for known in SCOPES]}")
    return scope, options
