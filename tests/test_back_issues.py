"""A whole back issue's way: imported, laid out, checked and built, as an editor would run it.

Once with the scarred issue that stands in the project, once with the text of a really printed one where it is at hand.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

OURS = Path(__file__).parent / "data" / "back_issue"
PRINTED = Path(__file__).resolve().parents[2] / "shared" / "seed"
KJQB = (sys.executable, "-m", "kjqb")


@dataclass(frozen=True, slots=True)
class BackIssue:
    """A text, the facts about it, and a workspace into which it has been imported."""

    text: Path
    facts: dict[str, Any]
    workspace: Path
    imported: dict[str, Any]

    @property
    def id(self) -> str:
        masthead = self.facts["masthead"]
        return f"{masthead['year']}-{masthead['number']:02}"


def run(folder: Path, *arguments: str, code: int = 0) -> str:
    """Run a command line in a folder; what it wrote to standard output."""
    done = subprocess.run([*KJQB, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout


def run_json(folder: Path, *arguments: str, code: int = 0) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(folder, *arguments, "--json", code=code))
    return answer


@pytest.fixture(scope="module", params=["ours", "printed"])
def back_issue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BackIssue:
    folder = OURS if request.param == "ours" else PRINTED
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: the printed issue's text is not part of the project")
    text = next(file for file in folder.glob("20*.txt"))
    facts = json.loads((folder / "expected.json").read_text("utf-8"))
    outside = tmp_path_factory.mktemp(str(request.param))
    run(outside, "init", "w", "--preset", "bulletin")
    workspace = outside / "w"
    imported = run_json(workspace, "import", str(text), "--issue", text.stem)
    return BackIssue(text, facts, workspace, imported)


def test_the_contents_list_has_the_printed_titles_and_pages(back_issue: BackIssue):
    contents = run_json(back_issue.workspace, "toc")
    assert contents["schema"] == "kjqb.toc/1"
    printed = [(entry["title"], entry["page"]) for entry in back_issue.facts["toc"]]
    assert [(entry["title"], entry["page"]) for entry in contents["entries"]] == printed
    assert contents["pages"] == back_issue.facts["pages"]


def test_every_target_gives_the_printed_pages(back_issue: BackIssue):
    contents = run_json(back_issue.workspace, "toc", "--target", "libreoffice")
    assert [entry["page"] for entry in contents["entries"]] == [entry["page"] for entry in back_issue.facts["toc"]]


def test_every_page_break_is_mended_and_nothing_else(back_issue: BackIssue):
    joined = sum(article["joined"] for article in back_issue.imported["articles"])
    assert joined == len(back_issue.facts["paragraphs_cut_by_a_page_break_at_line"])
    assert len(run_json(back_issue.workspace, "list")["articles"]) == len(back_issue.facts["toc"])


def test_no_han_character_is_lost(back_issue: BackIssue):
    issue = back_issue.workspace / "issues" / back_issue.id
    kept = "".join(file.read_text("utf-8") for file in (*issue.glob("*.md"), issue / "issue.toml"))
    contents = {line for line in back_issue.text.read_text("utf-8").splitlines() if re.search(r"[.…]\d+$", line)}
    for line in back_issue.text.read_text("utf-8").splitlines():
        if line not in contents:
            for phrase in re.findall(r"[\u4e00-\u9fff]+", line):
                assert phrase in kept or phrase in ("年第", "期", "年", "第", "编辑")


def test_regions_are_recognised_in_the_titles(back_issue: BackIssue):
    wanted = [entry.get("region") for entry in back_issue.facts["toc"]]
    found = []
    for article in run_json(back_issue.workspace, "list")["articles"]:
        match = re.search(r'^regions = \["(\d{6})"', (back_issue.workspace / article["file"]).read_text("utf-8"), re.M)
        found.append(match[1] if match else None)
    assert found == wanted


def test_the_check_finds_the_defects_at_their_lines(back_issue: BackIssue):
    report = run_json(back_issue.workspace, "check", str(back_issue.text), code=1)
    found = {(finding["line"], finding["code"]) for finding in report["findings"]}
    for lines, what in back_issue.facts["defects_at_line"].items():
        codes = codes_of(what)
        for line in lines_of(lines) if codes else ():
            assert any((line, code) in found for code in codes) or codes == {"T605"}, f"{line}: {what}"
    assert {line for line, code in found if code == "S507"} == set(
        back_issue.facts["paragraphs_cut_by_a_page_break_at_line"]
    )
    assert any(code == "T605" for _, code in found)


def test_the_check_is_silent_where_nothing_is_wrong(back_issue: BackIssue):
    report = run_json(back_issue.workspace, "check", str(back_issue.text), code=1)
    defective = {line for lines in back_issue.facts["defects_at_line"] for line in lines_of(lines)}
    defective |= set(back_issue.facts["paragraphs_cut_by_a_page_break_at_line"])
    for finding in report["findings"]:
        hint = finding["severity"] == "info"
        assert hint or finding["code"] in {"K201", "M705"} or finding["line"] in defective, finding


def test_the_build_stops_at_findings_and_writes_nothing(back_issue: BackIssue):
    run(back_issue.workspace, "build", code=1)
    assert not (back_issue.workspace / "dist").exists()


def codes_of(defect: str) -> set[str]:
    """The rules that answer to a defect as the facts describe it; none where no rule of this version does."""
    table = {
        "full stop": {"P109"},
        "half-width brackets": {"P103"},
        "the same": {"P103"},
        "numbered 二是 again": {"S501"},
        "third": {"S501"},
        "half-width comma": {"P101"},
        "half-width colon": {"P101"},
        "leaders": {"T605"},
    }
    return next((codes for words, codes in table.items() if words in defect), set())


def lines_of(lines: str) -> range:
    first, _, last = lines.partition("-")
    return range(int(first), int(last or first) + 1)
