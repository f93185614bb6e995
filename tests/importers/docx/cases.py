"""Word files as the parts that Word writes, in folders of tests/data/word, with what each must become beside it.

`expected.md` is the article as its file is written, `told.txt` what the import lists: losses, then changes after `~`.
`python -m tests.importers.docx.cases` writes both anew; read the diff.
"""

import io
import re
import zipfile
from pathlib import Path

from kjqb.importers.docx.read import read_docx
from kjqb.importers.docx.reading import Revisions
from kjqb.importers.result import ImportedArticle
from kjqb.workspace.write_article import article_text

FOLDER = Path(__file__).parents[2] / "data" / "word"
CASES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = re.compile(r"([a-z]+)\d*\.xml")
_OWN = ("expected.md", "told.txt", "revisions", "relations.rels")


def word_file(case: str) -> bytes:
    """The Word file of a case; it has the styles of its folder, or else those that all share."""
    folder = FOLDER / case
    parts = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name not in _OWN}
    parts.setdefault("styles.xml", (FOLDER / "styles.xml").read_bytes())
    own = folder / "relations.rels"
    stated = own.read_text("utf-8") if own.exists() else f'<Relationships xmlns="{PACKAGE}"></Relationships>'
    listed = "".join(
        _relation(f"rAuto{match[1]}", match[1], name)
        for name in parts
        if (match := _KIND.fullmatch(name)) and match[1] not in {"document", "header", "footer"}
    )
    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{_relation("rId1", "officeDocument", "word/document.xml")}'
        "</Relationships>",
        "word/_rels/document.xml.rels": stated.replace("</Relationships>", f"{listed}</Relationships>"),
        **{f"word/{name}": content for name, content in parts.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in files.items():
            target.writestr(name, text)
    return made.getvalue()


def imported(case: str) -> ImportedArticle:
    """What the Word file of a case is imported to."""
    stated = FOLDER / case / "revisions"
    revisions = Revisions(stated.read_text("utf-8").strip()) if stated.exists() else Revisions.FINAL
    return read_docx(word_file(case), f"{case}.docx", revisions=revisions)


def told(found: ImportedArticle) -> str:
    """What it lists, a line each."""
    losses = [f"{loss.where}：{loss.what}" for loss in found.losses]
    changes = [f"~ {change.where}：{change.what}" for change in found.changes]
    return "".join(f"{line}\n" for line in [*losses, *changes])


def _relation(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'


if __name__ == "__main__":
    for each in CASES:
        now = imported(each)
        (FOLDER / each / "expected.md").write_text(article_text(now.article), "utf-8")
        (FOLDER / each / "told.txt").write_text(told(now), "utf-8")
