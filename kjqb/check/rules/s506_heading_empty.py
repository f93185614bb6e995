"""S506: headings without words or without a text, and bullets without an item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.model.article import Article, Block, Heading, Paragraph
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_BULLET = Pattern(r"\s*[-–•●▪■◆★☆·*＊]\s*")
_BARE = Pattern(
    r"\s*(?:#{1,6}|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、．.]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]"
    r"|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、])\s*"
)
_NUMBER = Pattern(
    r"\s*(?:(?P<_1>[一二三四五六七八九十]{1,3}[、．.])|(?P<_2>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<_3>\d{1,2}[.．、])"
    r"|(?P<_4>[（(]\d{1,2}[）)]))"
)
_SECTION = Pattern(r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")


@rule(
    "S506",
    "heading-empty",
    title="小标题空缺、其下无正文，或项目符号空挂",
    about=(
        "只有序号没有文字的小标题、其下没有正文的小标题、单独成行的项目符号，多是粘贴时留下的残余。"
        "空挂的符号可自动删去，其余要补文字，由编辑处理。小标题下直接是下一层小标题的不算。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="全市建成共享平台。\n-\n平台面向企业开放。", good="全市建成共享平台。\n\n平台面向企业开放。"),
        Example(
            bad="## 一、建设情况\n平台建成投用。\n## 二、运行成效\n## 三、下一步安排\n扩大服务范围。",
            good="## 一、建设情况\n平台建成投用。\n## 二、运行成效\n服务企业稳步增长。\n"
            "## 三、下一步安排\n扩大服务范围。",
        ),
        Example(bad="## 一、\n平台建成投用。", good="## 一、建设情况\n平台建成投用。"),
    ),
)
def heading_empty(article: Article) -> Iterator[Hit]:
    """Blocks that are but a bullet or a number, and headings that the next of their level, or the end, follows."""
    for block in article.blocks:
        if not isinstance(block, Paragraph | Heading):
            continue
        passage = block.passage
        whole = Span(0, len(passage.text))
        if _BULLET.fullmatch(passage.text):
            yield hit(passage, whole, f"“{passage.text.strip()}”单独成行，是多余的项目符号", Edit(whole, ""))
        elif _BARE.fullmatch(passage.text):
            yield hit(passage, whole, f"只有序号“{passage.text.strip()}”，没有文字")
    yield from _without_text(article)


def _without_text(article: Article) -> Iterator[Hit]:
    """Headings without a text where others of their level have one, and in a plain text most: else it is a list."""
    headings = [(at, block) for at, block in enumerate(article.blocks) if isinstance(block, Heading)]
    bare = [block for at, block in headings if _is_bare(article.blocks, at, block)]
    bare_of_level = Counter(block.level for block in bare)
    of_level = Counter(block.level for _, block in headings)
    for block in bare:
        marked = _is_marked(block)
        if _BARE.fullmatch(block.passage.text) or not (marked or _SECTION.match(block.passage.text)):
            continue
        if bare_of_level[block.level] * (1 if marked else 2) < of_level[block.level]:
            yield hit(block.passage, Span(0, len(block.passage.text)), "小标题下没有正文")


def _is_bare(blocks: tuple[Block, ...], at: int, heading: Heading) -> bool:
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None:
        return True
    return isinstance(following, Heading) and following.level <= heading.level and not _is_below(following, heading)


def _is_below(following: Heading, heading: Heading) -> bool:
    """Whether the number of one says that it stands a level below the other, whatever the source marks them as."""
    upper, lower = (_level(one.passage.text) for one in (heading, following))
    return 0 < upper < lower


def _level(text: str) -> int:
    """That of the number which a heading begins with, from 1; 0 where it has none."""
    match = _NUMBER.match(text)
    return int((match.lastgroup or "_0")[1:]) if match else 0


def _is_marked(heading: Heading) -> bool:
    """Whether the source says that it is a heading, as Markdown does."""
    source, start = heading.passage.source, heading.passage.extent.span.start
    line = source.line(source.line_of(start))
    return line.lstrip().startswith("#")
