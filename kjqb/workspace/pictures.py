"""The pictures of articles: image files by the paths that the articles name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from kjqb import limits
from kjqb.errors import KjqbError
from kjqb.model.article import Picture
from kjqb.units import EMU_PER_TWIP, Length
from kjqb.workspace.image_header import ImageHeaderError, read_header

_EMU_PER_INCH = 914_400

FOLDER = "images"
"""Where an issue's folder keeps the images of imported articles."""

ReadImage = Callable[[str], bytes]
"""From the path that an article names to the file's bytes; raises PictureError."""


class PictureError(KjqbError):
    """An image that cannot be read, or is none."""

    slug = "bad-picture"


def images_of(folder: Path, root: Path) -> ReadImage:
    """The images of an article that stands in a folder; none may lie outside of `root`."""

    def read(file: str) -> bytes:
        if not is_local(file):
            raise PictureError(
                f"图片“{file}”的路径不能用", hint="把图片放进文章所在的文件夹，写相对路径，如“images/1.png”"
            )
        path = _resolved(folder / file, file)
        if not path.is_relative_to(root.resolve()):
            hint = "把图片本身放进文章所在的文件夹，不用“..”和符号链接"
            raise PictureError(f"图片“{file}”在工作区或文稿的文件夹外面", hint=hint)
        return _bytes(path, file)

    return read


def no_images(file: str) -> bytes:
    """The images of a text that stands in no folder: none.

    Raises PictureError.
    """
    raise PictureError(f"无法读取图片“{file}”：文稿不是从文件读入的", hint="把文稿和图片存成文件再读")


def is_local(file: str) -> bool:
    """Whether it is a path from the article's folder, not an address and not one of this computer alone."""
    return bool(file) and not file.startswith("/") and not any(mark in file for mark in (":", "\\", "\0"))


def picture(file: str, blob: bytes) -> Picture:
    """The picture that an image file holds; a file that states no resolution has 72 dots to the inch.

    Raises PictureError.
    """
    try:
        header = read_header(blob)
    except ImageHeaderError as error:
        raise PictureError(f"“{file}”不是可用的图片，或已损坏", hint=_KINDS) from error
    pixels = (header.width, header.height)
    width, height = (_length(side, dots) for side, dots in zip(pixels, (header.across, header.down), strict=True))
    if not (all(0 < side <= limits.IMAGE_SIDE.value for side in pixels) and min(width, height) > Length(0)):
        raise PictureError(f"图片“{file}”的尺寸不合理：{pixels[0]}×{pixels[1]}像素", hint="另存为大小合适的图片")
    return Picture(file, blob, width, height)


def stored_name(picture: Picture) -> str:
    """The path under which an issue's folder keeps the picture: by its content, so that none takes another's place."""
    from hashlib import sha256  # loads OpenSSL

    return str(PurePosixPath(FOLDER) / f"{sha256(picture.blob).hexdigest()[:12]}.{read_header(picture.blob).kind}")


_KINDS = "可以用PNG、JPEG、GIF、BMP、TIFF；另存为其中一种"


def _length(pixels: int, dots: int) -> Length:
    """Rounded by way of whole EMU, as the Word edition states it."""
    return Length(round(int(pixels / dots * _EMU_PER_INCH) / EMU_PER_TWIP))


def _resolved(path: Path, file: str) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise _unreadable(file) from error


def _unreadable(file: str) -> PictureError:
    return PictureError(f"无法读取图片“{file}”", hint="检查路径和读取权限")


def _bytes(path: Path, file: str) -> bytes:
    most = limits.IMAGE.value
    try:
        if not path.is_file():
            raise PictureError(f"没有图片“{file}”", hint="检查文件名；路径从文章所在的文件夹写起，如“images/1.png”")
        with path.open("rb") as opened:
            blob = opened.read(most + 1)
    except OSError as error:
        raise _unreadable(file) from error
    if len(blob) > most:
        hint = "压缩图片，或降低分辨率后另存"
        raise PictureError(f"图片“{file}”大于{limits.megabytes(most)}", hint=hint)
    return blob
