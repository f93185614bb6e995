"""What the rules say of tables, figures, quotes, lists and footnotes."""

from kjqb.check.enumerators import enumerators
from kjqb.check.finding import Report
from kjqb.check.fix import apply_fixes
from kjqb.check.run import run
from kjqb.check.subject import Kind, Subject
from kjqb.model.article import Article
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Source
from kjqb.workspace.article_file import read_article

from ..images import PNG

FRONT = '+++\ntitle = "题目"\n+++\n'
EVERYTHING = """平台面向全市开放[^1]。

> 引文没有句号

- 列表项没有句号

| 项 | |
|---|---|
| 单元格 | 1 |

![图题](a.png)

[^1]: 脚注没有句号
"""


def read(text: str) -> Article:
    return read_article(Source("甲.md", FRONT + text), lambda _: PNG)


def checked(text: str, *select: str) -> Report:
    return run([Subject.of_article(read(text))], Conventions(select=select))


def test_every_text_is_a_part_of_its_kind_and_empty_ones_are_none():
    parts = [(part.kind, part.text) for part in Subject.of_article(read(EVERYTHING)).parts]
    assert parts == [
        (Kind.TITLE, "题目"),
        (Kind.PARAGRAPH, "平台面向全市开放。"),
        (Kind.QUOTE, "引文没有句号"),
        (Kind.ITEM, "列表项没有句号"),
        (Kind.CELL, "项"),
        (Kind.CELL, "单元格"),
        (Kind.CELL, "1"),
        (Kind.CAPTION, "图题"),
        (Kind.NOTE, "脚注没有句号"),
    ]


def test_only_paragraphs_of_the_body_must_end_in_a_final_mark():
    long = "市科技局联合多部门出台十条措施，支持企业牵头组建创新联合体，支持高校院所开放共享科研设施"
    assert len(checked(f"{long}\n", "P109").findings) == 1
    noted = f"甲[^1]。\n\n> {long}\n\n- {long}\n\n|{long}|\n|-|\n\n![{long}](a.png)\n\n[^1]: {long}\n"
    assert checked(noted, "P109").findings == ()


def test_a_finding_in_a_cell_or_a_footnote_has_its_place_and_is_mended_there():
    text = "甲[^1]。\n\n| a\\|b | 有 5 家 |\n|---|---|\n\n[^1]: 见第 3 期。\n"
    report = checked(text, "K201")
    assert [str(finding.where) for finding in report.findings] == [
        "甲.md:6:11",
        "甲.md:6:13",
        "甲.md:9:9",
        "甲.md:9:11",
    ]
    (mended,) = apply_fixes(report).texts.values()
    assert mended == FRONT + text.replace("有 5 家", "有5家").replace("第 3 期", "第3期")


def test_enumerators_count_in_running_text_alone():
    text = "一是甲。\n\n> 一是乙。\n\n- 二是丙。\n\n|三是丁。|\n|-|\n"
    assert [found.label for found in enumerators(read(text))] == ["一是", "二是"]
