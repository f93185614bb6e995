import pytest

from kjqb.check.enumerators import Series, enumerators
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.article import Article, Paragraph
from kjqb.model.source import Source

from . import texts


def wrong(text: str, code: str = "S501") -> list[tuple[str, str]]:
    return [
        (finding.extent.text, finding.message.split("应为")[-1].strip("“”"))
        for finding in texts.check_article(text, code).findings
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("一是甲，二是乙；“三是丙”。", ["一是", "二是", "三是"]),
        ("首先，甲。其次，乙。再次，丙。", ["首先", "其次", "再次"]),
        ("第一，甲。其二，乙。", ["第一", "其二"]),
        ("（一）甲；（二）乙。", ["（一）", "（二）"]),
        ("①甲；②乙。", ["①", "②"]),
        ("1.甲：2、乙。3．丙", ["1.", "2、", "3．"]),
        ("　　一、甲", ["一、"]),
        ("统一是、第二、三产业、3.5%、（2018）", []),
        ("一、二产业", []),
        ("见（一）和第（二）项", []),
    ],
)
def test_enumerators_are_told_from_words_and_quantities(text: str, labels: list[str]) -> None:
    assert [item.label for item in enumerators(texts.article(text))] == labels


@pytest.mark.parametrize(
    ("label", "number", "other"),
    [
        ("十一是", 11, "十二是"),
        ("（3)", 3, "（4)"),
        ("其四", 4, "其五"),
        ("首先", 1, "其次"),
        ("⑨", 9, "⑩"),
        ("2．", 2, "3．"),
    ],
)
def test_an_enumerator_counts_on_in_its_own_form(label: str, number: int, other: str) -> None:
    (item,) = enumerators(texts.article(f"{label}，甲"))
    assert item.number == number
    assert item.relabelled(number + 1) == other


def test_a_series_that_has_no_more_words_ends() -> None:
    third, last = enumerators(texts.article("再次，甲。⑳乙。"))
    assert third.relabelled(4) is None
    assert last.relabelled(21) is None
    assert third.series is Series.WORD


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("一是甲。二是乙。二是丙。三是丁。", [("二是", "三是")]),
        ("一是甲。三是丙。四是丁。", [("三是", "二是")]),
        ("一是甲。二是乙。三是丙。二是丁。四是戊。", [("二是", "四是")]),
        ("二是乙。三是丙。", []),
        ("一是甲。\n乙。\n三是丙。", [("三是", "二是")]),
        ("1.甲\n2.乙\n4.丙", [("4.", "3.")]),
        ("首先，甲。首先，乙。再次，丙。", [("首先", "其次")]),
        ("一是甲。一是乙。三是丙。", [("一是", "二是")]),
        ("一是甲。一是乙。", [("一是", "二是")]),
        ("一是甲。\n一是乙。\n三是丙。", [("一是", "二是")]),
        ("首先，甲。其次，乙。再次，丙。再次，丁。", []),
        ("## 1.甲\n1.乙。\n2.丙。\n## 2.丁\n1.戊。", []),
        ("一是甲。\n二是乙：一是丙；二是丁。\n二是戊。", [("二是", "三是")]),
    ],
)
def test_lists_count_on(text: str, faults: list[tuple[str, str]]) -> None:
    assert wrong(text) == faults


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("一是甲。一、乙。二是丙。二是丁。", "序次语重复：“二是”应为“三是”"),
        ("一是甲。三是丙。", "序次语跳号：“三是”应为“二是”"),
        ("一是甲。二是乙。三是丙。二是丁。", "序次语倒退：“二是”应为“四是”"),
    ],
)
def test_the_message_says_what_is_wrong_and_what_is_right(text: str, message: str) -> None:
    assert [finding.message for finding in texts.check_article(text, "S501").findings] == [message]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("1.甲\n2、乙\n3．丙", [("2、", "2."), ("3．", "3.")]),
        ("（1）甲\n(2)乙", [("(2)", "（2）")]),
        ("(1)甲\n（2）乙", [("(1)", "（1）")]),
        ("(1)甲\n(2)乙", []),
        ("## 1.甲\n1、乙。\n2、丙。", []),
        ("1.甲：1、乙；2、丙。\n2.丁", []),
        ("一、甲\n（一）乙\n二、丙", []),
    ],
)
def test_numbers_of_one_level_have_one_form(text: str, faults: list[tuple[str, str]]) -> None:
    assert wrong(text, "S504") == faults


def test_a_paragraph_cut_in_three_is_found_twice() -> None:
    text = f"{texts.CUT}\n\n{texts.CUT}所\n\n共建平台。"
    findings = texts.check_article(text).findings
    assert [(finding.code, finding.where.line) for finding in findings] == [("S507", 1), ("S507", 3)]


def test_a_cut_between_two_latin_words_is_joined_with_a_blank() -> None:
    text = f"{texts.CUT[:-8]}国际平台Open\n\nLab二期。"
    (finding,) = texts.check_article(text, "S507").findings
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == [" "]


def test_pieces_with_more_than_blanks_between_them_are_left_to_the_editor() -> None:
    source = Source("文章.md", f"{texts.CUT}\n\n---\n\n所共建平台。")
    first, _, last = texts.lines(source, 0, len(source.text))
    blocks = (Paragraph(first), Paragraph(last))
    article = Article("文章.md", first.part(0, 0), blocks)
    (finding,) = run([Subject.of_article(article)]).findings
    assert (finding.code, finding.fix) == ("S507", None)


def test_a_paragraph_before_a_heading_is_not_cut() -> None:
    assert [finding.code for finding in texts.check_article(f"{texts.CUT}\n## 一、甲").findings] == ["P109"]
