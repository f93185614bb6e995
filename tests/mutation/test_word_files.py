"""One fault of layout, put into the XML of a clean edition: it is found, by the rule whose fault it is."""

import re
import shutil
import zipfile
from pathlib import Path
from random import Random

import pytest

from kjqb.actions.check import CheckRequest, check
from kjqb.actions.export import ExportRequest, Format, export
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace

ROOT = Path(__file__).parents[2]
TIMES = 3
DOCUMENT, STYLES, FOOTER = "word/document.xml", "word/styles.xml", "word/footer1.xml"
BODY = "仿宋_GB2312"


def _run(face: str) -> str:
    """Of a run of six Han and more, set in a face: where its properties end."""
    return rf'(?<=w:cs="{face}" w:hint="eastAsia"/>)(?=</w:rPr><w:t xml:space="preserve">[一-龥]{{6}})'


def _face(style: str) -> str:
    """Of the first run of a paragraph: the faces that it names."""
    return rf'(?<=<w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>)<w:rFonts [^>]*/>'


SONG = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/>'
TITLE = '(<w:pStyle w:val="Heading1"/>(?:(?!</w:p>).)*?<w:rPr>)<w:rFonts [^>]*/>'
LATIN_SLOT = '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="Times New Roman"/>'

FAULTS = {
    "D001 paper": (DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    "D001 margin": (DOCUMENT, 'w:right="1438"', 'w:right="2000"'),
    "D002 font": (DOCUMENT, _face("BodyText"), SONG),
    "D002 size": (STYLES, '(?<=w:styleId="BodyText">)(.*?)<w:sz w:val="30"/>', r'\1<w:sz w:val="24"/>'),
    "D003 font": (DOCUMENT, _face("Heading2"), SONG),
    "D004 font": (DOCUMENT, TITLE, r"\1" + SONG),
    "D005 pitch": (
        STYLES,
        '(?<=w:styleId="BodyText">)(.*?)w:line="600" w:lineRule="exact"',
        r'\1w:line="360" w:lineRule="auto"',
    ),
    "D006 marks": (FOOTER, "—", "-"),
    "D006 side": (FOOTER, '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'),
    "D007 slot": (DOCUMENT, _face("BodyText"), LATIN_SLOT),
    "D008 leader": (STYLES, '(?<=w:styleId="TOC1">)(.*?)w:leader="dot"', r'\1w:leader="none"'),
    "D009 blanks": (
        DOCUMENT,
        '(?<=<w:pStyle w:val="BodyText"/>)</w:pPr>(<w:r>.*?<w:t xml:space="preserve">)',
        r'<w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>\1　　',
    ),
    "D011 break": (DOCUMENT, "(?<=[一-龥])(?=，[一-龥])", '</w:t><w:br/><w:t xml:space="preserve">'),
    "D012 unit": (DOCUMENT, "(?<=[0-9]) (?=(?:mm|pt)<)", '</w:t><w:br/><w:t xml:space="preserve">'),
    "D013 colour": (DOCUMENT, _run(BODY), '<w:color w:val="FF0000"/>'),
    "D014 line": (DOCUMENT, _run(BODY), '<w:u w:val="single"/>'),
}
"""By code and name: the part of the file, where it can be spoilt, and what it becomes there."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("workspace")
    shutil.copy(ROOT / "kjqb.toml", folder)
    shutil.copytree(ROOT / "issues", folder / "issues")
    return Workspace.find(folder)


@pytest.fixture(scope="module")
def edition(workspace: Workspace) -> Path:
    file = workspace.root / "clean.docx"
    export(workspace, ExportRequest(issue=IssueId(2026, 11), formats=(Format.DOCX,), output=file))
    return file


def codes(workspace: Workspace, file: Path, against: Path | None = None) -> list[str]:
    names = ("2026-11",) if against else (str(file),)
    request = CheckRequest(names=names, base=workspace.root, against=str(against or ""))
    return [finding.code for finding in check(request).report.findings]


def spoilt(edition: Path, part: str, pattern: str, change: str, random: Random) -> Path:
    """A copy of the edition, changed at one place of those that match."""
    copy = edition.with_name(f"spoilt{random.random()}.docx")
    with zipfile.ZipFile(edition) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text = data.decode("utf-8")
                match = random.choice(list(re.finditer(pattern, text, re.DOTALL)))
                data = (text[: match.start()] + match.expand(change) + text[match.end() :]).encode("utf-8")
            new.writestr(name, data)
    return copy


def test_the_clean_edition_has_no_fault(workspace: Workspace, edition: Path) -> None:
    assert [code for code in codes(workspace, edition) if code.startswith("D")] == []
    assert "D010" not in codes(workspace, edition, against=edition)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_layout_is_found(workspace: Workspace, edition: Path, fault: str) -> None:
    random = Random(fault)
    missed = [
        file.name
        for file in (spoilt(edition, *FAULTS[fault], random) for _ in range(TIMES))
        if fault[:4] not in codes(workspace, file)
    ]
    assert missed == []


@pytest.mark.parametrize("change", ["", "某某", "。"])
def test_a_word_changed_by_hand_is_found(workspace: Workspace, edition: Path, change: str) -> None:
    random = Random(change)
    file = spoilt(edition, DOCUMENT, "(?<=[一-龥]{3})[一-龥]{2}(?=[一-龥]{3})", change, random)
    assert "D010" in codes(workspace, edition, against=file)
