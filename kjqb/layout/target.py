"""The two programs whose line breaking an edition can be laid out for."""

from __future__ import annotations

from enum import Enum


class Target(Enum):
    """For whose rules pages are computed; one file cannot be right in both."""

    WORD = "word"
    """Word and WPS, told by the file to squeeze, hang and space nothing."""
    LIBREOFFICE = "libreoffice"
    """LibreOffice 7.4, which has ways of its own that no file can switch off."""
