"""Images of a Word file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from kjqb import limits
from kjqb.importers.docx.gathered import Gathered
from kjqb.importers.docx.text import WordText
from kjqb.importers.result import quoted
from kjqb.model.article import Figure, Picture
from kjqb.model.source import Passage
from kjqb.ooxml.document import WordImage
from kjqb.ooxml.opened import Opened, UnreadableDocxError
from kjqb.text.spans import Span
from kjqb.workspace.pictures import PictureError, picture


@dataclass(slots=True)
class Figures:
    """The images of a file, each read once."""

    package: Opened
    text: WordText
    gathered: Gathered
    _read: dict[str, Picture | str] = field(default_factory=dict)
    """By part: the picture, or why there is none."""

    def of(self, rank: int) -> Iterator[Figure]:
        """The figures of a paragraph, without captions; an image that cannot be read is a loss."""
        for image in self.text.paragraphs[rank].images:
            where = self.text.where(rank, image.at)
            found = self._picture(image)
            if isinstance(found, str):
                self.gathered.lose(f"图片未导入：{found}", where, image.description)
                continue
            if image.description.strip():
                what = f"图片的替代文字{quoted(image.description)}未导入"
                self.gathered.lose(what, where, image.description)
            at = self.text.starts[rank] + image.at
            yield Figure(found, Passage.verbatim(self.text.source, Span(at, at)))

    def _picture(self, image: WordImage) -> Picture | str:
        if image.part is None:
            return "它不在文件里，只有链接；在Word中把它嵌入后再导入"
        if image.part not in self._read:
            self._read[image.part] = self._read_part(image.part)
        return self._read[image.part]

    def _read_part(self, part: str) -> Picture | str:
        name = posixpath.basename(part)
        try:
            blob = self.package.content(part)
            if len(blob) > limits.IMAGE.value:
                return f"“{name}”大于{limits.megabytes(limits.IMAGE.value)}；压缩图片，或降低分辨率"
            return picture(name, blob)
        except UnreadableDocxError:
            return f"“{name}”不在文件里，或已损坏"
        except PictureError as error:
            return f"{error.what}；{error.hint}"
