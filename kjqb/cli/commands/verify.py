"""`kjqb verify`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import issue_argument, json_option, target_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.manifest import ManifestCheck
    from kjqb.actions.verify import Verified
    from kjqb.layout.target import Target
    from kjqb.verify.comparison import Compared
    from kjqb.workspace.workspace import Workspace

SCHEMA = "kjqb.verify/1"
MANIFEST_SCHEMA = "kjqb.verify-manifest/1"


@click.command(
    cls=Command,
    examples=(
        "kjqb verify",
        "kjqb verify --all --target libreoffice",
        "kjqb verify 2024-01 --rendered 样刊.pdf",
        "kjqb verify 2024-01 --manifest",
    ),
)
@issue_argument
@click.option("--all", "every", is_flag=True, help="核对全部各期")
@click.option("--rendered", metavar="FILE", help="核对这个文件：在Word中打开并保存过的.docx，或由Word、WPS输出的.pdf")
@click.option("--manifest", "by_manifest", is_flag=True, help="不核对页码，只按编制清单核对源文件和各版是否改动过")
@target_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - the command's options
    session: Session,
    /,
    *,
    issue: IssueId | None,
    every: bool,
    rendered: str | None,
    by_manifest: bool,
    target: Target | None,
    as_json: bool,
) -> ExitCode:
    """用LibreOffice或Word排出的页面核对页码，或按清单核对文件。

    用LibreOffice排版，逐篇核对算出的页码；有“--rendered”时，改以Word、WPS排出的文件为准。不一致则列出差异，退出码为1。
    """
    if every and (issue or rendered):
        raise UsageError("“--all”不能与期号或“--rendered”同时使用", hint="去掉其中一个")
    if by_manifest and (rendered or target):
        raise UsageError("“--manifest”不能与“--rendered”“--target”同时使用", hint="去掉其中一个")
    out = session.output(as_json=as_json)
    workspace = session.workspace()
    if by_manifest:
        return _by_manifest(out, workspace, workspace.issue_ids() if every else (issue or workspace.newest(),))
    from kjqb.actions.verify import verify, verify_rendered

    if rendered:
        verified: Sequence[Verified] = (verify_rendered(workspace, issue, Path(rendered), target),)
    else:
        all_issues = workspace.issue_ids() if every else ()
        verified = verify(workspace, all_issues or (issue or workspace.newest(),), target)
    _show(out, verified, rendered or "", every=every)
    return ExitCode.OK if all(each.comparison.equal for each in verified) else ExitCode.FINDINGS


def _by_manifest(out: Output, workspace: Workspace, issues: Sequence[IssueId]) -> ExitCode:
    from kjqb.actions.manifest import check_manifest

    checks = [check_manifest(workspace, issue) for issue in issues]
    equal = not any(check.deviations for check in checks)
    records = [_manifest_data(check) for check in checks]
    out.show(
        {"schema": MANIFEST_SCHEMA, "equal": equal, "issues": records},
        lambda: "".join(_manifest_told(check) for check in checks),
    )
    return ExitCode.OK if equal else ExitCode.FINDINGS


def _manifest_data(check: ManifestCheck) -> dict[str, Any]:
    return {
        "issue": str(check.issue),
        "manifest": check.manifest,
        "version": check.version,
        "files": check.files,
        "deviations": [
            {
                "path": each.path,
                "role": "product" if each.is_product else "source",
                "fault": "missing" if each.is_missing else "changed",
            }
            for each in check.deviations
        ],
    }


def _manifest_told(check: ManifestCheck) -> str:
    if not check.deviations:
        return f"{check.issue}：{check.files}个文件与清单一致\n"
    rows = [
        (each.path, f"{'产品' if each.is_product else '源文件'}{'不在了' if each.is_missing else '已改动'}")
        for each in check.deviations
    ]
    return f"{check.issue}：{check.files}个文件中有{len(rows)}个与清单不符；重新编制用“kjqb build”\n" + table(rows)


def _show(out: Output, verified: Sequence[Verified], file: str, *, every: bool) -> None:
    records = [data(each, file) for each in verified]
    equal = all(each.comparison.equal for each in verified)
    answer = {"schema": SCHEMA, "equal": equal, "issues": records} if every else {"schema": SCHEMA, **records[0]}
    out.show(answer, lambda: "".join(_told(each, file) for each in verified))
    for each in verified:
        for remark in each.remarks:
            out.warning(remark.text)
        page = each.comparison.first_page
        if page:
            out.note(f"{each.issue}：第{page.page}页起逐行有出入，首行为“{page.line}”")


def data(verified: Verified, file: str) -> dict[str, Any]:
    """An issue's comparison as the schema has it."""
    comparison = verified.comparison
    page = comparison.first_page
    return {
        "issue": str(verified.issue),
        "target": verified.laid_out.layout.target.value,
        "rendered": file or None,
        "equal": comparison.equal,
        "entries": [
            {
                "title": entry.title,
                "computed": entry.computed,
                "rendered": entry.rendered,
                "printed": entry.printed,
                "equal": entry.agrees,
            }
            for entry in comparison.entries
        ],
        "first_page": {"page": page.page, "line": page.line} if page else None,
        "remarks": [{"slug": remark.slug, "message": remark.text} for remark in verified.remarks],
    }


def _told(verified: Verified, file: str) -> str:
    """One line where all agrees, else the table of differences."""
    comparison = verified.comparison
    witness = file or "LibreOffice"
    if comparison.equal:
        return f"{verified.issue}：{len(comparison.entries)}篇文章的页码与{witness}一致\n"
    different = [entry for entry in comparison.entries if not entry.agrees]
    rows = [("应在", "正文在", "目次印", "篇名"), *map(_row, different)]
    head = f"{verified.issue}：{len(comparison.entries)}篇文章中有{len(different)}篇的页码与{witness}不一致\n"
    return head + table(rows)


def _row(entry: Compared) -> tuple[str, str, str, str]:
    return str(entry.computed), _page(entry.rendered), _page(entry.printed), entry.title


def _page(number: int | None) -> str:
    return "没有找到" if number is None else str(number)
