"""The program: the root of all commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

import click

from kjqb import __version__
from kjqb.cli.colour import Colour, is_coloured
from kjqb.cli.commands import COMMANDS, load
from kjqb.cli.failure import document, failure, message
from kjqb.cli.help import Group
from kjqb.cli.session import Session, inside
from kjqb.cli.usage import did_you_mean
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode, UsageError

NAME = "kjqb"


class _ReaderGoneError(Exception):
    """A broken pipe, in a form that click does not turn into an exit code of its own."""


@contextmanager
def _past_click() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise _ReaderGoneError from error


class Program(Group):
    """The root group: finds commands in the table, and ends with an ExitCode whatever happens."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name; None if there is none."""
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but an unknown command is refused in Chinese."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            hint = did_you_mean(args[0], COMMANDS) or f"用“{NAME} --help”查看全部命令"
            raise UsageError(f"没有命令“{args[0]}”", hint=hint)
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """As click does, but a broken pipe gets past it."""
        with _past_click():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does, but a broken pipe gets past it."""
        with _past_click():
            return super().invoke(ctx)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line; exits with its code, or without standalone mode returns it."""
        run: Callable[..., Any] = super().main
        line = list(sys.argv[1:] if args is None else args)
        code = _guarded(lambda: run(args, prog_name or NAME, complete_var, False, windows_expand_args, **extra), line)
        if standalone_mode:
            sys.exit(code)
        return code


@click.group(
    cls=Program,
    name=NAME,
    invoke_without_command=True,
    subcommand_metavar="命令 [参数]…",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("-C", "directory", metavar="DIR", help="先进入这个文件夹，再执行命令")
@click.option("-q", "--quiet", is_flag=True, help="只显示结果和错误")
@click.option("-v", "--verbose", is_flag=True, help="程序出错时显示详情")
@click.option(
    "--color",
    type=Choice(colour.value for colour in Colour),
    default=Colour.AUTO.value,
    help="着色：auto（默认，只在终端）、always、never",
)
@click.version_option(__version__, message=f"{NAME} %(version)s", help="显示版本")
@click.pass_context
def root(context: click.Context, directory: str | None, quiet: bool, verbose: bool, color: str) -> ExitCode:
    """科技情报：编排、检查、导出科技信息简报。

    每条命令的用法见“kjqb 命令 --help”。
    """
    if quiet and verbose:
        raise UsageError("“-q”与“-v”不能同时使用", hint="去掉其中一个")
    if directory is not None:
        context.with_resource(inside(directory))
    context.obj = Session(verbose - quiet, Colour(color), os.environ)
    context.obj.epoch  # noqa: B018 - refused before any command runs
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return ExitCode.USAGE
    return ExitCode.OK


def main() -> None:
    """The entry point."""
    for stream in (sys.stdout, sys.stderr):
        _settle_encoding(stream)
    root.main()


def _settle_encoding(stream: TextIO | None) -> None:
    """Let nothing be unprintable: what a pipe or file gets is UTF-8, what cannot be encoded an escape."""
    reconfigure = getattr(stream, "reconfigure", None)
    if stream is None or reconfigure is None:
        return
    piped = not stream.isatty() and "PYTHONIOENCODING" not in os.environ
    reconfigure(encoding="utf-8" if piped else stream.encoding, errors="backslashreplace")


def _guarded(run: Callable[[], Any], line: list[str]) -> ExitCode:
    """Run, flush what was written, and tell what went wrong; never raises."""
    try:
        try:
            code = ExitCode(run())
            _flush()
        except (BrokenPipeError, _ReaderGoneError):
            raise
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place that can tell the user
            code = _tell(error, line)
            _flush()
    except (BrokenPipeError, _ReaderGoneError):
        _silence()
        return ExitCode.BROKEN_PIPE
    except OSError:
        # Neither stream takes the message; the code still says it.
        _silence()
        return ExitCode.BAD_INPUT
    return code


def _tell(error: BaseException, line: list[str]) -> ExitCode:
    told = failure(error)
    if told.exit_code is ExitCode.INTERNAL and _has(line, "-v", "--verbose"):
        import traceback  # only for our own faults

        traceback.print_exception(error)
    if _wants_json(line) and _write(sys.stdout, document(told)):
        return told.exit_code
    _write(sys.stderr, message(told, coloured=_is_coloured(line)))
    return told.exit_code


def _write(stream: TextIO | None, text: str) -> bool:
    if stream is None:
        return False
    stream.write(text)
    return True


def _wants_json(line: list[str]) -> bool:
    """Whether the command line, which may itself be at fault, asks for JSON."""
    return _has(line, "--json", "--output-format=json") or _value(line, "--output-format") == "json"


def _is_coloured(line: list[str]) -> bool:
    stated = _value(line, "--color")
    known = {colour.value for colour in Colour}
    return is_coloured(Colour(stated) if stated in known else Colour.AUTO, sys.stderr, os.environ)


def _has(line: list[str], *options: str) -> bool:
    return any(word in options for word in _options(line))


def _value(line: list[str], option: str) -> str | None:
    words = _options(line)
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == option:
            return following
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return None


def _options(line: list[str]) -> list[str]:
    """The words before `--`."""
    return line[: line.index("--")] if "--" in line else line


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _silence() -> None:
    """Point the streams that cannot be flushed at nothing, so that Python does not fail on them at its exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


__all__ = ["COMMANDS", "main", "root"]
