"""The commands: one module each, which exports `command`; loaded only when they are called."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

from kjqb.cli.help import Command

COMMANDS = (
    "init", "new",
    "add", "import", "list", "show", "move", "remove", "restore", "edit",
    "check", "rule",
    "toc", "preview", "export", "build", "verify",
    "search", "similar", "index", "keywords",
    "doctor", "completion",
)  # fmt: skip
"""Every command, in the order in which help lists them."""


def module_of(name: str) -> str:
    """The module that a command is in; a name that Python reserves has an underscore behind it."""
    return f"{__name__}.{name}_" if iskeyword(name) else f"{__name__}.{name}"


def load(name: str) -> Command:
    """The command of a name from the table."""
    command = import_module(module_of(name)).command
    assert isinstance(command, Command), name
    return command
