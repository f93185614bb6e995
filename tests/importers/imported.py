"""What an import gives, written out whole: the article's file, what was lost, what was changed."""

from kjqb.importers.result import ImportedArticle
from kjqb.workspace.write_article import article_text


def written_out(found: ImportedArticle) -> str:
    """The Markdown file that the article becomes, then a line for each loss (-) and change (~) with its line."""
    article = found.article
    losses = [f"- {loss.where.line or 0} {loss.what}" for loss in found.losses]
    changes = [f"~ {change.where.line or 0} {change.what}" for change in found.changes]
    joined = [f"joined {found.joined}"] if found.joined else []
    return article_text(article) + "".join(f"{line}\n" for line in ("====", *joined, *losses, *changes))
