"""What kjqb runs with: versions, and what is missing."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata

from kjqb import __version__
from kjqb.errors import ToolMissingError
from kjqb.external import fonts, libreoffice, pdf

LIBRARIES = ("click", "rich", "tomli", "markdown-it-py", "python-docx", "lxml", "filelock")
"""What kjqb cannot do without."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that was looked for."""

    name: str
    found: str
    """Its version; empty where it is missing."""
    required: bool
    hint: str = ""
    """What to do where it is missing."""

    @property
    def is_met(self) -> bool:
        """Whether it is there, or need not be."""
        return bool(self.found) or not self.required


def doctor() -> tuple[Condition, ...]:
    """Look for everything, in the order in which it is told."""
    return (
        Condition("kjqb", __version__, required=True),
        Condition("Python", platform.python_version(), required=True),
        *(_library(name) for name in LIBRARIES),
        _libreoffice(),
        _fonts(),
        _pdf_library(),
    )


def _library(name: str) -> Condition:
    hint = f"用“pip install {name}”安装"
    try:
        return Condition(name, metadata.version(name), required=True)
    except metadata.PackageNotFoundError:
        return Condition(name, "", required=True, hint=hint)


def _libreoffice() -> Condition:
    try:
        return Condition("LibreOffice", libreoffice.version(libreoffice.find()), required=False)
    except ToolMissingError as error:
        return Condition("LibreOffice", "", required=False, hint=error.hint)


def _fonts() -> Condition:
    try:
        fonts.require()
    except ToolMissingError as error:
        return Condition("核对用的字体", "", required=False, hint=error.hint)
    return Condition("核对用的字体", "齐备", required=False)


def _pdf_library() -> Condition:
    try:
        pdf.library()
    except ToolMissingError as error:
        return Condition(pdf.PACKAGE, "", required=False, hint=error.hint)
    return Condition(pdf.PACKAGE, metadata.version(pdf.PACKAGE), required=False)
