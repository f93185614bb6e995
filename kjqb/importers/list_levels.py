"""Levels of lists, such as Markdown can write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kjqb.model.article import Block, ListItem


def orderly(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a list that another block has cut begins anew, and no item stands two levels below the last."""
    level = 0
    for block in blocks:
        if isinstance(block, ListItem):
            opens = block.opens or block.level > level
            item = replace(block, level=min(block.level, level + 1), opens=opens)
            level = item.level
            yield item
        else:
            level = 0
            yield block
