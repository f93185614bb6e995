"""Tracked changes of which nobody has said whether they hold."""

from __future__ import annotations

from kjqb.errors import KjqbError, Where


class UndecidedRevisionsError(KjqbError):
    """A file with tracked changes, and nobody has said which text is wanted."""

    slug = "revisions-undecided"

    def __init__(self, name: str, revisions: tuple[str, ...]) -> None:
        hint = "用“--revisions final”取修订后的文字，用“--revisions original”取修订前的文字"
        super().__init__(f"文件里有{len(revisions)}处修订，没有说取哪一种文字", where=Where(name), hint=hint)
        self.revisions = revisions
        """In words, in the order of the text."""
