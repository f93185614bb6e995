"""Proof of page numbers: by LibreOffice, or by a file that Word or WPS has laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kjqb.actions.contents import LaidOut, lay_out_issue
from kjqb.actions.export import stated_time
from kjqb.errors import KjqbError, UsageError, Where
from kjqb.external import fonts, libreoffice, pdf
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId
from kjqb.verify.comparison import Comparison, compare
from kjqb.verify.live_numbers import with_live_numbers
from kjqb.verify.remarks import Remark, remarks_on_docx, remarks_on_pdf
from kjqb.verify.rendered import PageLines, RenderedPage, rendered_pages
from kjqb.verify.saved_docx import read_saved_docx
from kjqb.verify.word_rules import with_word_rules
from kjqb.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Verified:
    """An issue whose computed page numbers have been compared with rendered ones."""

    laid_out: LaidOut
    comparison: Comparison
    remarks: tuple[Remark, ...] = ()

    @property
    def issue(self) -> IssueId:
        """Which issue."""
        return self.laid_out.issue.id


def verify(workspace: Workspace, issues: Sequence[IssueId], target: Target | None = None) -> tuple[Verified, ...]:
    """Render issues with LibreOffice for a target (Word) and compare; one or two calls of it, however many issues.

    Raises ToolMissingError, RenderingError, and what laying out raises.
    """
    pdf.library()
    fonts.require()
    soffice = libreoffice.find()
    laid = tuple(lay_out_issue(workspace, issue, target) for issue in issues)
    with TemporaryDirectory(prefix="kjqb-verify-", ignore_cleanup_errors=True) as name:
        pages = _render(soffice, laid, Path(name))
    return tuple(
        Verified(each, compare(each.layout, _numbered(lines, each.layout)))
        for each, lines in zip(laid, pages, strict=True)
    )


def verify_rendered(workspace: Workspace, issue: IssueId | None, file: Path, target: Target | None = None) -> Verified:
    """Compare an issue with its edition as somebody saved it in Word (.docx) or printed it (.pdf).

    Raises UsageError for any other file, and what reading it raises.
    """
    laid = lay_out_issue(workspace, issue, target)
    kind = file.suffix.lower()
    if kind == ".docx":
        saved = read_saved_docx(_read(file), file.name)
        compared = compare(laid.layout, saved.pages, whole_lines=False)
        return Verified(laid, compared, tuple(remarks_on_docx(laid.layout, saved)))
    if kind == ".pdf":
        _read(file)
        pages = _numbered(pdf.pages(file), laid.layout)
        return Verified(laid, compare(laid.layout, pages), tuple(remarks_on_pdf(laid.layout, pages)))
    hint = "给出在Word中保存过的.docx文件，或从Word、WPS输出的.pdf文件"
    raise UsageError(f"“{file}”不是Word文件，也不是PDF文件", hint=hint)


class WitnessUnreadableError(KjqbError):
    """A rendered file that is not there or cannot be read."""

    slug = "unreadable"


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        what = "文件不存在" if isinstance(error, FileNotFoundError) else f"无法读取文件：{error.strerror}"
        raise WitnessUnreadableError(what, where=Where(str(file)), hint="检查文件名和权限") from None


def _render(soffice: Path, laid: Sequence[LaidOut], folder: Path) -> tuple[PageLines, ...]:
    """The lines of the issues' pages as LibreOffice makes them, told Word's rules where that is the target."""
    from kjqb.render.docx.edition import docx  # heavy, and rendered files do without

    configuration = folder / "fonts.conf"
    configuration.write_text(fonts.fontconfig(folder / "cache"), "utf-8")
    environment = {"FONTCONFIG_FILE": str(configuration)}
    files = tuple(folder / f"{rank}.docx" for rank, _ in enumerate(laid))
    for file, each in zip(files, laid, strict=True):
        edition = docx(each.issue, each.layout, modified=stated_time(each.issue, None))
        file.write_bytes(with_live_numbers(edition))
    if laid[0].layout.target is Target.WORD:
        files = libreoffice.convert(soffice, files, "fodt", folder, environment=environment)
        for file in files:
            file.write_bytes(with_word_rules(file.read_bytes()))
    return tuple(map(pdf.pages, libreoffice.convert(soffice, files, "pdf", folder, environment=environment)))


def _numbered(lines: PageLines, layout: Layout) -> tuple[RenderedPage, ...]:
    body = [page.number for page in layout.pages if not page.cover]
    return rendered_pages(lines, covers=len(layout.pages) - len(body), first=body[0])
