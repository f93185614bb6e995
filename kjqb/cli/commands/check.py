"""`kjqb check`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.options import json_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from kjqb.actions.check import CheckRequest, Outcome

FORMATS = ("full", "json", "github")
SEVERITIES = ("error", "warning", "info")
STANDARD_INPUT = "-"


@click.command(
    cls=Command,
    examples=(
        "kjqb check",
        "kjqb check 2024-01 --fix",
        "kjqb check 来稿.txt --select S,P101",
        "kjqb check 稿件 --diff",
        "kjqb check 2024-01 --against 审定稿.docx",
        "kjqb check - < 来稿.txt",
    ),
)
@click.argument(
    "names",
    cls=Argument,
    metavar="[ISSUE|PATH]...",
    nargs=-1,
    about="期号、文件或文件夹，“-”为标准输入；不写则为最新一期",
)
@click.option("--all", "every", is_flag=True, help="检查全部各期")
@click.option("--fix", "fixes", is_flag=True, help="自动改正有把握的问题")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="连没有十足把握的也改（同时启用“--fix”）")
@click.option("--diff", is_flag=True, help="只显示会怎样改，不写文件")
@click.option("--select", metavar="CODES", multiple=True, help="只用这些规则或类别，如S501或P,K；可重复")
@click.option("--ignore", metavar="CODES", multiple=True, help="不用这些规则或类别；可重复")
@click.option("--against", metavar="FILE", default="", help="与Word文件逐段比较，报告只在Word里改过的地方")
@click.option("--fail-on", type=Choice(SEVERITIES), help="有不低于这一级的问题，退出码即为1")
@click.option("--output-format", "format_", type=Choice(FORMATS), default="full", help="输出格式，默认full")
@click.option("--exit-zero", is_flag=True, help="有问题时退出码也为0")
@json_option
@click.pass_obj
def command(session: Session, /, *, as_json: bool, **options: Any) -> ExitCode:
    """检查编校体例，可自动修改。

    可以检查各期、单篇文章、纯文本、Markdown和Word文件，也可以检查文件夹里的全部文稿；不在工作区里也能用。
    规则用“kjqb rule”查看。
    """
    chosen = _Options(**options)
    format_ = "json" if as_json else chosen.format_
    out = session.output(as_json=format_ == "json")
    outcome = _outcome(out, chosen)
    if chosen.is_filter:
        out.report(outcome.report)
    elif chosen.diff and not out.as_json:
        out.diff(outcome.diff)
    else:
        _show(out, outcome, format_, fixed=0 if chosen.diff else len(outcome.mended))
    return ExitCode.OK if chosen.exit_zero else outcome.exit_code


@dataclass(frozen=True, slots=True)
class _Options:
    """The options as given."""

    names: tuple[str, ...]
    every: bool
    fixes: bool
    unsafe: bool
    diff: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    against: str
    fail_on: str | None
    format_: str
    exit_zero: bool

    @property
    def is_filter(self) -> bool:
        """Whether standard input is to come out mended."""
        return (self.fixes or self.unsafe) and STANDARD_INPUT in self.names and not self.diff

    def request(self) -> CheckRequest:
        """What the action is asked for."""
        from kjqb.actions.check import CheckRequest
        from kjqb.model.bulletin import Severity

        if self.every and self.names:
            raise UsageError("“--all”与期号、文件不能同时使用", hint="去掉其中一个")
        return CheckRequest(
            names=self.names,
            every_issue=self.every,
            select=_codes(self.select),
            ignore=_codes(self.ignore),
            against=self.against,
            fail_on=Severity(self.fail_on) if self.fail_on else None,
            base=Path.cwd(),
            read_standard_input=_standard_input,
        )


def _outcome(out: Output, chosen: _Options) -> Outcome:
    from kjqb.actions.check import check, fix

    request = chosen.request()
    if chosen.is_filter:
        return _filtered(out, request, unsafe=chosen.unsafe)
    if chosen.fixes or chosen.unsafe or chosen.diff:
        return fix(request, unsafe=chosen.unsafe, dry_run=chosen.diff)
    return check(request)


def _filtered(out: Output, request: CheckRequest, *, unsafe: bool) -> Outcome:
    """Give out standard input with its fixes, in its own encoding."""
    from kjqb.actions.check import fix
    from kjqb.actions.rewrite import reencoded

    if request.names != (STANDARD_INPUT,) or out.as_json:
        raise UsageError("改正标准输入时，不能同时检查其他文件或输出JSON", hint="分开运行")
    data = _standard_input()
    outcome = fix(replace(request, read_standard_input=lambda: data), unsafe=unsafe)
    for name, after in outcome.after.items():
        data = reencoded(data, outcome.before[name], after, name)
    out.bytes(data)
    return outcome


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("没有标准输入", hint="写明文件名")
    return sys.stdin.buffer.read()


def _show(out: Output, outcome: Outcome, format_: str, *, fixed: int) -> None:
    from kjqb.check.report import FORMATS as REPORTS
    from kjqb.check.report.json import data

    out.show({**data(outcome.report), "fixed": fixed}, lambda: REPORTS[format_](outcome.report, out.width))
    if fixed:
        out.note(f"已改正{fixed}处，涉及{len(outcome.after)}个文件")


def _codes(options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for option in options for code in option.replace("，", ",").split(",") if code.strip())
