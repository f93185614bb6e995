"""Other layout engines: LibreOffice, LibreOffice told Word's rules, and OnlyOffice. Each gives lines by page."""

import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category

from kjqb.external import fonts, libreoffice
from kjqb.external.pdf import pages
from kjqb.verify.word_rules import with_word_rules

Pages = tuple[tuple[str, ...], ...]
"""The lines of each page, without white space and invisible characters."""


def libreoffice_pages(files: Sequence[Path], folder: Path) -> list[Pages]:
    """As LibreOffice sets the files."""
    return [pdf_pages(pdf) for pdf in _convert(files, "pdf", folder)]


def word_rule_pages(files: Sequence[Path], folder: Path) -> list[Pages]:
    """As LibreOffice sets the files when it is told Word's rules, as far as they are known."""
    flat = _convert(files, "fodt", folder)
    for file in flat:
        file.write_bytes(with_word_rules(file.read_bytes()))
    return libreoffice_pages(flat, folder)


def onlyoffice_pages(files: Sequence[Path], folder: Path) -> list[Pages]:
    """As OnlyOffice sets the files, in a process of its own, for it prints notices and may crash."""
    copies = [folder / f"{file.stem}.onlyoffice.docx" for file in files]
    for file, copy in zip(files, copies, strict=True):
        _substitute_fonts(file, copy)
    script = Path(__file__).with_name("run_onlyoffice.py")
    subprocess.run([sys.executable, script, *copies], check=True, capture_output=True, timeout=600)
    return [pdf_pages(copy.with_suffix(".pdf")) for copy in copies]


def pdf_pages(pdf: Path) -> Pages:
    """The lines of a PDF, page by page."""
    return tuple(tuple(filter(None, map(bare, lines))) for lines in pages(pdf))


def bare(line: str) -> str:
    """A line without white space and invisible characters."""
    return "".join(character for character in line if not character.isspace() and category(character)[0] != "C")


def _convert(files: Sequence[Path], kind: str, folder: Path) -> tuple[Path, ...]:
    configuration = folder / "fonts.conf"
    configuration.write_text(fonts.fontconfig(folder / "cache"), "utf-8")
    environment = {"FONTCONFIG_FILE": str(configuration)}
    return libreoffice.convert(libreoffice.find(), files, kind, folder, environment=environment)


def _substitute_fonts(file: Path, copy: Path) -> None:
    """Name the free fonts in the file itself, for OnlyOffice does not ask fontconfig."""
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            for font, substitute in fonts.SUBSTITUTES.items():
                data = data.replace(f'"{font}"'.encode(), f'"{substitute}"'.encode())
            target.writestr(name, data)
