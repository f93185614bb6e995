"""Lists and headings of an article: how many items they have, how these end, how they are numbered."""

import pytest

from kjqb.check.fix import settle
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Conventions

from . import texts


def found(text: str, code: str) -> list[str]:
    return [finding.extent.text for finding in texts.check_article(text, code).findings]


def titled(title: str, text: str, code: str) -> list[str]:
    report = run([Subject.of_article(texts.article(text, title=title))], Conventions(select=(code,)))
    return [finding.extent.text for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "single"),
    [
        ("一是甲。同时抓乙。", ["一是"]),
        ("甲。\n一是乙。\n丙。", ["一是"]),
        ("全市一方面，一是甲，还要抓乙。", ["一是"]),
        ("第一，甲。没有后文。", ["第一"]),
        ("一是甲。二是乙。\n一是丙。", ["一是"]),
        ("一是甲：一是乙；二是丙。\n二是丁。", []),
        ("一是甲。\n二是乙：一是丙；二是丁。", []),
        ("一是缺人二是缺钱。", []),
        ("一是甲，另一是乙。", []),
        ("一是甲。再一个是乙。", []),
        ("一是甲。三是丙。", []),
        ("统一是基础。唯一是质量。", []),
    ],
)
def test_a_first_item_wants_a_second(text: str, single: list[str]) -> None:
    assert found(text, "S502") == single


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("（一）甲：\n一、乙。\n二、丙。\n（二）丁。", ["一、"]),
        ("## （一）甲\n乙。\n## 一、丙\n丁。\n## 二、戊\n己。", ["一、"]),
        ("1.甲：（一）乙；（二）丙。\n2.丁。", ["（一）"]),
        ("①甲：（1）乙；（2）丙。②丁。", ["（1）"]),
        ("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊", []),
        ("一、甲\n1.乙\n2.丙\n二、丁\n1.戊\n2.己", []),
        ("（1）甲。（2）乙。\n一、丙\n丁。\n二、戊\n己。", []),
        ("## 一、甲\n（一）乙。\n（二）丙。\n## 二、丁\n（一）戊。", []),
    ],
)
def test_levels_of_numbers_go_down(text: str, broken: list[str]) -> None:
    assert found(text, "S503") == broken


def test_articles_number_their_headings_alike() -> None:
    def body(*articles: str) -> str:
        contents = "\n".join(f"★ 第{number}县.....2" for number, _ in enumerate(articles))
        texts_ = "\n".join(f"= 第{number}县\n{article}" for number, article in enumerate(articles))
        return f"科技参考\n2024年第1期\n{texts.OFFICE}\n%%\n{contents}\n%%\n{texts_}\n%%\n{texts.OFFICE}"

    def differing(*articles: str) -> list[str]:
        return [finding.extent.text for finding in texts.check_issue(body(*articles), "S505").findings]

    chinese, arabic = "一、甲。\n二、乙。", "1.甲。\n2.乙。"
    assert differing(chinese, arabic, chinese) == ["1.甲。"]
    assert differing(arabic, chinese) == ["1.甲。"]
    assert differing(chinese, chinese, "一是甲。\n二是乙。", "——甲。\n——乙。", "一、甲。") == []
    assert differing(f"{chinese}\n{arabic}", chinese) == []


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("甲。\n-\n乙。", ["-"]),
        ("甲。\n•\n乙。", ["•"]),
        ("一、\n甲。", ["一、"]),
        ("## （一）\n甲。", ["（一）"]),
        ("## 一、甲\n乙。\n## 二、丙\n## 三、丁\n戊。", ["二、丙"]),
        ("## 一、甲\n乙。\n## 二、丙", ["二、丙"]),
        ("## 一、甲\n### （一）乙\n丙。\n## 二、丁\n戊。", []),
        ("## 1.甲\n## 2.乙\n## 3.丙", []),
        ("## 一、甲\n乙。\n## 二、丙\n## （一）丁\n戊。", []),
        ("* * *", []),
        ("甲。\n——乙。\n——丙。", []),
    ],
)
def test_headings_have_words_and_a_text(text: str, empty: list[str]) -> None:
    assert found(text, "S506") == empty


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("——甲。\n——乙；\n——丙。", ["；"]),
        ("——甲；\n——乙。\n——丙；\n——丁。", ["。"]),
        ("——甲；\n——乙；\n——丙。", []),
        ("——甲；\n——乙；\n——丙；", []),
        ("——甲。\n——乙。\n——丙；", ["；"]),
        ("如下：\n推进甲的工作；\n——推进乙的工作；\n——推进丙的工作。", ["推"]),
        ("——推进甲的工作；\n推进乙的工作；\n——推进丙的工作。", ["推"]),
        ("——推进甲的工作。\n其中，乙要先行。\n——推进丙的工作。", []),
        ("——甲的工作。包括：\n（1）乙。\n（2）丙。\n——丁的工作。", []),
    ],
)
def test_items_with_dashes_begin_and_end_alike(text: str, wrong: list[str]) -> None:
    assert found(text, "S508") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("一是甲；二是乙。三是丙；四是丁。", ["。"]),
        ("一是甲。二是乙；三是丙。", ["；"]),
        ("一是甲，二是乙；三是丙；四是丁。", ["，"]),
        ("（1）甲；\n（2）乙。\n（3）丙；\n（4）丁。", ["。"]),
        ("（1）甲；\n（2）乙，\n（3）丙；\n（4）丁。", ["，"]),
        ("一是甲；二是乙；三是丙。", []),
        ("一是甲。详见乙。二是丙。三是丁。", []),
        ("一是甲、二是乙、三是丙，均已落实。", []),
        ("一是甲；二是乙。其他从略。", []),
        ("一是能否办成？二是何时办成？三是由谁来办。", []),
        ("（1）甲；\n乙。\n（2）丙。\n（3）丁。", []),
        ("## 一、甲\n乙。\n## 二、丙\n丁。", []),
    ],
)
def test_items_of_one_list_end_alike(text: str, wrong: list[str]) -> None:
    assert found(text, "S510") == wrong


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("甲" * 149 + "。", 0),
        ("甲" * 150 + "。", 1),
        ("甲" * 75 + "，" + "乙" * 90 + "。丙。", 1),
        ("甲" * 100 + "；" + "乙" * 100 + "。", 0),
        ("甲乙丙丁。" * 120, 0),
        ("甲乙丙丁。" * 121, 1),
        ("甲 " * 149 + "。", 0),
    ],
)
def test_sentences_and_paragraphs_have_a_length(text: str, long: int) -> None:
    assert len(found(text, "S509")) == long


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全市采取三项措施。一是甲。二是乙。三是丙。四是丁。", ["三项措施"]),
        ("三项措施如下：\n一是甲。\n二是乙。", ["三项措施"]),
        ("主要有五条：\n1.甲。\n2.乙。\n3.丙。", ["五条"]),
        ("近年来，全市四措并举，推动成果转化。一是甲。二是乙。三是丙。", ["四措并举"]),
        ("全市从3个方面入手：（1）甲；（2）乙。", ["3个方面"]),
        ("全市推出以下4项举措：\n——甲。\n——乙。\n——丙。", ["4项举措"]),
        ("## 一、推进三项重点任务\n一是甲。二是乙。", ["三项重点任务"]),
        ("存在三个问题：①甲；②乙。", ["三个问题"]),
        ("从“甲”“乙”“丙”以及“丁”等6个方面提出22项具体措施。", ["6个方面"]),
        ("从“甲”、“乙”、“丙”等两个方面推进。", ["两个方面"]),
        ("出台《甲》《乙》《丙》两个文件。", ["两个文件"]),
        ("全市采取三项措施。一是甲。二是乙。三是丙。", []),
        ("从“甲”“乙”“丙”以及“丁”等4个方面提出22项具体措施。", []),
        ("“甲”“乙”等6个方面", []),
        ("获评“甲”“乙”12家。", []),
        ("提出22项具体措施。其中，在“甲”方面，通知提出：\n——乙。\n——丙。", []),
        ("全市有3个方面的优势，形成5项成果。一是甲。二是乙。", []),
        ("其中，3项措施已见效。一是甲。二是乙。", []),
        ("第三方面工作由市科技局负责。一是甲。二是乙。", []),
        ("几项措施如下：一是甲；二是乙。", []),
        ("新建3个平台。一是甲。二是乙。", []),
        ("采取三项措施。全市运行平稳。一是甲。二是乙。", []),
    ],
)
def test_a_stated_number_is_that_of_the_items(text: str, wrong: list[str]) -> None:
    assert found(text, "S512") == wrong


@pytest.mark.parametrize(
    ("title", "text", "wrong"),
    [
        ("某市四措并举强化项目管理", "一是甲。\n二是乙。\n三是丙。", ["四措并举"]),
        ("某市四措并举强化项目管理", "一是甲。\n二是乙。\n三是丙。\n四是丁。", []),
        ("某市“三大行动”激发活力", "## 一、甲\n乙。\n## 二、丙\n丁。", ["三大行动"]),
        ("某市三大行动激发活力", "## 一、甲\n一是乙。二是丙。三是丁。\n## 二、戊\n己。\n## 三、庚\n辛。", []),
        ("某市四措并举强化项目管理", "一是甲。二是乙。\n一是丙。二是丁。", []),
        ("某市多措并举强化项目管理", "一是甲。\n二是乙。", []),
        ("某市双轮驱动促发展", "一是甲。\n二是乙。\n三是丙。", []),
        ("某市四措并举强化项目管理", "全市成效明显。", []),
    ],
)
def test_a_number_in_the_title_is_that_of_the_one_list(title: str, text: str, wrong: list[str]) -> None:
    assert titled(title, text, "S512") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("附件：1.名单。\n2.申报表；\n3.汇总表", ["。", "；"]),
        ("附件：一、名单\n二、申报表", ["一、", "二、"]),
        ("附件：（1）名单\n（2）申报表", ["（1）", "（2）"]),
        ("附件:申报表。", ["。"]),
        ("附件：1.名单\n2.申报表\n特此通知。", []),
        ("附件：申报表\n一、总体要求。", ["一、", "。"]),
        ("附件1 推荐名单", []),
        ("附件：见下文。具体要求另行通知。", []),
        ("甲。\n一、乙。", []),
    ],
)
def test_attachments_are_listed_without_marks(text: str, wrong: list[str]) -> None:
    assert found(text, "S513") == wrong


@pytest.mark.parametrize(
    "text", ["一是甲。二是乙；三是丙；四是丁。", "——甲。\n——乙；\n——丙。", "附件：一、甲。\n二、乙。"]
)
def test_mending_a_list_once_is_mending_it(text: str) -> None:
    fixed = settle(
        texts.check_article(text, "S"), lambda new: texts.check_article(new["文章.md"], "S"), unsafe=True
    ).texts["文章.md"]
    assert not texts.check_article(fixed, "S508", "S510", "S513").findings
