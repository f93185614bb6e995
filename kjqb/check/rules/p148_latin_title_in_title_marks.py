"""P148: title marks round the title of a book or journal in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_TITLE = Pattern("[《〈](?P<title>[A-Za-zÀ-ɏ0-9][ -~À-ɏ‘’“”–—]{0,150})[》〉]")
_STANDARD = Pattern(r"[A-Z]{1,8}(?:/[A-Z]{1,4})?[ -]?\d")
_WORD = Pattern("[A-Za-z]{2}")


@rule(
    "P148",
    "latin-title-in-title-marks",
    title="外文书刊名用了书名号",
    about="外文书名、刊名不用书名号，用斜体，或加引号，从外文的习惯。译成中文的书刊名仍用书名号；外文名称的中文书刊由编辑判断。",
    severity=Severity.WARNING,
    source=Standard("CY/T 154—2017", "10.1"),
    cues="《〈",
    examples=(
        Example(bad="论文在英文期刊《Science》上发表。", good="论文在英文期刊Science上发表。"),
        Example(
            bad="教材《Soil Science》由出版社引进。",
            good="教材《土壤学》由出版社引进。",
        ),
    ),
)
def latin_title_in_title_marks(part: Part) -> Iterator[Hit]:
    """Titles that hold no Chinese at all and are no number of a standard."""
    for match in _TITLE.finditer(part.text):
        title = match["title"]
        if _WORD.search(title) and not _STANDARD.match(title):
            yield hit(part.passage, Span(*match.span()), f"外文书刊名“{title}”不用书名号，用斜体")
