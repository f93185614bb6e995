"""How safe a page number is: by how many lines the text before a title may grow or shrink and leave it on its page."""

from __future__ import annotations

from collections.abc import Sequence

from kjqb.layout.flow import Extents, extents, flow
from kjqb.layout.pages import LaidBlock
from kjqb.layout.paginate import Start
from kjqb.layout.styles import Role
from kjqb.model.page_setup import PageSetup


def slacks(blocks: Sequence[LaidBlock], starts: Sequence[Start], setup: PageSetup) -> list[int]:
    """The slack of every article's title, in order; at most a page of lines.

    Tried out, not reckoned: the pages are filled again with the first page, and with the one on which the article
    before begins, made longer or shorter line by line until the title moves. For a title that is kept with its text
    may fall to the next page with the gap this leaves, and carry the next title over.
    """
    titles = [at for at, block in enumerate(blocks) if block.role is Role.TITLE]
    found = [setup.lines] * len(titles)
    if not titles:
        return []
    whole = extents(blocks)
    _lower(found, whole, titles, starts, setup)
    for rank in range(1, len(titles)):
        before, title = titles[rank - 1 : rank + 1]
        following = [at for at in range(title + 1, len(blocks)) if not whole[at].kept]
        end = following[0] if following else len(blocks)
        near = found[rank : rank + 1]
        _lower(near, whole[before:end], [title - before], starts[before:end], setup)
        found[rank] = near[0]
    return found


def _lower(
    found: list[int], blocks: Sequence[Extents], titles: Sequence[int], starts: Sequence[Start], setup: PageSetup
) -> None:
    """Lower what was found for each title to the change of the first page that it bears."""
    depth, pitch = setup.depth.twips, setup.pitch.twips
    used, origin = starts[0].top, starts[0].page
    for lines in range(1, max(found) + 1):
        for change in (lines * pitch, -lines * pitch):
            pages = {
                segment.block: segment.page
                for segment in flow(blocks, depth, change=change, used=used)
                if not segment.first
            }
            for rank, title in enumerate(titles):
                if title and pages[title] != starts[title].page - origin:
                    found[rank] = min(found[rank], lines - 1)
