"""Editions of one article, and the parts of their files."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.model.article import Block
from kjqb.model.bulletin import Bulletin
from kjqb.render.docx.edition import docx
from tests.issues import article, bulletin, issue

Node = BaseOxmlElement


@dataclass(frozen=True)
class Edition:
    """A Word edition and the layout that it was made from."""

    layout: Layout
    data: bytes

    @property
    def names(self) -> list[str]:
        """The names of its parts."""
        return zipfile.ZipFile(io.BytesIO(self.data)).namelist()

    def part(self, name: str) -> bytes:
        """A part as it stands in the file."""
        return zipfile.ZipFile(io.BytesIO(self.data)).read(name)

    def root(self, name: str = "word/document.xml") -> Node:
        """The root of a part."""
        return parse_xml(self.part(name))

    def find(self, tag: str, name: str = "word/document.xml") -> list[Node]:
        """All elements of a name such as `w:tbl` in a part, in order."""
        return list(self.root(name).iter(qn(tag)))


def edition(*blocks: str | Block, notes: Mapping[str, str] | None = None, of: Bulletin | None = None) -> Edition:
    """The edition of an issue of one article with these blocks and footnotes."""
    one = issue(article("题目", *blocks, notes=dict(notes or {})))
    layout = lay_out(one, of or bulletin(), Target.WORD)
    return Edition(layout, docx(one, layout, modified=datetime(2024, 3, 20)))


def value(node: Node | None, name: str = "val") -> str:
    """An attribute of the `w` namespace; the element and the attribute must be there."""
    assert node is not None
    return str(node.attrib[qn(f"w:{name}")])


def values(nodes: list[Node], path: str, name: str = "val") -> list[str]:
    """The same of an element below each node."""
    return [value(node.find(path, node.nsmap), name) for node in nodes]


def has(node: Node, path: str) -> bool:
    """Whether an element stands below a node."""
    return node.find(path, node.nsmap) is not None


def texts(node: Node) -> Iterator[str]:
    """What stands in the runs of a node."""
    return (text.text or "" for text in node.iter(qn("w:t")))
