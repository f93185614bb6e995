"""What all commands share: where they run, how much they say, and in which colours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cached_property
from typing import TYPE_CHECKING

from kjqb.cli.colour import Colour
from kjqb.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from kjqb.cli.output import Output
    from kjqb.workspace.workspace import Workspace

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that sets the time stated inside of products (reproducible-builds.org)."""


@dataclass(frozen=True)
class Session:
    """One call of the program; commands get it with `click.pass_obj`."""

    verbosity: int
    """-1 with -q, 0, 1 with -v."""
    colour: Colour
    env: Mapping[str, str]

    @cached_property
    def directory(self) -> Path:
        """The current folder, which `-C` has set."""
        from pathlib import Path  # --version does without

        return Path.cwd()

    @cached_property
    def epoch(self) -> datetime | None:
        """The time that SOURCE_DATE_EPOCH states; None where it is not set.

        Raises UsageError if it is no number of seconds.
        """
        stated = self.env.get(EPOCH)
        return None if stated is None else _epoch(stated)

    def workspace(self) -> Workspace:
        """The workspace that the current folder is in; the error of `Workspace.find` if it is in none."""
        from kjqb.workspace.workspace import Workspace  # heavy, and --version does without

        return Workspace.find(self.directory)

    def output(self, *, as_json: bool = False) -> Output:
        """Where results, notes and progress of this call go."""
        from kjqb.cli.output import Output

        return Output(self, as_json=as_json)


def _epoch(stated: str) -> datetime:
    try:
        if not (stated.isascii() and stated.isdigit()):
            raise ValueError(stated)
        return datetime.fromtimestamp(int(stated), tz=timezone.utc)
    except (ValueError, OverflowError, OSError):
        what = f"环境变量{EPOCH}的值“{stated}”不是秒数"
        raise UsageError(what, hint="应为1970年以来的秒数，如1704067200；也可不设") from None


@contextmanager
def inside(directory: str) -> Iterator[None]:
    """Run in a folder, and come back; raises OSError where that cannot be."""
    before = os.getcwd()  # noqa: PTH109 - pathlib is not loaded for this
    os.chdir(directory)
    try:
        yield
    finally:
        os.chdir(before)
