"""Whatever a Word file holds, it is imported or refused with an error of our own, and reads back as it was imported."""

import io
import re
import zipfile
from contextlib import suppress
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kjqb.actions.article_files import article_file
from kjqb.actions.incoming import Incoming
from kjqb.errors import ExitCode, KjqbError
from kjqb.importers.docx.read import read_docx, read_docx_issue
from kjqb.importers.docx.reading import Revisions
from kjqb.model.page_setup import BULLETIN

from .cases import CASES, word_file

NAMES = ("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "moveTo", "sdt", "sdtContent", "hyperlink", "fldChar", "pPr")
VALUES = ("", "-1", "0", "1", "9", "99999999999", "begin", "separate", "end", "continue", "restart", "TOC", "９", "%1")
ELEMENT = re.compile(rb"<(/?)w:(\w+)([^<>]*)>")
VALUE = re.compile(rb'(w:(?:val|id|fldCharType|ilvl|char)=")[^"]*"')
PARTS = ("document.xml", "numbering.xml", "styles.xml", "footnotes.xml", "document.xml.rels")
MUTATIONS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 10_000), st.integers(0, 10_000)), max_size=6)


def taken(data: bytes, revisions: Revisions = Revisions.FINAL) -> None:
    """Import it, as an article and as an issue; nothing but our own errors, and never one that is our fault."""
    code = ExitCode.BAD_INPUT
    try:
        found = read_docx(data, "来稿.docx", revisions=revisions)
        article_file(found.article, Incoming("来稿.docx", data), set())
    except KjqbError as error:
        code = error.exit_code
    assert code is ExitCode.BAD_INPUT
    with suppress(KjqbError):
        read_docx_issue(data, "2024-01.docx", BULLETIN, revisions=revisions)


def mutated(data: bytes, mutations: list[tuple[int, int, int]]) -> bytes:
    """The file with elements renamed, doubled, dropped and values changed; still well-formed as a rule."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(PARTS):
                for kind, at, other in mutations:
                    content = changed(content, kind, at, other)
            target.writestr(name, content)
    return made.getvalue()


def changed(content: bytes, kind: int, at: int, other: int) -> bytes:
    found = list(VALUE.finditer(content) if kind == 0 else ELEMENT.finditer(content))
    if not found:
        return content
    match = found[at % len(found)]
    if kind == 0:
        return (
            content[: match.start()] + match[1] + VALUES[other % len(VALUES)].encode() + b'"' + content[match.end() :]
        )
    name = re.escape(match[2])
    if kind == 1:  # all elements of a name get another one
        return re.sub(rb"(</?w:)" + name + rb"(?=[\s/>])", rb"\1" + NAMES[other % len(NAMES)].encode(), content)
    pattern = rb"<w:%b(?:\s[^<>]*)?(?:/>|>(?:(?!<w:%b[\s>]).)*?</w:%b>)"
    whole = re.compile(pattern % (name, name, name), re.DOTALL)
    inner = whole.search(content, match.start())
    if not inner:
        return content
    kept = b"" if kind == 2 else inner[0] * 2
    return content[: inner.start()] + kept + content[inner.end() :]


@cache
def cached(case: str) -> bytes:
    return word_file(case)


@given(st.binary(max_size=400))
def test_random_bytes_are_refused(data: bytes):
    taken(data)


@settings(deadline=None)
@given(st.sampled_from(CASES), st.binary(min_size=1, max_size=8), st.floats(0, 1, exclude_max=True))
def test_files_with_damaged_bytes_are_read_or_refused(case: str, damage: bytes, place: float):
    data = bytearray(cached(case))
    at = int(place * len(data))
    data[at : at + len(damage)] = damage
    taken(bytes(data))


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(CASES), MUTATIONS, st.sampled_from([Revisions.FINAL, Revisions.ORIGINAL]))
def test_files_with_changed_elements_are_imported_whole_or_refused(
    case: str, mutations: list[tuple[int, int, int]], revisions: Revisions
):
    taken(mutated(cached(case), mutations), revisions)
