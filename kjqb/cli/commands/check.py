"""`kjqb check`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kjqb.check.report import FORMATS
from kjqb.cli.help import Argument, Command
from kjqb.cli.options import dry_run_option, json_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from kjqb.actions.check import CheckRequest, Outcome

_WITH_STATISTICS = ("full", "json")
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
        "kjqb check 2024-01 --select W --add-ignores 引文照录原文",
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
@click.option("--statistics", is_flag=True, help="只统计各条规则的问题，并算出差错率")
@click.option("--add-ignores", "reason", metavar="REASON", help="把现有问题全部记入[[ignore]]，以后不再报；要写理由")
@dry_run_option
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
        _show(out, outcome, chosen, format_)
    out.crashes(outcome.report)
    return ExitCode.OK if chosen.exit_zero and not outcome.report.crashes else outcome.exit_code


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
    statistics: bool
    reason: str | None
    dry_run: bool
    exit_zero: bool

    @property
    def writes(self) -> bool:
        """Whether files are to be changed."""
        return not (self.diff or self.dry_run)

    @property
    def is_filter(self) -> bool:
        """Whether standard input is to come out mended."""
        return (self.fixes or self.unsafe) and STANDARD_INPUT in self.names and self.writes

    def request(self) -> CheckRequest:
        """What the action is asked for."""
        from kjqb.actions.check import CheckRequest
        from kjqb.model.bulletin import Severity

        if self.every and self.names:
            raise UsageError("“--all”与期号、文件不能同时使用", hint="去掉其中一个")
        if self.reason is not None and (self.fixes or self.unsafe):
            raise UsageError("“--add-ignores”与“--fix”“--unsafe-fixes”不能同时使用", hint="先改正，再放行其余的")
        if self.statistics and self.format_ not in _WITH_STATISTICS:
            raise UsageError(f"“--statistics”没有{self.format_}格式", hint=f"可以用{'、'.join(_WITH_STATISTICS)}")
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
    if chosen.reason is not None:
        from kjqb.actions.accept import accept

        return accept(request, chosen.reason, dry_run=not chosen.writes)
    if chosen.is_filter:
        return _filtered(out, request, unsafe=chosen.unsafe)
    if chosen.fixes or chosen.unsafe or chosen.diff:
        return fix(request, unsafe=chosen.unsafe, dry_run=not chosen.writes)
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


def _show(out: Output, outcome: Outcome, chosen: _Options, format_: str) -> None:
    report = outcome.report
    if format_ == "json":
        from kjqb.check.report.json import data, dumped

        fixed, accepted = (len(found) if chosen.writes else 0 for found in (outcome.mended, outcome.accepted))
        out.text(dumped({**data(report), "fixed": fixed, "accepted": accepted}))
    elif chosen.statistics:
        from kjqb.check.report import statistics

        out.text(table(statistics.rows(report)))
        out.text(statistics.rate(report))
    elif format_ == "full":
        from kjqb.check.report.full import styled

        out.styled(styled(report, out.width))
    else:
        out.text(FORMATS[format_](report, out.width))
    if not chosen.diff:
        _note(out, outcome, done="已" if chosen.writes else "将")


def _note(out: Output, outcome: Outcome, done: str) -> None:
    files = f"涉及{len(outcome.after)}个文件"
    if outcome.mended:
        out.note(f"{done}改正{len(outcome.mended)}处，{files}")
    if outcome.accepted:
        out.note(f"{done}放行{len(outcome.accepted)}处，{files}")


def _codes(options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for option in options for code in option.replace("，", ",").split(",") if code.strip())
