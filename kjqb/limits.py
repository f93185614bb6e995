"""What is too much to read: every limit, in one place, each of which an environment variable can raise or lower.

A limit keeps a hostile or mistaken file from taking all time or memory. It comes from the environment, not from
kjqb.toml: kjqb.toml is itself a file that must not be too large, and checks outside of workspaces have none.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from kjqb.errors import UsageError

_KIBIBYTE = 1024
_MEBIBYTE = 1024 * _KIBIBYTE
_MOST_DIGITS = 12
"""Of a limit as stated: a terabyte. Whoever wants more than that has mistyped."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of something that is read."""

    variable: str
    """The environment variable that states another value."""
    default: int
    about: str
    """What is limited and why, for the reference."""

    @property
    def value(self) -> int:
        """The limit in force.

        Raises UsageError where the variable holds no whole number above zero.
        """
        stated = os.environ.get(self.variable, "")
        if not stated:
            return self.default
        if not (stated.isascii() and stated.isdigit() and len(stated) <= _MOST_DIGITS and int(stated) > 0):
            what = f"环境变量{self.variable}的值“{stated}”不是正整数"
            raise UsageError(what, hint=f"写成整数，如{self.variable}={self.default}；也可不设")
        return int(stated)


TEXT = Limit(
    "KJQB_MAX_TEXT",
    2 * _MEBIBYTE,
    "文本文件（文章、kjqb.toml、issue.toml、来稿）的字节数；默认2 MB，约70万汉字。",
)
"""Reading two megabytes of the worst that can be made up takes less than a minute."""

IMAGE = Limit("KJQB_MAX_IMAGE", 20 * _MEBIBYTE, "图片文件的字节数；默认20 MB，够印600 dpi的整页。")

IMAGE_SIDE = Limit("KJQB_MAX_IMAGE_SIDE", 30_000, "图片一边的像素数；默认大于1200 dpi的A3页面。")

PAGE = Limit("KJQB_MAX_PAGE", 16 * _MEBIBYTE, "网页来稿的字节数；默认16 MB，随网页保存的图片可以写在里面。")

FILE = Limit("KJQB_MAX_FILE", 64 * _MEBIBYTE, "Word、PDF等来稿的字节数；默认64 MB。")

LIMITS = (TEXT, PAGE, FILE, IMAGE, IMAGE_SIDE)
"""All of them, as the reference lists them."""


def megabytes(size: int) -> str:
    """A size in bytes as messages tell it."""
    return f"{size / _MEBIBYTE:.3g} MB"
