"""C803: full names where a short name has been defined."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.check.short_names import ShortName, short_names
from kjqb.model.article import Article, ListItem, Paragraph
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_FULL = Pattern(r"(?:《(?P<title>[^《》\n]{4,80})》|“(?P<quoted>[^“”\n]{4,40})”)$")
_LONGEST = 82
_SHORTEST = 3
"""So much longer than the short name a full name is at least."""
_LEADS = frozenset("对由与和在向为经将是据及以从到被把给让使了的之并")
_WORDS = Pattern("建成|成立|组建|设立|印发|建立|制定|出台|举办|召开|发布|实施|推进|建设|启动|开展|依托|根据|按照|关于")


@rule(
    "C803",
    "full-name-repeated",
    title="定了简称而后文仍用全称",
    about="注明“以下简称”之后，正文里改用简称，全篇一致。小标题、引文、图表和别的文件题目里的全称不算。",
    severity=Severity.INFO,
    source=PRACTICE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(
            bad=(
                "某市印发《科技企业孵化器管理办法》（以下简称《办法》）。《办法》共6章。\n"
                "《科技企业孵化器管理办法》自2024年3月1日起施行。"
            ),
            good="某市印发《科技企业孵化器管理办法》（以下简称《办法》）。《办法》共6章。\n《办法》自2024年3月1日起施行。",
        ),
        Example(
            bad="科技资源共享服务平台（以下简称共享平台）建成。共享平台面向全市开放，科技资源共享服务平台由市财政保障。",
            good="科技资源共享服务平台（以下简称共享平台）建成。共享平台面向全市开放，共享平台由市财政保障。",
        ),
    ),
)
def full_name_repeated(article: Article) -> Iterator[Hit]:
    """Full names in paragraphs behind the definition of their short name."""
    names = {name.name: name for name in reversed(short_names(article)) if name.is_promised}
    if not names:
        return
    running = {id(block.passage) for block in article.blocks if isinstance(block, Paragraph | ListItem)}
    passages = list(article.passages)
    for name in names.values():
        for index, passage in enumerate(passages[name.index :], start=name.index):
            if id(passage) in running:
                start = name.span.end if index == name.index else 0
                yield from _repeated(name, passage, start)


def _repeated(name: ShortName, passage: Passage, start: int) -> Iterator[Hit]:
    before = name.passage.text[max(0, name.begins - _LONGEST) : name.begins].rstrip()
    marked = _FULL.search(before)
    if marked:
        full, certain = marked[0], True
    else:
        full, certain = _bare(before, name, passage.text, start)
    if len(full) - len(name.shown) < _SHORTEST:
        return
    at = passage.text.find(full, start)
    while at >= 0:
        span = Span(at, at + len(full))
        if marked or not _is_set_apart(passage.text, span):
            edits = (Edit(span, name.shown),) if certain else ()
            yield hit(passage, span, f"已有简称“{name.shown}”，此处可不用全称", *edits)
        at = passage.text.find(full, span.end)


def _bare(before: str, name: ShortName, text: str, start: int) -> tuple[str, bool]:
    """A full name without marks: as much of what stands before the definition as the text has again.

    And whether it surely begins where the name does: at the beginning of a clause.
    """
    if len(before) < _SHORTEST or not is_han(before[-1]):
        return "", False
    tail = before[-_SHORTEST - 1 :]
    longest = ""
    at = text.find(tail, start)
    while at >= 0:
        length = len(tail)
        while length < min(len(before), at + len(tail), _LONGEST) and _same(before, text, at + len(tail), length + 1):
            length += 1
        longest = max(longest, before[-length:], key=len)
        at = text.find(tail, at + 1)
    cut = _without_leads(longest)
    rest = before[: len(before) - len(cut)]
    return cut, bool(cut) and _is_alike(cut, name.name) and (not rest or not is_han(rest[-1]))


def _same(before: str, text: str, end: int, length: int) -> bool:
    """Whether one more character is the same, and one of a name."""
    character = before[-length]
    return is_han(character) and text[end - length] == character


def _without_leads(name: str) -> str:
    """Without particles and verbs before a name."""
    while name and (name[0] in _LEADS or _WORDS.match(name)):
        name = name[2:] if name[0] not in _LEADS else name[1:]
    return name


def _is_alike(full: str, short: str) -> bool:
    """Whether the characters of the short name stand in the full one in order."""
    characters = iter(full)
    return all(character in characters for character in short)


def _is_set_apart(text: str, span: Span) -> bool:
    """Whether it stands within quotes or a title."""
    before, behind = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    for opener, closer in ("“”", "《》", "〈〉"):
        if before.rfind(opener) > before.rfind(closer) and closer in behind:
            return True
    return False
