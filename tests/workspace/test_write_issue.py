"""issue.toml written anew, and its list of articles changed with all else left alone."""

import re
from datetime import date

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import IssueId
from kjqb.model.source import Source
from kjqb.workspace.bulletin_file import read_bulletin
from kjqb.workspace.issue_file import read_issue_frame
from kjqb.workspace.write_issue import NewIssue, issue_text, relisted

COMMENTED = """\
# 第一行
format = 1
year = 2024
number = 3
articles = [
    # 本地
    "a.md",  # 头条
    "b.md",

    # 外地
    'c.md',
    # 待定
]  # 次序
date = 2024-03-20 # 出刊

[printed]
"a.md" = 2  # 封面之后
"b.md" = 3
# 末尾
"""


def change(text: str, *names: str) -> str:
    return relisted(Source("issue.toml", text), names)


def bulletin() -> Bulletin:
    return read_bulletin(Source("kjqb.toml", "format = 1\n[bulletin]\ntitle = '编排样刊'\n"))


def test_the_same_list_leaves_the_file_as_it_was():
    assert change(COMMENTED, "a.md", "b.md", "c.md") == COMMENTED


def test_an_article_moves_with_its_comments():
    assert """\
articles = [

    # 外地
    'c.md',
    # 本地
    "a.md",  # 头条
    "b.md",
    # 待定
]  # 次序
date""" in change(COMMENTED, "c.md", "a.md", "b.md")


def test_a_removed_article_leaves_the_comments_above_it_and_takes_its_printed_page():
    text = change(COMMENTED, "b.md", "c.md")
    assert "    \"b.md\",\n\n    # 外地\n    'c.md',\n    # 本地\n    # 待定\n]  # 次序\n" in text
    assert text.endswith('[printed]\n"b.md" = 3\n# 末尾\n')


def test_a_new_article_stands_where_it_was_put():
    assert '    "b.md",\n    "新.md",\n\n    # 外地\n' in change(COMMENTED, "a.md", "b.md", "新.md", "c.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("articles = ['a.md', 'b.md'] # 注\n", "articles = [\n    'b.md',\n    'a.md',\n] # 注\n"),
        ("articles = []\n", 'articles = [\n    "b.md",\n    "a.md",\n]\n'),
        ("articles=['a.md', # 一\n 'b.md']\n", "articles=[\n    'b.md',\n    'a.md',  # 一\n]\n"),
        (
            "number = 1\n[masthead]\ntitle = 'x'\n",
            'number = 1\narticles = [\n    "b.md",\n    "a.md",\n]\n[masthead]\ntitle = \'x\'\n',
        ),
        ("number = 1", 'number = 1\narticles = [\n    "b.md",\n    "a.md",\n]\n'),
        (
            "number = 1\nmasthead.title = 'x'\n",
            'number = 1\nmasthead.title = \'x\'\narticles = [\n    "b.md",\n    "a.md",\n]\n',
        ),
        ("[printed]\n'a.md' = 1\n", 'articles = [\n    "b.md",\n    "a.md",\n]\n[printed]\n\'a.md\' = 1\n'),
    ],
)
def test_a_list_of_any_form_becomes_one_item_a_line(text: str, expected: str):
    assert change(text, "b.md", "a.md") == expected


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("printed = {'a.md' = 1, 'b.md' = 2, 'c.md' = 3}", "printed = {'b.md' = 2, 'c.md' = 3}"),
        ("printed = {'b.md' = 2, 'c.md' = 3, 'a.md' = 1}", "printed = {'b.md' = 2, 'c.md' = 3}"),
        ("printed = {'a.md' = 1}", "printed = {}"),
        ("printed.'a.md' = 1", ""),
    ],
)
def test_a_printed_page_goes_whatever_the_form_of_its_table(printed: str, left: str):
    text = change(f"articles = ['a.md', 'b.md', 'c.md']\n{printed}\nnumber = 1\n", "b.md", "c.md")
    assert text.endswith(f"]\n{left}\nnumber = 1\n" if left else "]\nnumber = 1\n")


def test_several_printed_pages_go_at_once():
    text = change("articles = ['a.md']\nprinted = {'c.md' = 3, 'a.md' = 1, 'b.md' = 2}\n", "c.md")
    assert text.endswith("printed = {'c.md' = 3}\n")


def test_line_ends_stay_as_they_are():
    text = change(COMMENTED.replace("\n", "\r\n"), "c.md", "新.md")
    assert re.findall(r"(?<!\r)\n", text) == []


NAMES = st.lists(st.sampled_from([f"{letter}.md" for letter in "甲乙丙丁戊"]), unique=True)
GAPS = st.sampled_from(["", "\n", " # 注\n", "\n# 上\n\n# 下\n  "])


@given(NAMES, NAMES, st.data())
def test_a_change_keeps_every_comment_of_what_is_kept_and_says_the_new_list(
    before: list[str], after: list[str], data: st.DataObject
):
    items = "".join(
        f"{data.draw(GAPS)}'{name}'{data.draw(st.sampled_from(['', ' ']))},{data.draw(GAPS)}" for name in before
    )
    text = f"# 头\nnumber = 1 # 号\narticles = [{items}] # 尾\n# 间\n[layout] # 版\nlines = 20\n"
    changed = change(text, *after)
    assert tomli.loads(changed) == {"number": 1, "articles": after, "layout": {"lines": 20}}
    for comment in ("# 头", "# 号", "# 尾", "# 间", "# 版"):
        assert changed.count(comment) == text.count(comment)
    if set(before) <= set(after):
        assert sorted(re.findall("#[^\n]*", changed)) == sorted(re.findall("#[^\n]*", text))
    assert change(changed, *after) == changed


LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip)


@given(
    st.builds(
        NewIssue,
        id=st.builds(IssueId, st.integers(1000, 9999), st.integers(1, 366)),
        date=st.none() | st.dates(date(1000, 1, 1)),
        whole_number=st.none() | st.integers(1, 999),
        articles=NAMES.map(tuple),
        title=st.just("") | LINES,
        office=st.just("") | LINES,
        colophon=st.lists(LINES | st.just("电话：0000") | st.just("a：b：c") | st.just("：")).map(tuple),
    )
)
def test_a_new_issue_reads_back_as_it_was(issue: NewIssue):
    read = read_issue_frame(Source("issue.toml", issue_text(issue)), issue.id, bulletin())
    assert (read.date, read.whole_number) == (issue.date, issue.whole_number)
    assert tuple(listed.text for listed in read.listed or ()) == issue.articles
    assert read.masthead.title.text == (issue.title or "编排样刊")
    assert (read.masthead.office.text if read.masthead.office else "") == issue.office
    assert tuple(line.text for line in read.colophon) == issue.colophon
