"""The images of a saved page: those in the folder saved beside it and those within it; none is fetched."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from kjqb import limits
from kjqb.model.article import Picture
from kjqb.workspace.pictures import PictureError, ReadImage, picture

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHOWN = 60
_SOURCES: Sequence[str] = ("src", "data-src", "data-original", "data-url")
"""Attributes with an image's address; pages that load images late have a stand-in in `src`."""

_SMALLEST = 8
"""Pixels to a side below which an image is a spacer or a counter."""


@dataclass(frozen=True, slots=True)
class SavedImages:
    """The images of a page."""

    read: ReadImage
    """From a path beside the page to a file's bytes."""

    def picture(self, element: Element) -> Picture:
        """What an `img` element shows.

        Raises PictureError where it was not saved with the page, or is of a kind that is not taken.
        """
        addresses = [text.strip() for name in _SOURCES if (text := element.get(name))]
        saved = [address for address in addresses if not _is_remote(address)]
        errors: list[PictureError] = []
        for address in saved:
            try:
                return self._picture(address)
            except PictureError as error:
                errors.append(error)
        if errors:
            raise errors[0]
        raise PictureError("图片在网上，没有随网页存下来", hint="在浏览器里另存时选“网页，全部”")

    def address(self, element: Element) -> str:
        """What an `img` element names, shortened."""
        address = next((text.strip() for name in _SOURCES if (text := element.get(name))), "")
        return address if len(address) <= _SHOWN else address[:_SHOWN] + "……"

    def _picture(self, address: str) -> Picture:
        if address[:5].lower() == "data:":
            return picture("网页里的图片", _embedded(address))
        path = unquote(address.partition("#")[0].partition("?")[0]).removeprefix("./")
        return picture(path, self.read(path))


def is_spacer(element: Element) -> bool:
    """Whether an image says itself that it is a few pixels wide or high."""
    return any(
        (size := element.get(side, "")).isdecimal() and int(size[:9]) < _SMALLEST for side in ("width", "height")
    )


def _is_remote(address: str) -> bool:
    return address.startswith("//") or address.partition(":")[0].lower() in {"http", "https", "ftp"}


def _embedded(address: str) -> bytes:
    head, _, data = address.partition(",")
    most = limits.IMAGE.value
    if len(data) > 2 * most:
        raise PictureError(f"网页里的图片大于{limits.megabytes(most)}", hint="压缩图片后再导入")
    try:
        return b64decode(unquote_to_bytes(data), validate=False) if head.endswith(";base64") else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        raise PictureError("网页里的图片数据有错", hint="在浏览器里重新保存网页") from None
