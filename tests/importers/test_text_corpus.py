"""Texts of many shapes, as offices save them: each with all that its import gives, says it changed, and says it lost.

`P` is a paragraph, `1` to `4` a heading of that level.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from kjqb.importers.back_issue import BackIssue
from kjqb.importers.formats import Received, read_article, read_issue
from kjqb.model.article import Article, Heading, block_passages
from kjqb.model.page_setup import BULLETIN

from .texts import CUT, REST

WIDE = 38
"""Characters to which a program has wrapped the texts here."""

FIRST = (
    "全市聚焦新材料、生物医药、智能制造等重点产业，完善从基础研究到成果转化的全链条"
    "服务体系，引导高校与科研院所同企业共建实验室，推动成果落地。"
)
SECOND = (
    "市科技局会同财政部门安排专项资金，对共享仪器的单位按开放机时给予补助，"
    "并把开放情况列入年度考核，督促各单位把仪器用足、用好。"
)


def wrapped(text: str, width: int = WIDE) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@dataclass(frozen=True, slots=True)
class Case:
    """An article's text, and what its import is to give."""

    data: bytes
    title: str
    blocks: Sequence[str]
    changes: Sequence[str] = ()
    losses: Sequence[str] = ()


def case(
    text: str, *blocks: str, encoding: str = "utf-8", title: str = "某市建成共享平台", **told: Sequence[str]
) -> Case:
    return Case(text.encode(encoding), title, blocks, **told)


JOINED, INDENT, LEVELS = "硬换行断开的段落{}处，已接好", "段首的空白{}处，已去掉", "按序号定为层次标题{}处"

ARTICLES = {
    "a paragraph a line": case(f"某市建成共享平台\n{FIRST}\n{SECOND}\n", f"P{FIRST}", f"P{SECOND}"),
    "blank lines between": case(f"某市建成共享平台\n\n{FIRST}\n\n\n{SECOND}", f"P{FIRST}", f"P{SECOND}"),
    "wrapped, blank lines between": case(
        f"某市建成共享平台\n\n{wrapped(FIRST)}\n\n{wrapped(SECOND)}\n",
        f"P{FIRST}",
        f"P{SECOND}",
        changes=[f"3:1 {JOINED.format(2)}"],
    ),
    "wrapped, indents instead of blank lines": case(
        f"某市建成共享平台\n　　{wrapped(FIRST)}\n　　{wrapped(SECOND)}\n",
        f"P{FIRST}",
        f"P{SECOND}",
        changes=[f"2:3 {JOINED.format(2)}", f"2:3 {INDENT.format(2)}"],
    ),
    "spaces and tabs as indents": case(
        f"    某市建成共享平台\n\n    {FIRST}\n\n\t{SECOND}\n",
        f"P{FIRST}",
        f"P{SECOND}",
        changes=[f"3:5 {INDENT.format(2)}"],
    ),
    "headings of four levels": case(
        "某市建成共享平台\n一、总体情况\n（一）建设\n1.仪器\n（1）登记\n平台面向全市开放。\n",
        "1一、总体情况",
        "2（一）建设",
        "31.仪器",
        "4（1）登记",
        "P平台面向全市开放。",
        changes=[f"2:1 {LEVELS.format(4)}"],
    ),
    "page numbers of the print": case(
        f"某市建成共享平台\n\n{FIRST}\n\n— 2 —\n\n{SECOND}\n\n第3页 共3页\n",
        f"P{FIRST}",
        f"P{SECOND}",
        losses=["5:1 原来版面的页码2处未导入"],
    ),
    "GB18030 with CR LF": case(
        f"某市建成共享平台\r\n\r\n{FIRST}\r\n",
        f"P{FIRST}",
        encoding="gb18030",
        changes=["原文是GB18030编码，存为UTF-8"],
    ),
    "UTF-16 of a notepad": case(
        f"某市建成共享平台\r\n\r\n{FIRST}\r\n", f"P{FIRST}", encoding="utf-16", changes=["原文是UTF-16编码，存为UTF-8"]
    ),
    "UTF-8 with a mark": case(f"某市建成共享平台\n\n{FIRST}\n", f"P{FIRST}", encoding="utf-8-sig"),
    "old Macintosh line ends": case(f"某市建成共享平台\r\r{FIRST}\r\r{SECOND}", f"P{FIRST}", f"P{SECOND}"),
    "form feeds between pages": case(f"某市建成共享平台\n{FIRST}\f{SECOND}\n", f"P{FIRST}", f"P{SECOND}"),
    "hidden and wide characters stay": case(
        "某市建成共享平台\n\n平台\u200b面向全市开放，登记仪器２０台。\n", "P平台\u200b面向全市开放，登记仪器２０台。"
    ),
    "a first line that is a sentence": case(f"{FIRST}\n\n{SECOND}\n", f"P{FIRST}", f"P{SECOND}", title=""),
    "items stay apart": case(
        "某市建成共享平台\n\n主要做法如下。\n一是筑平台，聚资源。\n二是引人才，强队伍。\n——服务企业，优化环境。\n",
        "P主要做法如下。",
        "P一是筑平台，聚资源。",
        "P二是引人才，强队伍。",
        "P——服务企业，优化环境。",
    ),
    "Latin lines are joined by a blank": case(
        "The Platform\n\nThe regional platform offers shared equipment,\nopen data and training.\n",
        "PThe regional platform offers shared equipment, open data and training.",
        title="The Platform",
        changes=[f"3:1 {JOINED.format(1)}"],
    ),
    "stars and hashes are text": case("某市建成共享平台\n\n# 平台*面向*全市 `开放`。\n", "P# 平台*面向*全市 `开放`。"),
}


def shown(article: Article) -> list[str]:
    return [
        (str(block.level) if isinstance(block, Heading) else "P") + passage.text
        for block in article.blocks
        for passage in block_passages(block)
    ]


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_read_to_the_last_character(name: str):
    wanted = ARTICLES[name]
    read = read_article(Received("来稿.txt", wanted.data))
    assert (read.article.title.text, shown(read.article)) == (wanted.title, list(wanted.blocks))
    assert [told(each.where, each.what) for each in read.changes] == list(wanted.changes)
    assert [told(each.where, each.what) for each in read.losses] == list(wanted.losses)


def told(where: object, what: str) -> str:
    """Place and words, the file's name left out."""
    return f"{str(where).partition('.txt')[2].removeprefix(':')} {what}".strip()


HEAD = "科技参考\n\n2024年第1期\n\n某市科技信息中心 编辑\n\n"
LIST = "★ 某市建成共享平台……2\n★ 某县推广保护性耕作……3\n\n"
BODY = f"某市建成共享平台\n\n{FIRST}\n\n某县推广保护性耕作\n\n{SECOND}\n\n"
FOOT = "某市科技信息中心编辑\n\n编辑：李 涛\n"
TITLES = ["某市建成共享平台", "某县推广保护性耕作"]


@dataclass(frozen=True, slots=True)
class Issue:
    """A back issue's text, and what its import is to give."""

    text: str
    pages: Sequence[int | None] = (2, 3)
    blocks: Sequence[str] = (f"P{FIRST}", f"P{SECOND}")
    changes: Sequence[str] = ()
    losses: Sequence[str] = ()
    titles: Sequence[str] = tuple(TITLES)
    colophon: Sequence[str] = ("某市科技信息中心编辑", "编辑：李 涛")


MENDED = "被分页切断的段落，已与上文接好"

BACK_ISSUES = {
    "as printed": Issue(HEAD + LIST + BODY + FOOT),
    "without blank lines": Issue((HEAD + LIST + BODY + FOOT).replace("\n\n", "\n")),
    "with page numbers": Issue(
        HEAD + LIST + "— 1 —\n\n" + BODY + "— 2 —\n\n" + FOOT, losses=["10:1 原来版面的页码2处未导入"]
    ),
    "wrapped": Issue(
        HEAD + LIST + BODY.replace(FIRST, wrapped(FIRST, 30)).replace(SECOND, wrapped(SECOND, 30)) + FOOT,
        changes=[f"12:1 {JOINED.format(2)}"],
    ),
    "cut by a page turn": Issue(
        HEAD + LIST + BODY.replace(FIRST, f"{CUT}\n\n{REST}") + FOOT,
        blocks=[f"P{CUT}{REST}", f"P{SECOND}"],
        changes=[f"14:1 {MENDED}"],
    ),
    "contents of two lines an entry, headed": Issue(
        HEAD + "目  录\n\n★ 某市建成\n共享平台……2\n★ 某县推广保护性耕作……3\n\n" + BODY + FOOT,
        losses=["7:1 目次的标题“目  录”不随期保存，可写入kjqb.toml的[contents] heading"],
    ),
    "an entry without an article": Issue(
        HEAD + LIST.replace("\n\n", "\n★ 某乡建成驿站……5\n\n") + BODY + FOOT,
        losses=["9:1 目次列有“某乡建成驿站”，正文里没有找到这一篇的题目"],
    ),
    "another title in the text": Issue(
        HEAD + LIST + BODY.replace("某市建成共享平台\n", "某市建成资源共享平台\n") + FOOT,
        titles=["某市建成资源共享平台", "某县推广保护性耕作"],
        losses=["7:3 目次作“某市建成共享平台”，正文作“某市建成资源共享平台”，以正文为准"],
    ),
    "a line without a place": Issue(
        HEAD + "内部资料 注意保存\n\n" + LIST + BODY + FOOT,
        losses=["7:1 刊头或目次里的“内部资料 注意保存”没有对应的项目，未导入"],
    ),
    "no contents list": Issue(
        HEAD + BODY + FOOT,
        pages=[None],
        titles=[TITLES[0]],
        blocks=[f"P{FIRST}", f"P{TITLES[1]}", f"P{SECOND}"],
        losses=["1:1 没有找到目次，全文作为一篇收入"],
    ),
    "no colophon": Issue(HEAD + LIST + BODY, colophon=[]),
}


def imported(text: str, encoding: str = "utf-8") -> BackIssue:
    return read_issue(Received("2024-01.txt", text.encode(encoding)), BULLETIN)


@pytest.mark.parametrize("name", BACK_ISSUES)
def test_a_back_issue_is_read_to_the_last_character(name: str):
    wanted = BACK_ISSUES[name]
    found = imported(wanted.text)
    issue = found.issue
    assert [article.title.text for article in issue.articles] == list(wanted.titles)
    assert [block for article in issue.articles for block in shown(article)] == list(wanted.blocks)
    assert list(found.printed_pages) == list(wanted.pages)
    assert [line.text for line in issue.colophon] == list(wanted.colophon)
    assert [told(each.where, each.what) for each in found.changes] == list(wanted.changes)
    assert [told(each.where, each.what) for each in found.losses] == list(wanted.losses)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("name", BACK_ISSUES)
def test_the_encoding_makes_no_difference_but_is_told(name: str, encoding: str):
    plain, other = imported(BACK_ISSUES[name].text), imported(BACK_ISSUES[name].text, encoding)
    assert [each.text for each in plain.issue.passages] == [each.text for each in other.issue.passages]
    assert other.losses == plain.losses
    added = [change for change in other.changes if change not in plain.changes]
    assert ["编码" in change.what for change in added] == [True] * (encoding != "utf-8-sig")
