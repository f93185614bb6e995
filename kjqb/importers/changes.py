"""What reading a plain text has put otherwise than it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kjqb.importers.result import Change
from kjqb.layout.scars import Scar
from kjqb.model.article import Article, Heading, block_passages
from kjqb.model.source import Passage


def text_changes(articles: Iterable[Article]) -> tuple[Change, ...]:
    """Lines joined, indents left out and headings told by their numbers, each kind once with its first place."""
    blocks = [block for article in articles for block in article.blocks]
    passages = [passage for block in blocks for passage in block_passages(block) if passage.text]
    headings = [block.passage for block in blocks if isinstance(block, Heading)]
    return (
        *_counted("硬换行断开的段落{}处，已接好", [each for each in passages if _is_wrapped(each)]),
        *_counted("段首的空白{}处，已去掉", [each for each in passages if _is_indented(each)]),
        *_counted("按序号定为层次标题{}处", headings),
    )


def mended_changes(scars: Iterable[Scar]) -> Iterator[Change]:
    """Every page break that was mended, at the paragraph that goes on."""
    return (Change("被分页切断的段落，已与上文接好", scar.after.extent.where) for scar in scars)


def _counted(what: str, found: Sequence[Passage]) -> Iterator[Change]:
    if found:
        yield Change(what.format(len(found)), found[0].extent.where)


def _is_wrapped(passage: Passage) -> bool:
    return len(passage.extent.text.splitlines()) > 1


def _is_indented(passage: Passage) -> bool:
    start = passage.extent.where
    assert start.line
    assert start.column
    return start.column > 1 and not passage.source.line(start.line)[: start.column - 1].strip()
