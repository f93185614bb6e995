"""The bulletin: what all its issues have in common, as kjqb.toml states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kjqb.model.article import Ignore
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.model.source import Passage
from kjqb.text.spacing import Spacing


class Severity(Enum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Profile(Enum):
    """Which conventions a bulletin follows."""

    BULLETIN = "bulletin"
    GBT9704 = "gbt9704"
    NEIBU = "neibu"
    QIKAN = "qikan"


@dataclass(frozen=True, slots=True)
class Conventions:
    """What `kjqb check` is to look at: the [check] table."""

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """By rule code: its options, as read; the rule itself validates them."""
    ignores: tuple[Ignore, ...] = ()
    profile: Profile = Profile.BULLETIN

    @property
    def spacing(self) -> Spacing:
        """How editions print borders of Chinese and Latin: as the rule K201 is set."""
        style = self.options.get("K201", {}).get("style", Spacing.REMOVE.value)
        return Spacing(style) if style in {spacing.value for spacing in Spacing} else Spacing.REMOVE


@dataclass(frozen=True, slots=True)
class ContentsStyle:
    """How the contents list is printed."""

    heading: str = ""
    marker: str = "★"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin and its conventions."""

    title: Passage
    office: Passage | None = None
    frequency: str = "irregular"
    colophon: tuple[Passage, ...] = ()
    contents: ContentsStyle = ContentsStyle()
    page_setup: PageSetup = BULLETIN
    conventions: Conventions = Conventions()
    readings: Mapping[str, str] = field(default_factory=dict)
    """How words are read where the index is put in order, as `[index.readings]` states it."""
    first_volume: int | None = None
    """The year of the first volume, each of which is a year; None where volumes are not counted."""
