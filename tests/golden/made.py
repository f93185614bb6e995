"""Golden issues: small whole workspaces with the editions they give.

`python -m tests.golden.made` writes the editions anew; a person reads the difference before it is committed.
"""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

from kjqb.actions.contents import lay_out_issue
from kjqb.layout.target import Target
from kjqb.render.docx.edition import docx
from kjqb.render.plain import plain
from kjqb.render.terminal.preview import preview
from kjqb.workspace.workspace import Workspace

HERE = Path(__file__).parent
WORKSPACES = tuple(sorted(path.parent for path in HERE.glob("*/kjqb.toml")))
COLUMNS = 80


def editions(folder: Path) -> Iterator[tuple[str, str]]:
    """Every edition of the workspace's newest issue: the name of its file and its text."""
    for target in Target:
        made = lay_out_issue(Workspace.find(folder), None, target)
        yield f"contents.{target.value}.toml", made.contents_text
        lines = preview(made.layout, made.layout.pages, COLUMNS).lines
        yield f"preview.{target.value}.txt", "".join(f"{line.plain.rstrip()}\n" for line in lines)
    word = lay_out_issue(Workspace.find(folder))
    yield "edition.txt", plain(word.layout)
    yield "edition.page.txt", plain(word.layout, wrap="page")
    package = zipfile.ZipFile(BytesIO(docx(word.issue, word.layout, modified=datetime(2024, 1, 1))))
    for part in ("document", "styles"):
        yield f"{part}.xml", package.read(f"word/{part}.xml").decode().replace("><", ">\n<") + "\n"


if __name__ == "__main__":
    for workspace in WORKSPACES:
        for name, text in editions(workspace):
            (workspace / "expected" / name).write_text(text, "utf-8")
