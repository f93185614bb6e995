"""What was tried, and how often it held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A row of the table in docs/reliability.md."""

    what: str
    tried: int
    held: int
    remark: str = ""

    @property
    def has_held(self) -> bool:
        """Whether it held each time, and was tried at all."""
        return 0 < self.tried == self.held

    @property
    def row(self) -> str:
        return f"| {self.what} | {self.tried} | {self.held} | {self.remark} |"
