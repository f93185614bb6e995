"""`kjqb completion`."""

from __future__ import annotations

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.session import Session
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode

SHELLS = ("bash", "zsh", "fish")


@click.command(cls=Command, examples=("kjqb completion bash >> ~/.bashrc", "kjqb completion fish | source"))
@click.argument("shell", cls=Argument, metavar="SHELL", type=Choice(SHELLS), about="bash、zsh或fish")
@click.pass_context
def command(context: click.Context, shell: str) -> ExitCode:
    """生成命令行补全脚本。

    把脚本写进shell的启动文件，重新打开终端后，按Tab键就能补全命令和选项。
    """
    from click.shell_completion import ShellComplete, get_completion_class

    root = context.find_root()
    made = get_completion_class(shell)
    assert made is not None
    script = made(root.command, {}, root.info_name or "kjqb", "_KJQB_COMPLETE")
    # The class's own `source` starts the shell to ask for its version.
    session: Session = context.obj
    session.output().text(ShellComplete.source(script))
    return ExitCode.OK
