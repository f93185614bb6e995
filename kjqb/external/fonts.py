"""The fonts with which LibreOffice checks pages: free ones whose Han characters are one em wide."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

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
    """A fontconfig file that maps the fonts of editions to the free ones, whatever else is installed."""
    folders = "".join(f"<dir>{folder}</dir>" for folder in _FOLDERS)
    matches = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(substitute)}</string></edit></match>'
        for name, substitute in SUBSTITUTES.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{folders}<cachedir>{escape(str(cache))}</cachedir>{matches}</fontconfig>"
    )
