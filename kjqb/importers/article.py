"""A text received from elsewhere: one article in plain text or Markdown."""

from __future__ import annotations

from enum import Enum

from kjqb.importers.changes import text_changes
from kjqb.importers.loose import loose_article
from kjqb.importers.markdown import read_markdown
from kjqb.importers.result import ImportedArticle, lost_folios
from kjqb.model.source import Source
from kjqb.workspace.pictures import ReadImage, no_images


class TextFormat(Enum):
    """How a received text is marked up."""

    PLAIN = "text"
    MARKDOWN = "markdown"


def read_article(
    source: Source, markup: TextFormat, *, title: str | None = None, images: ReadImage = no_images
) -> ImportedArticle:
    """The article that a received text is; `title` is the one that an option gives, and goes before all others.

    `images` reads those that a Markdown text names; one that it cannot read is a loss.

    A plain text loses page numbers at most: wrapped lines are joined, headings told by their numbers, and no page break
    is mended, since nobody knows on what page it stood. Markdown with front matter between `+++` lines is the
    workspace's own form and does not come here: `kjqb.workspace.article_file` reads it.

    The title's passage is empty where the text has none; whoever adds the article has to ask for one.
    """
    if markup is TextFormat.MARKDOWN:
        return read_markdown(source, title=title, images=images)
    read = loose_article(source, title)
    return ImportedArticle(read.article, losses=lost_folios(read.folios), changes=text_changes((read.article,)))
