"""Other layout engines: LibreOffice, LibreOffice told Word's rules, and OnlyOffice. Each gives lines by page."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from kjqb.external import fonts, libreoffice
from kjqb.layout.kinsoku import may_break
from kjqb.text.characters import is_cjk

Pages = tuple[tuple[str, ...], ...]
"""The lines of each page, without white space and invisible characters."""

_BREAK, _JOIN = "\u200b", "\u2060"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def libreoffice_pages(files: Sequence[Path], folder: Path) -> list[Pages]:
    """As LibreOffice sets the files."""
    return [pdf_pages(pdf) for pdf in _convert(files, "pdf", folder)]


def word_rule_pages(files: Sequence[Path], folder: Path) -> list[Pages]:
    """As LibreOffice sets the files when it is told Word's rules, as far as they are known."""
    flat = _convert(files, "fodt", folder)
    for file in flat:
        file.write_bytes(_with_word_rules(file.read_bytes()))
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
    said = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    *pages, _ = said.split("\f")
    return tuple(tuple(filter(None, map(bare, page.split("\n")))) for page in pages)


def bare(line: str) -> str:
    """A line without white space and invisible characters."""
    return re.sub(rf"[\s{_BREAK}{_JOIN}]", "", line)


def _convert(files: Sequence[Path], kind: str, folder: Path) -> tuple[Path, ...]:
    configuration = folder / "fonts.conf"
    configuration.write_text(fonts.fontconfig(folder / "cache"), "utf-8")
    environment = {"FONTCONFIG_FILE": str(configuration)}
    return libreoffice.convert(libreoffice.find(), files, kind, folder, environment=environment)


def _substitute_fonts(file: Path, copy: Path) -> None:
    """Name the free fonts in the file itself, for OnlyOffice does not ask fontconfig."""
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            for font, substitute in fonts.SUBSTITUTES.items():
                text = text.replace(f'"{font}"', f'"{substitute}"')
            target.writestr(name, text)


def _with_word_rules(flat: bytes) -> bytes:
    """No automatic space, no hanging marks, and Word's choice wherever Latin and Chinese meet.

    LibreOffice asks the Unicode algorithm there, which knows nothing of 避头尾, and leaves out the letter-spacing
    behind a run's last character; an invisible character at each border, that allows a break or forbids it, cures both.
    """
    text = flat.decode()
    text = text.replace('text-autospace="ideograph-alpha"', 'text-autospace="none"')
    text = text.replace('punctuation-wrap="hanging"', 'punctuation-wrap="simple"')
    root = etree.fromstring(text.encode())
    for paragraph in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        _mark_borders(paragraph)
    marked: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return marked


def _mark_borders(paragraph: etree._Element) -> None:
    holders = list(_texts(paragraph))
    whole = "".join(text for _, _, text in holders)
    at = 0
    for holder, slot, text in holders:
        marked = ""
        for character in text:
            marked += character
            at += 1
            if at < len(whole) and is_cjk(whole[at - 1]) != is_cjk(whole[at]) and " " not in whole[at - 1 : at + 1]:
                marked += _BREAK if may_break(whole, at) else _JOIN
        setattr(holder, slot, marked)


def _texts(element: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Every stretch of text below an element, in order: its holder, `text` or `tail`, and what it says."""
    if element.text:
        yield element, "text", element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child, "tail", child.tail
