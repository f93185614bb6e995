"""`kjqb verify`: page numbers proved by LibreOffice, or by a file that Word or WPS has laid out."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from kjqb.actions.contents import lay_out_issue
from kjqb.actions.export import ExportRequest, Format, export
from kjqb.errors import ExitCode
from kjqb.external import fonts, libreoffice
from kjqb.layout.target import Target
from kjqb.workspace.workspace import Workspace
from tests.verify.saved import DOCUMENT, changed, edition, saved_by_word

from .commands import kjqb

needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture
def saved(workspace: Path) -> Path:
    """The edition of the workspace's issue as Word has saved it."""
    laid_out = lay_out_issue(Workspace.find(workspace))
    file = workspace / "样 刊.docx"
    file.write_bytes(saved_by_word(laid_out.issue, laid_out.layout))
    return file


def test_a_file_saved_by_word_with_the_computed_pages_is_equal(saved: Path):
    result = kjqb("verify", "2024-01", "--rendered", saved.name)
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout == "2024-01：2篇文章的页码与样 刊.docx一致\n"


def test_a_title_on_another_page_is_in_the_table(saved: Path):
    turn = "<w:lastRenderedPageBreak/>"

    def one_turn_more(document: str) -> str:
        at = document.rindex("<w:t ", 0, document.rindex("乙县推广保护性耕作"))
        return document[:at] + turn + document[at:]

    saved.write_bytes(changed(saved.read_bytes(), DOCUMENT, one_turn_more))
    result = kjqb("verify", "--rendered", saved.name)
    assert result.exit_code == ExitCode.FINDINGS
    head, columns, *rows = result.stdout.splitlines()
    assert head == "2024-01：2篇文章中有1篇的页码与样 刊.docx不一致"
    assert columns.split() == ["应在", "正文在", "目次印", "篇名"]
    assert [row.split() for row in rows] == [["2", "3", "2", "乙县推广保护性耕作"]]
    assert "警告：文件属性写明共2页，记录的分页却是3页" in result.stderr
    assert "第2页起逐行有出入" in result.stderr


def test_json_has_every_entry(saved: Path):
    answer = json.loads(kjqb("verify", "--rendered", saved.name, "--json").stdout)
    assert (answer["schema"], answer["issue"], answer["equal"]) == ("kjqb.verify/1", "2024-01", True)
    assert (answer["target"], answer["rendered"]) == ("word", "样 刊.docx")
    title = "甲市建成科技资源共享平台"
    assert answer["entries"][0] == {"title": title, "computed": 2, "rendered": 2, "printed": 2, "equal": True}
    assert (answer["first_page"], answer["remarks"]) == (None, [])


def test_an_edition_older_than_its_source_is_remarked(saved: Path):
    article = saved.parent / "issues/2024-01/乙县.md"
    article.write_text(article.read_text("utf-8").replace("五万亩", "六万亩"), "utf-8")
    result = kjqb("verify", "--rendered", saved.name)
    assert "警告：文件与稿件不同：稿件里的“全县实施保护性耕作六万亩。”不在文件里" in result.stderr


def test_an_edition_that_word_never_saved_is_no_proof(saved: Path):
    laid_out = lay_out_issue(Workspace.find(saved.parent))
    saved.write_bytes(edition(laid_out.issue, laid_out.layout))
    result = kjqb("verify", "--rendered", saved.name)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "没有记录分页位置（由kjqb保存）" in result.stderr
    assert "提示：在Word中打开它" in result.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["--all", "2024-01"], ExitCode.USAGE),
        (["--all", "--rendered", "a.docx"], ExitCode.USAGE),
        (["--rendered", "kjqb.toml"], ExitCode.USAGE),
        (["--rendered", "没有.docx"], ExitCode.BAD_INPUT),
        (["--rendered", "没有.pdf"], ExitCode.BAD_INPUT),
        (["2024-02"], ExitCode.BAD_INPUT),
    ],
)
def test_wrong_requests_have_their_codes(workspace: Path, line: list[str], code: ExitCode):
    result = kjqb("verify", *line, "--json")
    assert result.exit_code == code
    assert json.loads(result.stdout)["schema"] == "kjqb.error/1"


def test_without_libreoffice_the_remedy_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    result = kjqb("verify")
    assert result.exit_code == ExitCode.TOOL_MISSING
    assert "没有找到LibreOffice" in result.stderr
    assert "apt-get install libreoffice-writer-nogui" in result.stderr


def test_without_the_pdf_library_the_remedy_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    result = kjqb("verify")
    assert result.exit_code == ExitCode.TOOL_MISSING
    assert 'pip install "kjqb[pdf]"' in result.stderr


@pytest.mark.oracle
@needs_libreoffice
@pytest.mark.parametrize("target", ["word", "libreoffice"])
def test_every_issue_is_compared(workspace: Path, target: str):
    kjqb("new", "2024-02")
    kjqb("add", "issues/2024-01/乙县.md", "--issue", "2024-02")
    result = kjqb("verify", "--all", "--target", target)
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout.splitlines() == [
        "2024-01：2篇文章的页码与LibreOffice一致",
        "2024-02：1篇文章的页码与LibreOffice一致",
    ]


@pytest.mark.oracle
@needs_libreoffice
def test_a_pdf_made_from_the_edition_is_equal_and_an_older_one_is_not(workspace: Path):
    options = ("--rendered", str(printed(workspace, Target.LIBREOFFICE)), "--target", "libreoffice")
    equal = kjqb("verify", *options)
    assert (equal.exit_code, equal.stderr) == (ExitCode.OK, "")
    first = workspace / "issues/2024-01/甲市.md"
    first.write_text(first.read_text("utf-8") + "\n" + "新增的文字。" * 150 + "\n", "utf-8")
    older = kjqb("verify", *options)
    assert older.exit_code == ExitCode.FINDINGS
    assert "1篇的页码" in older.stdout
    assert "稿件里的“新增的文字。" in older.stderr


def printed(workspace: Path, target: Target) -> Path:
    """The edition as LibreOffice prints it."""
    request = ExportRequest(output=workspace / "样刊.docx", target=target, formats=(Format.DOCX,))
    export(Workspace.find(workspace), request)
    configuration = workspace / "fonts.conf"
    configuration.write_text(fonts.fontconfig(workspace / "cache"), "utf-8")
    environment = {"FONTCONFIG_FILE": str(configuration)}
    (pdf,) = libreoffice.convert(
        libreoffice.find(), [workspace / "样刊.docx"], "pdf", workspace, environment=environment
    )
    return pdf
