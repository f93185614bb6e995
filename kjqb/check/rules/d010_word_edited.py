"""D010: a Word file whose text is no longer the issue's."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.hand_edits import Addition, Change, changed_stretch, hand_edits, in_source, is_another_text
from kjqb.check.rule import HOUSE, Example, Hit, rule
from kjqb.check.subject import HandEdited
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.text.spans import Span
from kjqb.text.visible import visible

_SHOWN = 14
"""Characters of a text that a message quotes."""


@rule(
    "D010",
    "word-edited",
    title="在Word里改过的字没有回到稿件",
    about=(
        "在导出的Word文件上直接改的字，下次导出就会丢失；用“--against”把Word文件与本期逐段比较，改过、增加、删去的段落都报在稿件里，"
        "由编辑决定是否改稿。目次的页码不算文字；修订按全部接受比较。"
    ),
    severity=Severity.ERROR,
    source=HOUSE,
    examples=(
        Example(
            bad="平台面向全县开放。", good="平台面向全市开放。", note="稿件里是“正”的文字，Word文件里是“误”的文字："
        ),
        Example(
            bad="平台面向全市开放。\n企业都能使用。", good="平台面向全市开放。", note="Word文件里多了一段，稿件里没有："
        ),
        Example(
            bad="平台面向全市开放。", good="平台面向全市开放。\n企业都能使用。", note="稿件里的一段，Word文件里没有："
        ),
    ),
)
def word_edited(edited: HandEdited) -> Iterator[Hit]:
    """Paragraphs that Word has otherwise, or that only one of the two has; tracked changes and comments are told."""
    if is_another_text(edited):
        yield Hit(edited.printed[0].passage.extent, "Word文件与本期几乎没有相同的段落，可能拿错了文件")
        return
    for found in hand_edits(edited):
        yield _added(found, edited) if isinstance(found, Addition) else _changed(found)
    yield from _unsettled(edited)


def _added(found: Addition, edited: HandEdited) -> Hit:
    texts = found.texts
    number = f"{len(texts)}段" if len(texts) > 1 else "一段"
    message = f"Word文件在此之后多出{number}{_quoted(texts[0])}"
    if found.after is None:
        return Hit(edited.printed[0].passage.at(0, 0), message.replace("之后", "之前"))
    passage = found.after.passage
    return Hit(passage.at(max(0, len(passage.text) - 1), len(passage.text)), message)


def _changed(found: Change) -> Hit:
    passage = found.printed.passage
    if found.now is None:
        return Hit(passage.extent, f"Word文件没有这一段{_quoted(found.printed.text)}")
    span, was, now = changed_stretch(found)
    place = in_source(found.printed, span)
    if not was:
        message = f"Word文件在此处加了{_quoted(now)}"
    elif not now:
        message = f"Word文件删去了{_quoted(was)}"
    else:
        message = f"Word文件把{_quoted(was)}改为{_quoted(now)}"
    return Hit(passage.at(place.start, place.end), message)


def _unsettled(edited: HandEdited) -> Iterator[Hit]:
    """What in Word itself awaits a decision."""
    document = edited.document
    starts = zip(document.starts, document.paragraphs, strict=True)
    revised = next((Span(at, at + len(each.text)) for at, each in starts if each.revised), Span(0, 0))
    if document.has_revisions:
        message = "Word文件里有没有接受的修订，比较时按全部接受"
        yield Hit(Extent(edited.source, revised), message, severity=Severity.INFO)
    if document.has_comments:
        yield Hit(Extent(edited.source, Span(0, 0)), "Word文件里还有批注", severity=Severity.INFO)


def _quoted(text: str) -> str:
    """A text in quotation marks, its own within them; a blank by its name."""
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
    return f"“{visible(shown.translate(_INNER))}”" if text.strip() else "空格"


_INNER = str.maketrans("“”", "‘’")
