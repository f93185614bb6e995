"""How words are read."""

import pytest

from kjqb.tables.readings import BadReadingError, Basis, may_be_guessed, readings, stated_readings


def spelt(text: str, *, person: bool = False) -> str:
    return " ".join(reading.label for reading in readings(text, person=person) if reading)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("单县", "shan4 xian4"),
        ("涡阳", "guo1 yang2"),
        ("六安市", "lu4 an1 shi4"),
        ("重庆银行行长", "chong2 qing4 yin2 hang2 hang2 zhang3"),
        ("单霁翔", "shan4 ji4 xiang2"),
        ("曾毅院士谈人工智能", "zeng1 yi4 yuan4 shi4 tan2 ren2 gong1 zhi4 neng2"),
        ("区块链", "qu1 kuai4 lian4"),
        ("解读新政策", "jie3 du2 xin1 zheng4 ce4"),
        ("曾任校长", "ceng2 ren4 xiao4 zhang3"),
        ("一个不少", "yi1 ge4 bu4 shao3"),
        ("绿色", "lü4 se4"),
        ("5G", ""),
    ],
)
def test_words_are_read_right(text: str, right: str) -> None:
    assert spelt(text) == right


def test_a_surname_is_one_where_the_text_is_said_to_be_a_name() -> None:
    assert spelt("解明", person=True) == "xie4 ming2"
    assert spelt("解明") == "jie3 ming2"


def test_a_reading_says_what_it_rests_on() -> None:
    bases = [reading.basis for reading in readings("单县行", stated_readings({"县": "xian4"})) if reading]
    assert bases == [Basis.PLACE, Basis.STATED, Basis.GUESSED]


@pytest.mark.parametrize("stated", ["shan4", "shan4 xian", "shan4 xian4 x1", "", "shan4 xian9"])
def test_a_stated_reading_that_does_not_fit_its_word_is_refused(stated: str) -> None:
    with pytest.raises(BadReadingError, match="单县"):
        stated_readings({"单县": stated})


def test_v_stands_for_u_with_two_dots() -> None:
    assert stated_readings({"绿": "lv4"})["绿"][0].label == "lü4"


def test_what_is_stated_need_not_be_guessed() -> None:
    assert may_be_guessed("泊与港")
    assert not may_be_guessed("泊与港", ["泊"])
    assert not may_be_guessed("港口")
