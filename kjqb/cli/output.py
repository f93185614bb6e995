"""What a command says: its product on standard output, everything else on standard error."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

import click

from kjqb.cli.colour import is_coloured
from kjqb.cli.failure import failure, message
from kjqb.errors import ExitCode, KjqbError
from kjqb.text.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from kjqb.check.finding import Report
    from kjqb.cli.session import Session

    Shown = str | RenderableType


class Output:
    """The two streams of a call; nothing that it is given is ever read as markup."""

    def __init__(self, session: Session, *, as_json: bool = False) -> None:
        self._session = session
        self.as_json = as_json

    @property
    def width(self) -> int:
        """Cells of the reader's window; 80 where there is none."""
        return shutil.get_terminal_size().columns

    @property
    def window(self) -> int | None:
        """Cells of the window that standard output is shown in; None where it is a pipe or a file."""
        return self.width if sys.stdout is not None and sys.stdout.isatty() else None

    @property
    def is_interactive(self) -> bool:
        """Whether a person sits at both ends, so that a question can be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()

    def show(self, data: Mapping[str, Any], text: Shown | Callable[[], Shown]) -> None:
        """Show the product: `data` as one JSON object with --json, else `text` (made only then).

        Text gets a line end if it has none; control characters in it are shown as escapes.
        """
        if self.as_json:
            self._write(self.as_text(data))
            return
        self.text(text() if callable(text) else text)

    def as_text(self, data: Mapping[str, Any]) -> str:
        """The text of the one JSON object."""
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    def text(self, text: Shown) -> None:
        """Show a product that has no form in JSON."""
        if isinstance(text, str):
            lines = text.removesuffix("\n").split("\n") if text else []
            self._write("".join(f"{visible(line)}\n" for line in lines))
        else:
            ended = getattr(text, "plain", "").endswith("\n")
            self.console(_open(sys.stdout)).print(text, soft_wrap=True, end="" if ended else "\n")

    def pager(self, text: Text) -> None:
        """Show a product screen by screen, in the reader's pager; all at once where there is no terminal."""
        from io import StringIO

        shown = StringIO()
        coloured = self._is_coloured(_open(sys.stdout))
        console = self.console(shown, coloured=coloured)
        console.print(text, soft_wrap=True)
        click.echo_via_pager(shown.getvalue(), color=coloured)

    def clear(self) -> None:
        """Make the reader's window empty; nothing where there is none."""
        if self.window is not None:
            click.clear()

    def styled(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Show a product in pieces, each with its style: a colour, `bold`, both or none."""
        _open(sys.stdout).write(self._coloured(pieces, sys.stdout))

    def bytes(self, product: bytes) -> None:
        """Give out a file's bytes as they are."""
        stream = _open(sys.stdout)
        stream.flush()
        stream.buffer.write(product)
        stream.buffer.flush()

    def diff(self, text: str) -> None:
        """Show a diff; in a pipe or a file it is one that `patch` takes, to the last character."""
        if self.window is None:
            self._write(text)
        else:
            self.text("\n".join(line.removesuffix("\r") for line in text.split("\n")))

    def report(self, report: Report) -> None:
        """Show what a check found where standard output carries something else."""
        from kjqb.check.report.full import styled

        if sys.stderr is not None:
            sys.stderr.write(self._coloured(styled(report, self.width), sys.stderr))

    def crashes(self, report: Report) -> None:
        """Tell of every rule that crashed, with its traceback under -v."""
        from kjqb.check.finding import RuleCrashedError

        for crash in report.crashes:
            self.error(RuleCrashedError(crash))

    def error(self, error: KjqbError) -> None:
        """Tell of an error that does not end the command."""
        if sys.stderr is None:
            return
        if error.exit_code is ExitCode.INTERNAL and self._session.verbosity > 0:
            import traceback  # only for our own faults

            traceback.print_exception(error)
        sys.stderr.write(message(failure(error), coloured=self._is_coloured(sys.stderr)))

    def note(self, text: str) -> None:
        """Say something by the way; silent with -q."""
        self._say("", "", text)

    def warning(self, text: str) -> None:
        """Say something that the editor should look at; silent with -q."""
        self._say("警告：", "yellow", text)

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Callable[[str], None]]:
        """Tell how far a long task has come, on a terminal only; call the step with what comes next."""
        if self._session.verbosity < 0 or sys.stderr is None or not sys.stderr.isatty():
            yield lambda _: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=self.console(sys.stderr), transient=True) as bar:
            task = bar.add_task(what, total=total)
            yield lambda step: bar.update(task, advance=1, description=f"{what}：{visible(step)}")

    def console(self, stream: TextIO, *, coloured: bool | None = None) -> Console:
        """A rich console on a stream, which reads no markup and guesses no highlights; coloured where the stream is."""
        from rich.console import Console  # heavy, and plain text does without

        coloured = self._is_coloured(stream) if coloured is None else coloured
        return Console(
            file=stream,
            width=self.width,
            color_system="standard" if coloured else None,
            force_terminal=coloured or stream.isatty(),
            markup=False,
            emoji=False,
            highlight=False,
        )

    def _say(self, label: str, style: str, text: str) -> None:
        if self._session.verbosity < 0 or sys.stderr is None:
            return
        sys.stderr.write(self._coloured([(label, style), (f"{visible(text)}\n", "")], sys.stderr))

    def _is_coloured(self, stream: TextIO) -> bool:
        return is_coloured(self._session.colour, stream, self._session.env)

    def _coloured(self, pieces: Iterable[tuple[str, str]], stream: TextIO | None) -> str:
        if stream is None or not self._is_coloured(stream):
            return "".join(text for text, _ in pieces)
        return "".join(_painted(text, style.split()) for text, style in pieces)

    def _write(self, text: str) -> None:
        _open(sys.stdout).write(text)


def _painted(text: str, style: list[str]) -> str:
    if not (text and style):
        return text
    colours = [word for word in style if word != "bold"]
    return click.style(text, fg=colours[0] if colours else None, bold="bold" in style or None)


def _open(stream: TextIO | None) -> TextIO:
    if stream is None:
        raise OSError("标准输出已关闭")
    return stream
