"""Loose texts: where articles begin and end, and what their blocks are."""

import pytest

from kjqb.errors import ExitCode
from kjqb.importers.loose import NotAnIssueError, is_issue, read_article, read_issue
from kjqb.model.article import Article, Heading, Paragraph

from .texts import (
    BODY,
    COLOPHON,
    FIRST,
    HEAD,
    ISSUE,
    LIST,
    SECOND,
    apart,
    body,
    headings,
    issue,
    points_at_itself,
    source,
    texts,
    titles,
)


def article(text: str, title: str | None = None) -> Article:
    return read_article(source(text, "a.txt"), title=title)


def test_an_issue_is_split_at_the_titles_of_its_contents_list():
    found = issue(ISSUE)
    assert titles(found) == [FIRST, SECOND]
    assert [body(each) for each in found.articles] == [["平台面向全市开放。"], ["耕地质量有提高。"]]
    assert texts(found.colophon) == [*COLOPHON.split("\n\n")[:2], "电话：0471-1234567"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_make_no_difference(end: str):
    found, same = issue(ISSUE.replace("\n", end)), issue(ISSUE)
    assert texts(found.passages) == texts(same.passages)
    assert all(map(points_at_itself, found.passages))


def test_blanks_in_a_title_do_not_matter_and_the_text_keeps_them():
    found = issue(ISSUE.replace(f"\n{FIRST}\n", "\n 某市 建成资源 共享平台\n"))
    assert titles(found)[0] == "某市 建成资源 共享平台"


def test_a_title_broken_over_lines_is_joined():
    found = issue(ISSUE.replace(f"\n{FIRST}\n", "\n某市建成\n资源共享平台\n"))
    assert titles(found) == [FIRST, SECOND]
    assert points_at_itself(found.articles[0].title)


def test_a_title_broken_where_its_entry_has_a_blank_gets_that_blank():
    text = HEAD + "★ 建立共享机制 带动县域...2\n\n建立共享机制\n\n带动县域\n\n正文在这里。\n"
    assert titles(issue(text)) == ["建立共享机制 带动县域"]


def test_a_title_may_stand_in_one_block_with_its_text():
    found = issue(ISSUE.replace(f"{FIRST}\n\n", f"{FIRST}\n"))
    assert titles(found) == [FIRST, SECOND]


def test_a_title_that_differs_a_little_is_still_a_title():
    loose = apart(ISSUE.replace(f"\n{FIRST}\n", "\n某市建成资源开放共享平台\n"))
    assert titles(loose.issue) == ["某市建成资源开放共享平台", SECOND]
    assert [entry.title.text for entry in loose.entries if entry] == [FIRST, SECOND]
    assert not loose.missing


def test_a_line_is_no_title_where_another_is_as_like():
    text = HEAD + "★ 某市建成资源共享平台...2\n\n某市建成资源共享平台一\n\n甲。\n\n某市建成资源共享平台二\n\n乙。\n"
    loose = apart(text)
    assert [entry.title.text for entry in loose.missing] == [FIRST]
    assert len(loose.issue.articles) == 1


def test_a_sentence_much_like_an_entry_is_no_title():
    loose = apart(ISSUE.replace(f"\n{FIRST}\n", "\n某市建成资源共享平台。\n"))
    assert [entry.title.text for entry in loose.missing] == [FIRST]


def test_an_entry_without_an_article_is_missing_and_the_others_are_not():
    loose = apart(HEAD + LIST + f"{FIRST}\n\n平台面向全市开放。\n\n" + COLOPHON)
    assert titles(loose.issue) == [FIRST]
    assert [entry.title.text for entry in loose.missing] == [SECOND]


def test_articles_stand_in_printing_order_whatever_the_order_of_the_list():
    text = HEAD + f"★ {SECOND}...3\n★ {FIRST}...2\n\n" + BODY
    loose = apart(text)
    assert titles(loose.issue) == [FIRST, SECOND]
    assert [entry.page.text for entry in loose.entries if entry] == ["2", "3"]


def test_a_title_that_the_list_has_twice_begins_two_articles():
    text = HEAD + "★ 简讯...2\n★ 简讯...3\n\n简讯\n\n甲。\n\n简讯\n\n乙。\n\n简讯\n\n丙。\n"
    found = issue(text)
    assert [body(each) for each in found.articles] == [["甲。"], ["乙。", "简讯", "丙。"]]


def test_text_before_the_first_title_is_an_article_of_its_own():
    loose = apart(HEAD + LIST + "编者按\n\n本期刊发两篇经验。\n\n" + BODY)
    assert titles(loose.issue) == ["编者按", FIRST, SECOND]
    assert loose.entries[0] is None


def test_labels_before_the_first_title_are_stray():
    loose = apart(HEAD + LIST + "【地方动态】\n\n" + BODY)
    assert titles(loose.issue) == [FIRST, SECOND]
    assert texts(loose.stray) == ["【地方动态】"]


def test_an_issue_without_a_contents_list_is_one_article():
    found = issue(HEAD + BODY)
    assert found.contents is None
    assert titles(found) == [FIRST]


def test_sub_headings_have_the_levels_of_their_numbers():
    blocks = "一、做法", "甲，乙，丙。", "（一）措施", "丁。", "1. 要点", "(1) 细目", "（2）这一条是完整的一句话。"
    found = article("\n\n".join(["某县推广耕作", *blocks]))
    assert headings(found) == [(1, "一、做法"), (2, "（一）措施"), (3, "1. 要点"), (4, "(1) 细目")]
    assert isinstance(found.blocks[-1], Paragraph)


def test_a_cut_paragraph_stays_cut():
    first = "市科技局牵头建立项目库，实行清单管理，定期调度进展，协调解决问题，推动各项任务落地见效，全"
    found = issue(ISSUE.replace("平台面向全市开放。", f"{first}\n\n年完成投资5亿元。"))
    assert body(found.articles[0]) == [first, "年完成投资5亿元。"]


def test_a_full_width_indent_is_no_part_of_a_paragraph():
    found = issue(ISSUE.replace("平台面向", "　　平台面向"))
    assert body(found.articles[0]) == ["平台面向全市开放。"]


def test_page_numbers_of_the_printed_issue_are_left_out_and_do_not_part_lines():
    text = ISSUE.replace("耕地质量有提高。", "耕地质量有提高，土壤有机质含量增加，亩均节\n— 3 —\n水一成。")
    loose = apart(text)
    assert body(loose.issue.articles[1]) == ["耕地质量有提高，土壤有机质含量增加，亩均节水一成。"]
    assert texts(loose.folios) == ["— 3 —"]


@pytest.mark.parametrize(
    "lines",
    [
        "编辑:李 涛\n电话：0471-1234567",
        "某市科技信息中心编辑",
        "某市科技信息中心 编辑\n本刊2024年第1期印80份",
        "责任编辑：某人　审核：李四\n（共印80份）",
        "报：市委、市政府领导\n送：市直各部门\n\n编辑：某人",
        "————\n某市科技信息中心\n\n联系电话：12345\n\nE-mail: a@b.cn",
    ],
)
def test_the_colophon_is_the_short_lines_after_the_last_article(lines: str):
    found = issue(HEAD + LIST + BODY + lines)
    printed = [line for line in lines.split("\n") if line and not line.startswith("—")]
    assert texts(found.colophon) == printed
    assert body(found.articles[-1])[0] == "耕地质量有提高。"


@pytest.mark.parametrize("line", ["来源：某日报", "（作者单位：某大学）", "以上情况，请阅。", "附件：名单"])
def test_a_line_that_is_no_colophons_belongs_to_the_article(line: str):
    found = issue(HEAD + LIST + BODY + line)
    assert not found.colophon
    assert body(found.articles[-1])[-1] == line


def test_a_text_without_an_issue_line_is_no_issue():
    assert not is_issue(source(BODY, "a.txt"))
    with pytest.raises(NotAnIssueError) as caught:
        read_issue(source(BODY, "a.txt"))
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert str(caught.value.where) == "a.txt"


def test_the_first_line_of_an_article_is_its_title():
    found = article(f"\n\n{FIRST}\n\n平台面向全市开放。\n")
    assert (found.title.text, body(found)) == (FIRST, ["平台面向全市开放。"])
    assert found.title.extent.where.line == 3


def test_the_title_may_stand_directly_over_the_text():
    found = article(f"{FIRST}\n平台面向全市开放。\n")
    assert (found.title.text, body(found)) == (FIRST, ["平台面向全市开放。"])


@pytest.mark.parametrize(
    "text",
    [
        "平台面向全市开放。\n\n第二段也在这里。\n",
        "字" * 61 + "\n\n正文在这里。\n",
        "一、背景\n\n正文在这里。\n",
        "全市聚焦新材料、生物医药、智能制造等重点产业，完善从基础研究到\n成果转化的全链条服务体系，引导高校与科研院所同企业共建实验室，推\n动成果落地。\n",
    ],
)
def test_a_text_without_a_title_has_an_empty_one(text: str):
    found = article(text)
    assert found.title.text == ""
    assert len(found.blocks) >= 1


def test_a_title_that_is_given_is_taken_and_not_repeated():
    given = article("某市 建成资源共享平台\n\n平台面向全市开放。\n", title=FIRST)
    assert (given.title.text, body(given)) == ("某市 建成资源共享平台", ["平台面向全市开放。"])
    other = article(f"{FIRST}\n\n平台面向全市开放。\n", title="另一个题目")
    assert (other.title.text, body(other)) == ("另一个题目", [FIRST, "平台面向全市开放。"])


@pytest.mark.parametrize("text", ["", "\n\n", "　　\n"])
def test_an_empty_text_is_an_article_without_anything(text: str):
    found = article(text)
    assert (found.title.text, found.blocks) == ("", ())
    assert article(text, title="题目").title.text == "题目"


def test_blocks_are_headings_or_paragraphs():
    assert all(isinstance(block, Heading | Paragraph) for each in issue(ISSUE).articles for block in each.blocks)
