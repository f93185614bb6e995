"""What an import proposes for an editor to confirm."""

from dataclasses import replace

from kjqb.importers.loose import read_article
from kjqb.importers.suggestions import with_suggestions
from kjqb.model.article import Suggested

from .texts import source


def suggested(text: str) -> Suggested:
    return with_suggestions(read_article(source(text))).suggested


def test_the_regions_of_the_title_are_suggested_and_in_force():
    found = with_suggestions(read_article(source("浙江衢州：集聚创新优势\n\n内蒙古也有经验。\n")))
    assert found.suggested.regions == found.regions == ("330800",)


def test_quoted_terms_and_works_are_suggested_and_not_in_force():
    text = "某市出台“科创十条”\n\n依据《促进成果转化法》，实施“揭榜挂帅”，“揭榜挂帅”项目有5个。\n"
    found = with_suggestions(read_article(source(text)))
    assert found.suggested.keywords == ("揭榜挂帅", "科创十条", "促进成果转化法")
    assert found.keywords == ()


def test_speech_single_characters_and_numbers_are_no_keywords():
    text = "某市工作\n\n他说：“我们要加油，继续干。”实现“零”突破，“31”号，“一个很长很长很长很长很长的引语”。\n"
    assert suggested(text).keywords == ()


def test_no_more_than_eight_keywords_are_suggested():
    terms = "".join(f"“{first}{second}”" for first in "甲乙丙" for second in "子丑寅卯")
    assert len(suggested(f"某市工作\n\n包括{terms}。\n").keywords) == 8


def test_what_an_editor_has_said_is_not_suggested_again():
    article = replace(read_article(source("浙江“甲乙”\n\n正文。\n")), regions=("150000",), keywords=("词",))
    found = with_suggestions(article)
    assert (found.regions, found.keywords, found.suggested) == (("150000",), ("词",), Suggested())


def test_a_text_without_any_of_it_gets_none():
    assert suggested("某市工作\n\n正文。\n") == Suggested()
