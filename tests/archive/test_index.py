"""The lists of a cumulative index."""

import pytest

from kjqb.archive.index import cumulative_index
from kjqb.archive.order import Order
from kjqb.archive.records import Record
from kjqb.model.cumulative_index import By
from kjqb.model.vocabulary import Vocabulary
from kjqb.tables.readings import BadReadingError
from tests.issues import bulletin

from .printed import AI, DATA, entries, index, record, shown

ARTICLES = (
    record("宁波海曙建设科创平台", "2023-12:4", regions=("330203",), keywords=("AI",), source="新华社"),
    record("内蒙古出台措施", "2024-01:2", regions=("内蒙古",), keywords=("大数据",)),
    record("全国科技大会召开", "2024-01:3", authors=("单霁翔",)),
    record("襄樊市推广新技术", "2024-02:7", regions=("襄樊市",), keywords=("人工智能", "AI"), source="新华社"),
    record("全国科技大会召开", "2024-11:5", keywords=("人工智能",)),
)


def test_contents_are_in_printing_order_under_their_issues() -> None:
    found = entries(*ARTICLES, by=By.CONTENTS)
    assert [entry.heading for entry in found] == [each.title for each in ARTICLES]
    assert [entry.group for entry in found][:2] == ["2023年第12期", "2024年第1期"]


def test_the_same_title_in_two_issues_is_one_heading_with_two_locators() -> None:
    assert "全国科技大会召开 2024(1):3 2024(11):5" in shown(*ARTICLES, by=By.TITLE)


def test_locators_sort_as_numbers_and_stand_once() -> None:
    same = [record("甲", where) for where in ("2024-10:2", "2024-02:11", "2024-02:3", "2024-02:3")]
    assert shown(*same, by=By.TITLE) == ["甲 2024(2):3 2024(2):11 2024(10):2"]


def test_authors_and_sources_stand_in_one_list_and_authors_are_read_as_names() -> None:
    found = entries(*ARTICLES, by=By.SOURCE)
    assert [(entry.group, entry.heading) for entry in found] == [("S", "单霁翔"), ("X", "新华社")]


def test_words_refer_to_the_terms_that_are_used_for_them() -> None:
    assert shown(*ARTICLES, by=By.SUBJECT, terms=(AI, DATA)) == [
        "AI 见人工智能",
        "大数据 2024(1):2",
        "机器智能 见人工智能",
        "人工智能 2023(12):4 2024(2):7 2024(11):5",
    ]


def test_a_compound_word_is_indexed_under_each_of_its_terms() -> None:
    terms = (AI.__class__("芯片", ("AI芯片",)), AI.__class__("人工智能", ("AI芯片",)))
    found = shown(record("甲", keywords=("AI芯片",)), by=By.SUBJECT, terms=terms)
    assert found == ["AI芯片 见芯片 见人工智能", "人工智能 2024(1):2", "芯片 2024(1):2"]


def test_no_reference_leads_nowhere() -> None:
    for one in (ARTICLES, ARTICLES[:1], ARTICLES[2:3]):
        for part in index(*one, terms=(AI, DATA)).parts:
            located = {entry.heading for entry in part.entries if entry.locators}
            for entry in part.entries:
                assert {*entry.see, *entry.see_also} <= located
                assert entry.locators or entry.see or part.by is By.REGION


def test_every_article_is_reached_from_contents_title_and_region() -> None:
    for by in (By.CONTENTS, By.TITLE, By.REGION):
        reached = {str(locator) for entry in entries(*ARTICLES, by=by) for locator in entry.locators}
        assert reached == {each.locator for each in ARTICLES}


@pytest.mark.parametrize("order", Order)
def test_the_index_does_not_depend_on_what_else_is_asked_for(order: Order) -> None:
    whole = index(*ARTICLES, order=order, terms=(AI, DATA))
    for part in whole.parts:
        assert index(*ARTICLES, by=(part.by,), order=order, terms=(AI, DATA)).parts == (part,)


def lines(*articles: Record) -> dict[By, set[str]]:
    return {by: set(shown(*articles, by=by, terms=(AI, DATA))) for by in By}


def test_adding_an_article_adds_its_own_lines_and_changes_no_other() -> None:
    new = record("新篇", "2024-12:9", regions=("330203",), keywords=("大数据",))
    before, after = lines(*ARTICLES), lines(*ARTICLES, new)
    assert after[By.CONTENTS] - before[By.CONTENTS] == {"新篇 2024(12):9"}
    assert after[By.TITLE] - before[By.TITLE] == {"新篇 2024(12):9"}
    assert after[By.SUBJECT] - before[By.SUBJECT] == {"大数据 2024(1):2 2024(12):9"}
    assert after[By.REGION] - before[By.REGION] == {"海曙 2023(12):4 2024(12):9"}
    assert before[By.REGION] - after[By.REGION] == {"海曙 2023(12):4"}
    assert before[By.CONTENTS] <= after[By.CONTENTS]
    assert before[By.SOURCE] == after[By.SOURCE]


def test_removing_an_article_takes_away_what_only_it_had() -> None:
    before, after = lines(*ARTICLES), lines(*ARTICLES[1:])
    assert before[By.REGION] - after[By.REGION] == {"浙江", "宁波", "海曙 2023(12):4"}
    assert after[By.REGION] <= before[By.REGION]
    assert before[By.TITLE] - after[By.TITLE] == {"宁波海曙建设科创平台 2023(12):4"}


def test_moving_an_article_changes_only_its_locators() -> None:
    moved = record("内蒙古出台措施", "2024-01:6", regions=("内蒙古",), keywords=("大数据",))
    before, after = lines(*ARTICLES), lines(ARTICLES[0], moved, *ARTICLES[2:])
    for by in (By.CONTENTS, By.TITLE, By.REGION, By.SUBJECT):
        assert {line.replace(":2", ":6") for line in before[by] - after[by]} == after[by] - before[by]


def test_editing_a_title_changes_its_line_alone() -> None:
    edited = record("内蒙古出台新措施", "2024-01:2", regions=("内蒙古",), keywords=("大数据",))
    before, after = lines(*ARTICLES), lines(ARTICLES[0], edited, *ARTICLES[2:])
    assert after[By.TITLE] - before[By.TITLE] == {"内蒙古出台新措施 2024(1):2"}
    assert before[By.TITLE] - after[By.TITLE] == {"内蒙古出台措施 2024(1):2"}
    assert all(before[by] == after[by] for by in (By.SUBJECT, By.REGION, By.SOURCE))


def test_many_locators_are_divided_by_years_and_years_by_issues() -> None:
    many = [record("甲", f"2023-{number:02}:2") for number in range(1, 9)] + [record("甲", "2024-01:4")]
    (entry,) = entries(*many, by=By.TITLE)
    assert [(each.label, len(each.locators)) for each in entry.divisions] == [
        ("2023年第1—4期", 4),
        ("2023年第5—8期", 4),
        ("2024年", 1),
    ]
    assert tuple(locator for each in entry.divisions for locator in each.locators) == entry.locators
    assert entries(*many[:6], by=By.TITLE)[0].divisions == ()


def test_the_preface_says_what_is_covered_and_nothing_that_does_not_hold() -> None:
    text = "".join(index(*ARTICLES, terms=(AI, DATA)).preface)
    assert "2023年第12期—2024年第11期，共4期、5篇文章" in text
    assert "另有1篇没有关键词" in text
    assert "共2个" in text
    assert "地区" not in "".join(index(*ARTICLES, by=(By.TITLE,)).preface)
    assert "按首字笔画数分组" in "".join(index(*ARTICLES, order=Order.STROKE).preface)


def test_a_guessed_reading_is_told_and_stating_it_ends_that() -> None:
    assert any("泊" in notice for notice in index(record("泊与港")).notices)
    assert index(record("泊与港", readings={"泊": "bo2"})).notices == ()
    assert index(record("泊与港"), order=Order.STROKE).notices == ()


def test_a_stated_reading_of_a_title_orders_that_title() -> None:
    (entry,) = entries(record("泊与港", readings={"泊": "po1"}), by=By.TITLE)
    assert entry.group == "P"


def test_a_reading_that_fits_no_word_is_refused() -> None:
    with pytest.raises(BadReadingError):
        cumulative_index((record("泊与港", readings={"泊": "po"}),), bulletin(), Vocabulary())
