"""The form of a contents list and of titles: markers, heading, entries that repeat, the blank between two clauses."""

from dataclasses import replace

import pytest

from kjqb.check.fix import settle
from kjqb.check.run import run
from kjqb.importers import loose
from kjqb.model.bulletin import Bulletin, ContentsStyle, Conventions
from kjqb.model.source import Source

from . import texts

TITLES = ("甲县推广节水灌溉新技术", "乙县建成种质资源共享平台")


def issue(*contents: str, titles: tuple[str, ...] = TITLES, body: str = texts.BODY) -> str:
    articles = "\n".join(f"= {title}\n{body}" for title in titles)
    listed = "\n".join(contents)
    return f"科技参考\n2024年第1期\n{texts.OFFICE}\n%%\n{listed}\n%%\n{articles}\n%%\n{texts.OFFICE}"


def found(text: str, code: str, bulletin: Bulletin | None = None) -> list[tuple[str, str]]:
    subject = replace(texts.issue(text), bulletin=bulletin)
    return [(finding.extent.text, finding.message) for finding in run([subject], Conventions(select=(code,))).findings]


def entries(first: str, second: str) -> tuple[str, str]:
    return f"{first}{TITLES[0]}...2", f"{second}{TITLES[1]}...3"


@pytest.mark.parametrize(
    ("markers", "wrong"),
    [
        (("★ ", "★ "), []),
        (("- ★ ", "★ "), []),
        (("★ ", "☆ "), ["☆"]),
        (("* ", "★ "), ["*"]),
        (("★ ", ""), ["乙"]),
        (("★ ", "- "), ["乙"]),
        (("★", "★ "), []),
    ],
)
def test_every_line_bears_the_marker_of_the_bulletin(markers: tuple[str, str], wrong: list[str]) -> None:
    assert [excerpt for excerpt, _ in found(issue(*entries(*markers)), "T606", texts.bulletin())] == wrong


def test_without_a_bulletin_most_lines_say_which_marker_it_is() -> None:
    assert found(issue(*entries("● ", "● ")), "T606") == []
    assert found(issue(*entries("", "")), "T606") == []
    assert found(issue(*entries("● ", "")), "T606") == [("乙", "这一条缺目次标记“●”")]
    assert found(issue(*entries("● ", "● ")), "T606", texts.bulletin()) == [
        ("●", "目次标记“●”应为“★”"),
        ("●", "目次标记“●”应为“★”"),
    ]


def test_a_bulletin_without_a_marker_asks_for_none() -> None:
    plain = replace(texts.bulletin(), contents=ContentsStyle(marker=""))
    assert found(issue(*entries("● ", "")), "T606", plain) == []


def test_a_heading_of_the_contents_list_is_asked_for_only_where_it_is_configured() -> None:
    headed = replace(texts.bulletin(), contents=ContentsStyle(heading="目 次"))
    assert found(issue(*entries("★ ", "★ ")), "T607", texts.bulletin()) == []
    assert found(issue(*entries("★ ", "★ ")), "T607") == []
    assert found(issue(*entries("★ ", "★ ")), "T607", headed) == [("★", "目次上方缺标题“目 次”")]
    assert found(issue("目录", *entries("★ ", "★ ")), "T607", headed) == [("目录", "目次标题作“目录”，应为“目 次”")]
    assert found(issue("目次", *entries("★ ", "★ ")), "T607", headed) == []


def test_a_loose_text_keeps_the_heading_of_its_contents_list() -> None:
    head = "科技参考\n\n2024年第1期\n\n某市科技信息中心 编辑\n\n目  录\n\n"
    text = f"{head}★ {TITLES[0]}...2\n\n{TITLES[0]}\n\n平台开放。\n"
    contents = loose.read_issue(Source("a.txt", text)).contents
    assert contents is not None
    assert contents.heading is not None
    assert contents.heading.text == "目  录"


@pytest.mark.parametrize(
    ("titles", "wrong"),
    [
        (TITLES, []),
        ((TITLES[0], TITLES[0]), [TITLES[0]]),
        ((TITLES[0], f"{TITLES[0][:4]} {TITLES[0][4:]}"), [f"{TITLES[0][:4]} {TITLES[0][4:]}"]),
    ],
)
def test_no_title_is_listed_twice(titles: tuple[str, str], wrong: list[str]) -> None:
    contents = [f"★ {title}...2" for title in titles]
    assert [excerpt for excerpt, _ in found(issue(*contents, titles=TITLES), "T608")] == wrong


def test_a_repeated_entry_is_one_finding() -> None:
    contents = [f"★ {title}...2" for title in (*TITLES, TITLES[0])]
    assert [finding.code for finding in texts.check_issue(issue(*contents), "T").findings] == ["T608"]


def test_two_articles_of_one_title_may_both_be_listed() -> None:
    twice = (TITLES[0], TITLES[0])
    assert found(issue(*[f"★ {title}...2" for title in twice], titles=twice), "T608") == []


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("某市集聚创新优势  服务地方发展", "某市集聚创新优势 服务地方发展"),
        ("某市集聚创新优势　　服务地方发展", "某市集聚创新优势 服务地方发展"),
        ("某市集聚创新优势　服务地方发展", "某市集聚创新优势　服务地方发展"),
        ("某市集聚创新优势 服务地方发展", "某市集聚创新优势 服务地方发展"),
        ("记者  李  涛", "记者  李  涛"),
        ("科技创新成效显著 2024年再上新台阶", "科技创新成效显著 2024年再上新台阶"),
    ],
)
def test_two_clauses_of_a_title_are_one_blank_apart(title: str, right: str) -> None:
    text = issue(f"★ {title}...2", titles=(title,))

    fixed = settle(texts.check_issue(text, "S511"), lambda new: texts.check_issue(new[texts.FILE], "S511"))
    assert fixed.texts.get(texts.FILE, text) == issue(f"★ {right}...2", titles=(right,))


def test_titles_of_an_issue_have_one_kind_of_blank() -> None:
    titles = ("集聚创新优势 服务地方发展", "完善服务体系　激发企业活力", "优化营商环境　推动产业升级")
    report = run([texts.issue(issue(*[f"★ {t}...2" for t in titles], titles=titles))], Conventions(select=("S511",)))
    assert [finding.extent.text for finding in report.findings] == [" ", " "]
