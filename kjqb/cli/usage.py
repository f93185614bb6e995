"""click's complaints about a command line, as errors of our own, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kjqb.cli.help import value_name
from kjqb.errors import UsageError


def usage_error(error: click.ClickException) -> UsageError:
    """What click complains of, as an editor reads it, and what he can do about it."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    help_hint = f"用“{context.command_path if context else 'kjqb'} --help”查看用法"
    match error:
        case click.NoSuchOption():
            return UsageError(f"没有选项“{error.option_name}”", hint=_option_hint(error, context) or help_hint)
        case click.MissingParameter():
            return UsageError(f"缺少{_name(error.param)}", hint=help_hint)
        case click.BadOptionUsage():
            flag = _is_flag(error.option_name, context)
            what = f"选项“{error.option_name}”不带值" if flag else f"选项“{error.option_name}”后面缺少值"
            return UsageError(what, hint=help_hint)
        case click.BadParameter():
            return UsageError(f"{_name(error.param)}不对：{error.message}", hint=help_hint)
        case _:
            return UsageError(error.format_message(), hint=help_hint)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the known word that comes nearest; empty if none does."""
    from difflib import get_close_matches  # only after a slip

    close = get_close_matches(word, list(known), n=1)
    return f"是否想写“{close[0]}”？" if close else ""


def _option_hint(error: click.NoSuchOption, context: click.Context | None) -> str:
    if context is None:
        return ""
    root = context.find_root()
    if context is not root and error.option_name in _options(root):
        return f"“{error.option_name}”要写在命令名“{context.info_name}”之前"
    return did_you_mean(error.option_name, _options(context))


def _options(context: click.Context) -> list[str]:
    return [name for parameter in context.command.get_params(context) for name in parameter.opts if name[0] == "-"]


def _is_flag(name: str, context: click.Context | None) -> bool:
    parameters = context.command.get_params(context) if context else []
    return any(isinstance(option, click.Option) and name in option.opts and option.is_flag for option in parameters)


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return f"选项“{max(parameter.opts, key=len)}”"
    return f"参数“{value_name(parameter)}”" if parameter else "参数"
