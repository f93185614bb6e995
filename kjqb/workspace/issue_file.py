"""issue.toml: what an issue is, before its articles are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kjqb.errors import Where
from kjqb.model.article import Ignore
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import IssueId, Masthead
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Passage, Source
from kjqb.workspace.bulletin_file import colophon, ignores
from kjqb.workspace.decode import Decoder
from kjqb.workspace.layout_table import page_setup
from kjqb.workspace.schema import IssueFile
from kjqb.workspace.toml_document import read_toml

SUFFIX = ".md"
"""Of an article's file."""


@dataclass(frozen=True, slots=True)
class IssueFrame:
    """An issue without its articles."""

    id: IssueId
    source: Source
    masthead: Masthead
    colophon: tuple[Passage, ...]
    page_setup: PageSetup
    date: date | None
    whole_number: int | None
    listed: tuple[Passage, ...] | None
    """The names of its articles' files, in order; None where all files of the folder are its articles."""
    printed: dict[str, int]
    """Pages by the names of articles' files."""
    ignores: tuple[Ignore, ...]

    def where(self, name: str) -> Where:
        """The place at which an article's file is listed; the file itself where nothing is listed."""
        found = (listed.extent.where for listed in self.listed or () if listed.text == name)
        return next(found, Where(self.source.name))


def read_issue_frame(source: Source, issue: IssueId, bulletin: Bulletin) -> IssueFrame:
    """What issue.toml says of the issue whose folder it stands in; what it leaves out, kjqb.toml says.

    Raises TomlSyntaxError and FaultyFileError.
    """
    decoder = Decoder(read_toml(source))
    file = decoder.file(IssueFile)
    setup, lines = bulletin.page_setup, bulletin.colophon
    if file is not None:
        _judge_number(file, issue, decoder)
        _judge_names(file, decoder)
        if file.layout:
            setup = page_setup(file.layout, setup, decoder, ("layout",))
        if file.colophon:
            lines = colophon(file.colophon, decoder, ("colophon", "lines"))
    decoder.finish()
    assert file is not None
    return IssueFrame(
        id=issue,
        source=source,
        masthead=Masthead(file.masthead.title or bulletin.title, file.masthead.office or bulletin.office),
        colophon=lines,
        page_setup=setup,
        date=file.date,
        whole_number=file.whole_number,
        listed=file.articles,
        printed=dict(file.printed),
        ignores=ignores(file.ignore),
    )


def _judge_number(file: IssueFile, issue: IssueId, decoder: Decoder) -> None:
    stated = IssueId(file.year, file.number)
    if stated != issue:
        path = ("year",) if file.year != issue.year else ("number",)
        what = f"这里写的是{stated.label}，文件夹名说的是{issue.label}"
        decoder.blame(what, path, hint="改正年份、期号或文件夹名，使三者一致")


def _judge_names(file: IssueFile, decoder: Decoder) -> None:
    names: set[str] = set()
    for rank, listed in enumerate(file.articles or ()):
        path = ("articles", rank)
        if not is_file_name(listed.text):
            hint = f"只写文件名，如“题目{SUFFIX}”；文件放在本期的文件夹里"
            decoder.blame(f"“{listed.text}”不是文章的文件名", path, hint=hint)
        elif listed.text in names:
            decoder.blame(f"“{listed.text}”列了两次", path, hint="删去其中一处")
        names.add(listed.text)
    for name in file.printed:
        if file.articles is not None and name not in names:
            decoder.blame(f"“{name}”不在本期文章之列", ("printed", name), hint="改正文件名，或删去这一行")


def is_file_name(name: str) -> bool:
    """Whether it names a Markdown file in the issue's own folder."""
    return name.lower().endswith(SUFFIX) and not name.startswith(".") and not any(mark in name for mark in "/\\:\0")
