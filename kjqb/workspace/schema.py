"""The files of a workspace: their tables and keys, each with what it means.

`decode` reads by them, and `reference` makes the editors' reference from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from kjqb.model.article import Licence
from kjqb.model.bulletin import Profile, Severity
from kjqb.model.issue import FIRST_NUMBER, LAST_NUMBER
from kjqb.model.page_setup import PRESETS
from kjqb.model.source import Passage
from kjqb.units import Length
from kjqb.workspace.keys import Key

FORMAT = 1
"""The version of the form of all files."""

FREQUENCIES = ("weekly", "semimonthly", "monthly", "bimonthly", "quarterly", "irregular")
FLOWS = ("run-on", "new-page")
CODE = r"[A-Z]\d{3}"
"""A rule's code, as a regular expression."""

BY_PRESET = "版式所定"

Strings = tuple[str, ...]
Passages = tuple[Passage, ...]


Format = Annotated[
    int, Key("文件格式的版本，写1。", choices=(FORMAT,), example="1", advice="这个文件要用更新的kjqb来读")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinTable:
    """`[bulletin]` of kjqb.toml."""

    title: Annotated[Passage, Key("刊名，印在刊头。", filled=True, example='"编校与标准参考"')]
    office: Annotated[Passage | None, Key("编辑单位，印在刊头。", filled=True, example='"某某中心"')] = None
    frequency: Annotated[
        str, Key("刊期，“kjqb new”据此推算下一期：周刊、半月刊、月刊、双月刊、季刊、不定期。", choices=FREQUENCIES)
    ] = "irregular"
    profile: Annotated[Profile, Key("遵循哪一类体例，决定选用哪些检查规则。")] = Profile.BULLETIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ColophonTable:
    """`[colophon]`."""

    lines: Annotated[
        tuple[Passages, ...],
        Key(
            "刊尾各行，依次印在末页末尾。两项的一行印成“标签：内容”，一项的一行照印。",
            example='[["某某中心编辑"], ["电话", "0471-……"]]',
        ),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsTable:
    """`[contents]`."""

    heading: Annotated[str, Key("目次上方的标题，如“目次”“目录”；留空则不印。")] = ""
    marker: Annotated[str, Key("目次每条前面的符号；留空则不印。")] = "★"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginsTable:
    """`margins` of `[layout]`."""

    top: Annotated[Length | None, Key("天头。", example='"37mm"', shown_default=BY_PRESET)] = None
    left: Annotated[Length | None, Key("订口。", example='"28mm"', shown_default=BY_PRESET)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutTable:
    """`[layout]`."""

    preset: Annotated[
        str | None,
        Key(
            "版式：bulletin每行30字、每页21行；gbt9704每行28字、每页22行。下面各项在它的基础上改动。",
            choices=tuple(PRESETS),
            shown_default="bulletin；期刊的issue.toml里为kjqb.toml所定",
        ),
    ] = None
    articles: Annotated[
        str | None, Key("文章接排（run-on）或另起一页（new-page）。", choices=FLOWS, shown_default="run-on")
    ] = None
    font_size: Annotated[
        Length | None, Key("正文字号；与版式所定不同时，字间不加减空隙。", example='"小三"', shown_default=BY_PRESET)
    ] = None
    pitch: Annotated[Length | None, Key("行距，固定值，不小于字号。", example='"30pt"', shown_default=BY_PRESET)] = None
    characters: Annotated[int | None, Key("每行字数。", least=10, most=100, shown_default=BY_PRESET)] = None
    lines: Annotated[int | None, Key("每页行数。", least=5, most=100, shown_default=BY_PRESET)] = None
    paper: Annotated[
        str | None,
        Key("纸张：A3、A4、A5，或宽与高，各不超过558mm。", example='"210mm x 297mm"', shown_default=BY_PRESET),
    ] = None
    margins: Annotated[
        MarginsTable | None,
        Key(
            "天头和订口；另外两边由字数、行数推得。原来左右居中的版心，不写订口时仍然居中。",
            shown_default=BY_PRESET,
            example='{ top = "37mm", left = "28mm" }',
        ),
    ] = None
    even_pages: Annotated[
        bool | None, Key("刊尾印在偶数页：末页是奇数页时，刊尾移到下一页。", shown_default="false")
    ] = None
    by_line: Annotated[bool | None, Key("题目下面印作者（authors）。", shown_default="true")] = None
    source_line: Annotated[bool | None, Key("文末印来源（[source]）。", shown_default="true")] = None
    first_page: Annotated[int | None, Key("正文首页的页码。", least=1, most=9999, shown_default="紧接目次之后")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreTable:
    """`[[ignore]]`."""

    code: Annotated[Passage, Key("放行哪一条规则。", filled=True, example='"K201"')]
    text: Annotated[str, Key("只放行出现在这些文字上的；不写则放行这条规则报出的全部问题。")] = ""
    reason: Annotated[str, Key("为什么放行。", filled=True, example='"单位的法定名称"')]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTable:
    """`[check]`; a table inside it that bears a rule's code holds that rule's options."""

    select: Annotated[Strings, Key("选用哪些规则：ALL、类别、编号或编号的开头几位。")] = ("ALL",)
    ignore: Annotated[Strings, Key("不用哪些规则，写法同上；两处都写到的，以写得更细的一处为准。")] = ()
    fail_on: Annotated[Severity, Key("出现不低于这一级的问题时，检查以1退出。")] = Severity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexTable:
    """`[index]`."""

    readings: Annotated[Mapping[str, str], Key("索引排序用的读音，一词一行。", example='"单县" = "shan4 xian4"')] = (
        field(default_factory=dict)
    )
    first_volume: Annotated[
        int | None,
        Key("第1卷的年份；写了它，“kjqb index --volume”才能按卷取期。", least=1000, most=9999, example="2019"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermTable:
    """`[[term]]` of vocabulary.toml."""

    name: Annotated[Passage, Key("主题词，用作主题索引的标目。", filled=True, example='"人工智能"')]
    used_for: Annotated[
        Passages,
        Key("由它代用的词；关键词写成这些词时，索引中列“见”。一词列在几个主题词下，就分入各词。", example='["AI"]'),
    ] = ()
    related: Annotated[Passages, Key("相关的主题词，索引中列“参见”。", example='["大数据"]')] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyFile:
    """vocabulary.toml."""

    format: Format
    term: Annotated[tuple[TermTable, ...], Key("主题词，每词一个“[[term]]”。")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceFile:
    """kjqb.toml."""

    format: Format
    bulletin: Annotated[BulletinTable, Key("刊物。", example='[bulletin]，其中写 title = "刊名"')]
    colophon: Annotated[ColophonTable, Key("刊尾（版权信息）。")] = ColophonTable()
    contents: Annotated[ContentsTable, Key("目次。")] = ContentsTable()
    layout: Annotated[LayoutTable, Key("版面。长度写作“15pt”“37mm”“3.7cm”，或字号名“小三”。")] = LayoutTable()
    check: Annotated[
        CheckTable, Key("检查。某条规则自己的选项写在以编号为名的表里，如“[check.K201]”。", open_keys=CODE)
    ] = CheckTable()
    index: Annotated[IndexTable, Key("索引。")] = IndexTable()
    ignore: Annotated[tuple[IgnoreTable, ...], Key("在整个工作区放行的问题，每条一个“[[ignore]]”。")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MastheadTable:
    """`[masthead]` of issue.toml."""

    title: Annotated[Passage | None, Key("本期刊头的刊名。", filled=True, shown_default="kjqb.toml所定")] = None
    office: Annotated[Passage | None, Key("本期刊头的编辑单位。", filled=True, shown_default="kjqb.toml所定")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFile:
    """issue.toml."""

    format: Format
    year: Annotated[int, Key("年份，与文件夹名一致。", least=1000, most=9999, example="2026")]
    number: Annotated[int, Key("期号，与文件夹名一致。", least=FIRST_NUMBER, most=LAST_NUMBER, example="11")]
    date: Annotated[date | None, Key("出刊日期。", example="2026-11-20")] = None
    whole_number: Annotated[int | None, Key("总期号。", least=1, most=999_999)] = None
    articles: Annotated[
        Passages | None,
        Key(
            "文章的文件名，依刊登次序。",
            example='["固定行距页码可以预先算准.md"]',
            shown_default="文件夹里的全部Markdown文件，按文件名排列",
        ),
    ] = None
    masthead: Annotated[MastheadTable, Key("本期刊头不同于kjqb.toml的地方。")] = MastheadTable()
    colophon: Annotated[ColophonTable | None, Key("本期的刊尾，代替kjqb.toml的刊尾。")] = None
    layout: Annotated[LayoutTable | None, Key("本期版面不同于kjqb.toml的地方，写法相同。")] = None
    printed: Annotated[
        Mapping[str, int],
        Key("旧刊印出的页码，一篇一行。", least=1, most=99_999, example='"固定行距页码可以预先算准.md" = 2'),
    ] = field(default_factory=dict)
    ignore: Annotated[tuple[IgnoreTable, ...], Key("在本期放行的问题，每条一个“[[ignore]]”。")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """`[source]` of an article."""

    name: Annotated[str, Key("来源的名称。")] = ""
    url: Annotated[str, Key("来源的网址。")] = ""
    date: Annotated[date | None, Key("来源的日期。", example="2026-11-02")] = None
    file: Annotated[str, Key("导入时的文件名。")] = ""
    sha256: Annotated[str, Key("导入时文件的SHA-256，用来发现重复导入。")] = ""
    licence: Annotated[Licence, Key("使用依据：公文、时事新闻、已获许可、摘编、待定。")] = Licence.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedTable:
    """`[suggested]` of an article."""

    regions: Annotated[
        Strings, Key("题目里的地区，六位代码。没有写明regions时，索引和检索先照它；确认后移到上面的regions。")
    ] = ()
    keywords: Annotated[Strings, Key("文中引号、书名号里的词语。确认后才算关键词：移到上面的keywords。")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands between the `+++` lines of an article."""

    title: Annotated[Passage, Key("题目。", filled=True, example='"固定行距：页码可以预先算准"')]
    section: Annotated[str, Key("栏目。")] = ""
    regions: Annotated[Strings, Key("涉及的地区，写六位代码或名称。", example='["330203"]')] = ()
    keywords: Annotated[Strings, Key("关键词。")] = ()
    authors: Annotated[Strings, Key("作者。")] = ()
    page_break_before: Annotated[bool, Key("本文另起一页。", example="true")] = False
    source: Annotated[SourceTable, Key("来源。")] = SourceTable()
    suggested: Annotated[SuggestedTable, Key("导入时的建议，尚未经编辑确认；不合适的删去。")] = SuggestedTable()
    sort: Annotated[Mapping[str, str], Key("排序用的读音，一词一行。", example='"单县" = "shan4 xian4"')] = field(
        default_factory=dict
    )
    ignore: Annotated[tuple[IgnoreTable, ...], Key("在本文放行的问题，每条一个“[[ignore]]”。")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntryTable:
    """`[[entry]]` of toc.toml."""

    file: Annotated[str, Key("文章的文件名。", filled=True)]
    title: Annotated[Passage, Key("题目。", filled=True)]
    page: Annotated[int, Key("起始页码。", least=1, most=99_999)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsFile:
    """toc.toml, which `kjqb toc --write` generates."""

    target: Annotated[str, Key("按哪个程序的换行规则算得。", filled=True, example='"word"')]
    pages: Annotated[int, Key("总页数。", least=0, most=99_999)]
    entry: Annotated[tuple[ContentsEntryTable, ...], Key("目次的各条，每条一个“[[entry]]”。")] = ()
