"""What an import has to tell: losses and changes, as they are met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kjqb.errors import Where
from kjqb.importers.result import Change, Loss


@dataclass(slots=True)
class Gathered:
    """Losses one by one; changes counted by what they are, at the place of the first."""

    losses: list[Loss] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _places: dict[str, Where] = field(default_factory=dict)

    def lose(self, what: str, where: Where, text: str = "") -> None:
        """List a loss; `text` are characters that are in nothing that the import gives."""
        self.losses.append(Loss(what, where, text))

    def change(self, what: str, where: Where, times: int = 1) -> None:
        """Count a change; `{}` in `what` stands for how often it was made."""
        if times:
            self._counts[what] += times
            self._places.setdefault(what, where)

    @property
    def sorted_losses(self) -> tuple[Loss, ...]:
        """The losses in the order of their places."""
        return in_order(self.losses)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes in the order in which they were met first."""
        return tuple(Change(what.format(times), self._places[what]) for what, times in self._counts.items())


def in_order(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """Losses in the order of their places."""
    return tuple(sorted(losses, key=lambda loss: (loss.where.line or 0, loss.where.column or 0)))
