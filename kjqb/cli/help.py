"""Help in Chinese: commands and groups whose help is aligned by cells, where click counts characters."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    _Base = click.Command
else:
    _Base = object

WIDEST = 100
"""Longer lines are hard to read."""

_NARROWEST = 20
_INDENT = "  "
_GAP = 2


class Argument(click.Argument):
    """An argument with a line of help."""

    def __init__(self, param_decls: Sequence[str], *, about: str = "", **attributes: Any) -> None:
        super().__init__(param_decls, **attributes)
        self.about = about


class _Helpful(_Base):
    """What commands and groups have in common: how their help is laid out, and that they have examples."""

    examples: tuple[str, ...]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does, but let every complaint know its command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help(self, ctx: click.Context) -> str:
        return "\n".join(self._help_lines(ctx, window()))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示帮助"
        return option

    def _help_lines(self, ctx: click.Context, width: int) -> Iterator[str]:
        from kjqb.render.terminal.cells import wrap  # only help needs it

        pieces = [piece for piece in self.collect_usage_pieces(ctx) if piece != self.options_metavar]
        usage = " ".join([ctx.command_path, "[选项]", *pieces])
        yield from wrap(usage, width, first="用法：", rest=_INDENT * 3)
        for paragraph in inspect.cleandoc(self.help or "").split("\n\n"):
            yield ""
            yield from wrap(_joined(paragraph), width)
        parameters = self.get_params(ctx)
        arguments = [parameter for parameter in parameters if isinstance(parameter, Argument) and parameter.about]
        yield from _section("参数", [(value_name(argument), argument.about) for argument in arguments], width)
        options = [parameter for parameter in parameters if isinstance(parameter, click.Option)]
        yield from _section("选项", [_record(option, ctx) for option in options if not option.hidden], width)
        yield from _section("命令", list(self._commands(ctx)), width)
        if self.examples:
            yield from ("", "示例：")
        for example in self.examples:
            yield from shell_lines(example, width)

    def _commands(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """The commands below, with their summaries."""
        return ()

    @property
    def summary(self) -> str:
        """The first paragraph of its help, without the full stop."""
        return _joined(inspect.cleandoc(self.help or "").split("\n\n")[0]).rstrip("。")


class Command(_Helpful, click.Command):
    """A command with Chinese help; `examples` are command lines, and extra arguments are refused in Chinese."""

    def __init__(self, *arguments: Any, examples: tuple[str, ...] = (), **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.examples = examples
        self.allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does, but refuse what is left over in Chinese."""
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise click.UsageError(f"多余的参数：{' '.join(ctx.args)}", ctx)
        return rest


class Group(_Helpful, click.Group):
    """A group with Chinese help."""

    examples = ()

    def _commands(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if isinstance(command, Command):
                yield name, command.summary


def value_name(parameter: click.Parameter) -> str:
    """The name that help gives to an argument's value, without the marks for what may be left out or repeated."""
    return (parameter.metavar or parameter.human_readable_name.upper()).strip("[].…")


def window() -> int:
    """Cells that help may take: those of the terminal, up to a length that can be read."""
    from shutil import get_terminal_size  # only help needs it

    return max(_NARROWEST, min(get_terminal_size().columns, WIDEST))


def shell_lines(command: str, width: int) -> Iterator[str]:
    """A command line, continued on further lines where it is too long, as the shell takes it."""
    from kjqb.render.terminal.cells import cell_len

    line = _INDENT
    for word in command.split(" "):
        if line.strip() and cell_len(f"{line} {word} \\") > width:
            yield f"{line} \\"
            line = _INDENT * 2 + word
        else:
            line = f"{line} {word}" if line.strip() else line + word
    yield line


def _section(heading: str, rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    """A heading and two columns; a term too long for its column stands on a line of its own."""
    from kjqb.render.terminal.cells import cell_len, wrap

    if not rows:
        return
    yield from ("", f"{heading}：")
    most = max(10, min(30, width // 3))
    column = min(max(cell_len(term) for term, _ in rows), most)
    indent = _INDENT + " " * (column + _GAP)
    for term, about in rows:
        if cell_len(term) <= column:
            yield from wrap(about, width, first=_INDENT + term + " " * (column - cell_len(term) + _GAP), rest=indent)
        else:
            yield from wrap(term, width, first=_INDENT, rest=_INDENT * 2)
            yield from wrap(about, width, first=indent, rest=indent)


def _record(option: click.Option, ctx: click.Context) -> tuple[str, str]:
    record = option.get_help_record(ctx)
    return (record[0] if record else option.opts[0]), option.help or ""


def _joined(paragraph: str) -> str:
    """The lines of a paragraph as one; between Han and marks without a blank."""
    lines = [line.strip() for line in paragraph.splitlines()]
    text = ""
    for line in lines:
        blank = text and line and text[-1].isascii() and line[0].isascii()
        text += f" {line}" if blank else line
    return text
