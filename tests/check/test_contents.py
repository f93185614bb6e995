from dataclasses import replace

import pytest

from kjqb.check.finding import Report
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Conventions
from kjqb.model.issue import Contents, Entry
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span

from . import texts

TITLES = ("甲县推广节水灌溉新技术", "乙市建成种质资源库", "丙区发布科技成果转化清单")


def issue(*entries: str, titles: tuple[str, ...] = TITLES) -> str:
    body = "\n".join(f"= {title}\n正文从略。" for title in titles)
    return "\n%%\n".join([f"科技参考\n2024年第1期\n{texts.OFFICE}", "\n".join(entries), body, texts.OFFICE])


def loose(*entries: str, titles: tuple[str, ...] = TITLES) -> list[tuple[str, str]]:
    return listed(texts.check_issue(issue(*entries, titles=titles), "T"))


def listed(report: Report) -> list[tuple[str, str]]:
    return [(finding.code, finding.extent.text) for finding in report.findings]


def stored(*entries: tuple[str, int], pages: tuple[int, ...]) -> list[tuple[str, str]]:
    """What is found where the list is toc.toml and the layout gives the pages."""
    made = []
    source = Source("toc.toml", "".join(f"{title}\t{page}\n" for title, page in entries))
    for line in texts.lines(source, 0, len(source.text)):
        tab = line.text.index("\t")
        made.append(Entry(line.part(0, tab), line.part(tab + 1, len(line.text)), line.part(0, tab)))
    subject = texts.issue(issue("★ 无...2"))
    assert subject.issue
    whole = replace(subject.issue, contents=Contents(tuple(made), stored=True))
    return listed(run([Subject.of_issue(whole, pages=pages)], Conventions(select=("T",))))


def entries(*pages: int, dots: str = "...") -> list[str]:
    return [f"★ {title}{dots}{page}" for title, page in zip(TITLES, pages, strict=True)]


def test_a_list_that_agrees_is_silent() -> None:
    assert loose(*entries(2, 3, 3)) == []
    assert stored(*zip(TITLES, (2, 3, 3), strict=True), pages=(2, 3, 3)) == []


def test_the_pages_of_a_stored_list_are_those_of_the_layout() -> None:
    assert stored(*zip(TITLES, (2, 4, 3), strict=True), pages=(2, 3, 3)) == [("T604", "4")]


def test_a_stored_list_is_compared_with_the_articles() -> None:
    assert stored((TITLES[0], 2), ("乙市建成种质资源库二期", 3), pages=(2, 3, 3)) == [
        ("T603", TITLES[2]),
        ("T601", "乙市建成种质资源库二期"),
    ]


def test_texts_of_a_stored_list_are_not_checked_by_themselves() -> None:
    source = Source("toc.toml", "甲,乙")
    title = Passage.verbatim(source, Span(0, 3))
    subject = texts.issue(issue("★ 无...2"))
    assert subject.issue
    contents = Contents((Entry(title, title, title),), stored=True)
    whole = replace(subject.issue, contents=contents)
    assert listed(run([Subject.of_issue(whole)], Conventions(select=("P",)))) == []


def test_an_issue_without_a_list_is_not_asked_for_one() -> None:
    subject = texts.issue(issue("★ 无...2"))
    assert subject.issue
    assert listed(run([Subject.of_issue(replace(subject.issue, contents=None))], Conventions(select=("T",)))) == []


@pytest.mark.parametrize("title", ["甲县：推广 节水技术", "甲县：推广  节水技术"])
def test_the_number_of_blanks_between_clauses_is_no_difference(title: str) -> None:
    assert loose("★ 甲县：推广 节水技术...2", titles=(title,)) == []


def test_a_blank_between_clauses_that_is_missing_is_a_difference() -> None:
    assert loose("★ 甲县：推广节水技术...2", titles=("甲县：推广 节水技术",)) == [("T601", "甲县：推广节水技术")]


def test_a_blank_beside_a_number_is_the_business_of_another_rule() -> None:
    assert loose("★ 甲县2024年要点...2", titles=("甲县 2024 年要点",)) == []


def test_a_line_that_was_not_taken_for_a_title_is_found_by_likeness() -> None:
    text = issue("★ 甲县推广节水灌溉新技术...2", "★ 乙市建成种质资源圃...3", titles=TITLES[:1])
    text = text.replace("正文从略。", "正文从略。\n乙市建成种质资源库\n乙文从略。")
    (finding,) = texts.check_issue(text, "T").findings
    assert (finding.code, finding.message) == ("T601", "目次作“乙市建成种质资源圃”，正文作“乙市建成种质资源库”")


def test_articles_in_another_order_are_found_once_each() -> None:
    assert loose(f"★ {TITLES[1]}...2", f"★ {TITLES[2]}...2", f"★ {TITLES[0]}...2") == [("T602", TITLES[0])]


def test_two_articles_of_one_title_are_two_entries() -> None:
    twice = (TITLES[0], TITLES[0])
    assert loose(*(f"★ {title}...2" for title in twice), titles=twice) == []


@pytest.mark.parametrize(
    ("pages", "wrong"),
    [((2, 2, 3), []), ((2, 5, 3), ["3"]), ((0, 2, 3), ["0"]), ((2, 3, 300), ["300"]), ((5, 2, 6), ["2"])],
)
def test_the_pages_of_a_loose_text_ascend_and_are_possible(pages: tuple[int, ...], wrong: list[str]) -> None:
    assert loose(*entries(*pages)) == [("T604", page) for page in wrong]


@pytest.mark.parametrize(
    ("leaders", "wrong"),
    [
        (("...", "...", "..."), []),
        (("...", ".....", "....."), ["..."]),
        (("...", "...", "....."), ["....."]),
        (("...", "....."), ["....."]),
        (("……", "……", "..."), ["..."]),
    ],
)
def test_leaders_are_those_of_most_entries(leaders: tuple[str, ...], wrong: list[str]) -> None:
    lines = [f"★ {title}{dots}2" for title, dots in zip(TITLES, leaders, strict=False)]
    assert loose(*lines, titles=TITLES[: len(leaders)]) == [("T605", dots) for dots in wrong]


def test_leaders_filled_up_to_one_edge_may_differ_in_number() -> None:
    lines = [f"★ {title}{'.' * (40 - 2 * len(title))}2" for title in TITLES]
    assert loose(*lines) == []


def test_other_marks_in_an_aligned_list_are_found_and_left_to_the_editor() -> None:
    lines = [f"★ {title}{'.' * (40 - 2 * len(title))}2" for title in TITLES[:2]] + [f"★ {TITLES[2]}······2"]
    (finding,) = texts.check_issue(issue(*lines), "T").findings
    assert (finding.code, finding.extent.text, finding.fix) == ("T605", "······", None)
