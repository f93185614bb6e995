"""Kinds of values that options take, which refuse others in Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.usage import did_you_mean

if TYPE_CHECKING:
    Kind = click.ParamType[Any]
else:
    Kind = click.ParamType
"""click's base class, which became generic in 8.4 only."""


class Choice(Kind):
    """One of several words."""

    name = "choice"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Take it as it is if it is one of them; anything else is a usage error that names them."""
        if value in self.words:
            return value
        advice = did_you_mean(str(value), self.words) or f"可以是{'、'.join(self.words)}"
        raise click.BadParameter(f"没有“{value}”，{advice}", ctx, param)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """The words, as help shows them."""
        return "|".join(self.words)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG002
        """The words that begin so."""
        from click.shell_completion import CompletionItem  # only for the shell

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class Number(Kind):
    """A whole number in a range, both ends included."""

    name = "N"

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least = least
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read it; anything else is a usage error that names the range."""
        digits = str(value).removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
            raise click.BadParameter(f"“{value}”不是整数", ctx, param)
        number = int(value)
        if number < self.least or (self.most is not None and number > self.most):
            reach = f"{self.least}—{self.most}" if self.most is not None else f"不小于{self.least}"
            raise click.BadParameter(f"“{value}”超出范围（{reach}）", ctx, param)
        return number
