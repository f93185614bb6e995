"""Word files in the shape that Word writes become exactly what stands beside them, and list exactly what they lose."""

import pytest

from kjqb.actions.article_files import article_file
from kjqb.actions.incoming import Incoming
from kjqb.model.article import block_passages
from kjqb.ooxml.document import TAB
from kjqb.workspace.write_article import article_text

from .cases import CASES, FOLDER, imported, told, word_file


def expected(case: str, name: str) -> str:
    return (FOLDER / case / name).read_text("utf-8")


def test_there_are_enough_of_them():
    assert len(CASES) >= 20


@pytest.mark.parametrize("case", CASES)
def test_a_file_becomes_the_article_beside_it(case: str):
    found = imported(case)
    assert article_text(found.article) == expected(case, "expected.md")
    assert told(found) == expected(case, "told.txt")


@pytest.mark.parametrize("case", CASES)
def test_what_is_written_reads_back_as_the_same_article(case: str):
    found = imported(case)
    file = article_file(found.article, Incoming(f"{case}.docx", word_file(case)), set())
    assert file.unset == 0


@pytest.mark.parametrize("case", CASES)
def test_every_passage_is_what_stands_in_the_source_but_for_blanks(case: str):
    article = imported(case).article
    for block in article.blocks:
        for passage in block_passages(block):
            pieces = [passage.source.text[each.offset : each.offset + each.extent] for each in passage.pieces]
            assert "".join(pieces).replace(TAB, " ") == passage.text
