"""The fonts with which LibreOffice checks pages: free ones whose Han characters are one em wide."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from kjqb.errors import ToolMissingError

SONG, KAI, SERIF = "AR PL SungtiL GB", "AR PL KaitiM GB", "Liberation Serif"

SUBSTITUTES = {
    "方正小标宋简体": SONG,
    "黑体": SONG,
    "仿宋_GB2312": SONG,
    "宋体": SONG,
    "楷体_GB2312": KAI,
    "Times New Roman": SERIF,
}
"""For each font of an edition a free one of the same advances (Debian: fonts-arphic-*, fonts-liberation)."""

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")


def fontconfig(cache: Path) -> str:
    """A fontconfig file that maps the fonts of editions to the free ones, and knows no other font.

    So a character that the free fonts lack is one em wide, whatever else is installed.
    """
    folders = "".join(f"<dir>{folder}</dir>" for folder in _FOLDERS)
    matches = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(substitute)}</string></edit></match>'
        for name, substitute in SUBSTITUTES.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{folders}<cachedir>{escape(str(cache))}</cachedir>{matches}{_only()}</fontconfig>"
    )


def _only() -> str:
    """The fonts that are taken."""
    accepted = "".join(
        f'<pattern><patelt name="family"><string>{escape(name)}</string></patelt></pattern>'
        for name in dict.fromkeys(SUBSTITUTES.values())
    )
    rejected = "<rejectfont><pattern></pattern></rejectfont>"
    return f"<selectfont>{rejected}<acceptfont>{accepted}</acceptfont></selectfont>"


def require() -> None:
    """Raise ToolMissingError when one of the free fonts is not installed.

    Where there is no fontconfig (on Windows and macOS) nobody can say, and the system's own fonts serve.
    """
    missing = _missing()
    if missing:
        hint = "在Debian、Ubuntu上用“apt-get install fonts-arphic-gbsn00lp fonts-arphic-gkai00mp fonts-liberation”安装"
        raise ToolMissingError(f"没有找到核对页码所用的字体{'、'.join(missing)}", hint=hint)


def _missing() -> tuple[str, ...]:
    listing = shutil.which("fc-list")
    if listing is None:
        return ()
    said = subprocess.run([listing, ":", "family"], capture_output=True, check=False, timeout=60).stdout.decode()
    installed = {name.strip() for line in said.splitlines() for name in line.split(",")}
    return tuple(name for name in dict.fromkeys(SUBSTITUTES.values()) if name not in installed)
