"""Bytes to text: what is taken, what is refused, and where the message points."""

import codecs
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.errors import ExitCode, KjqbError, UsageError
from kjqb.importers.decode import NotTextError, UnknownEncodingError, decode, reads_as_chinese

CHINESE = "科技情报参考\n\n2024年第1期\n\n某市科技信息中心 编辑\n电话：0471—1234567\n"
TRADITIONAL = "科技部今日表示，為推動區域創新發展，將補助地方政府設置研究中心，並鼓勵產業與學術界合作。"
JAPANESE = "科学技術の振興に関する基本計画を推進し、地域の研究開発を支援することとした。"
KOREAN = "과학기술정보통신부는 인공지능 연구개발 사업을 추진한다고 밝혔다. 올해 예산은 지난해보다 늘어났다."
RUSSIAN = "Научно-техническая информация о развитии регионов и новых технологиях."
GERMAN = "Größe und Straße, Äpfel, Übung, schön, Ölpreis, daß"
FRENCH = "dès l'été, où çà là-bas, forêt, naïve, garçon"


@pytest.mark.parametrize(
    "data",
    [
        CHINESE.encode(),
        codecs.BOM_UTF8 + CHINESE.encode(),
        CHINESE.encode("utf-16"),
        codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"),
        CHINESE.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-le", "utf-16-be", "gb18030"],
)
def test_a_chinese_text_is_read_without_its_mark(data: bytes):
    assert decode(data, "a.txt") == CHINESE


@pytest.mark.parametrize("text", ["", "plain ASCII\r\n", "Größe", "𠮷野家", "\ue000"])
def test_whatever_is_strict_utf8_is_taken(text: str):
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("text", ["科技情报参考", "乌兰察布市科技信息中心 编辑", "浙江丽水：集聚人才优势", "中文"])
def test_a_short_text_in_gb18030_is_enough(text: str):
    assert decode(text.encode("gb18030"), "a.txt") == text


def test_a_rare_name_does_not_spoil_a_text_in_gb18030():
    text = "项目负责人张喆、李堃介绍了平台建设的进展，并回答了企业提出的问题。"
    assert decode(text.encode("gb18030"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "cp950"),
        (TRADITIONAL[:12], "big5"),
        (TRADITIONAL, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE[:8], "shift_jis"),
        (KOREAN, "euc_kr"),
        (KOREAN, "cp949"),
        (KOREAN[:10], "euc_kr"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GERMAN, "latin-1"),
        (GERMAN[:5], "latin-1"),
        (FRENCH, "cp1252"),
        (CHINESE, "utf-16-le"),
    ],
)
def test_another_encoding_is_refused_and_never_read_as_something_else(text: str, encoding: str):
    data = text.encode(encoding)
    with pytest.raises(KjqbError) as caught:
        decode(data, "a.txt")
    assert caught.value.slug in {"unknown-encoding", "not-text"}
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert "--encoding" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(TRADITIONAL, "big5"), (JAPANESE, "Shift-JIS"), (KOREAN, "EUC-KR"), (CHINESE, "GBK"), (CHINESE, "utf_16_le")],
)
def test_the_encoding_that_is_named_is_taken(text: str, encoding: str):
    assert decode(text.encode(encoding), "a.txt", encoding) == text


def test_gb2312_is_read_as_gb18030_which_has_the_dash_too():
    assert decode("1—10月".encode("gb18030"), "a.txt", "gb2312") == "1—10月"


def test_a_text_in_another_encoding_than_the_one_named_is_refused():
    with pytest.raises(UnknownEncodingError) as caught:
        decode("第一行\n第二".encode("gb18030"), "a.txt", "utf-8")
    assert str(caught.value.where) == "a.txt:1:1"


@pytest.mark.parametrize("encoding", ["", "klingon", "hex", "rot13", "idna", "\0", "中文", "x" * 10_000])
def test_an_encoding_that_is_none_is_a_matter_of_usage(encoding: str):
    if encoding == "":
        assert decode(b"a", "a.txt", encoding) == "a"
        return
    with pytest.raises(UsageError):
        decode(b"a", "a.txt", encoding)


def test_the_place_of_the_first_bad_byte_is_said():
    with pytest.raises(UnknownEncodingError) as caught:
        decode("第一行\n第二".encode() + b"\xff" + "行。".encode(), "a.txt")
    assert str(caught.value.where) == "a.txt:2:3"


def test_the_bad_byte_of_a_text_in_gb18030_is_found_too():
    with pytest.raises(UnknownEncodingError) as caught:
        decode("科技创新的成果\n成果转化".encode("gb18030") + b"\xff", "a.txt")
    assert str(caught.value.where) == "a.txt:2:5"


def test_the_place_counts_no_byte_order_mark():
    with pytest.raises(UnknownEncodingError) as caught:
        decode(codecs.BOM_UTF8 + "科技".encode() + b"\xff", "a.txt")
    assert str(caught.value.where) == "a.txt:1:3"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x14\0\x06\0", b"\0\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "文\0字".encode()]
)
def test_a_file_with_nul_is_no_text(data: bytes):
    with pytest.raises(NotTextError) as caught:
        decode(data, "a.docx")
    assert caught.value.slug == "not-text"
    assert caught.value.where


def test_reading_as_chinese_asks_for_frequent_characters():
    assert reads_as_chinese("推动科技成果转化")
    assert not reads_as_chinese("supOS")
    assert not reads_as_chinese("救崇窍技夸苞切扁贱沥")


@given(st.binary(), st.sampled_from([None, "utf-8", "gb18030", "big5", "utf-16", "shift_jis", "cp949"]))
def test_arbitrary_bytes_raise_nothing_but_our_own_errors(data: bytes, encoding: str | None):
    with suppress(NotTextError, UnknownEncodingError):
        assert "\0" not in decode(data, "a.txt", encoding)


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_utf8_is_read_as_it_was_written(text: str):
    assert decode(text.encode(), "a.txt") == text


def test_nearly_every_sentence_of_official_documents_is_read_from_gb18030():
    corpus = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "official-clean.txt"
    if not corpus.exists():
        pytest.skip(f"{corpus} is not there: real sentences were NOT tried")
    sentences = [line for line in corpus.read_text("utf-8").splitlines() if line]
    read = [sentence for sentence in sentences if reads_as_chinese(sentence)]
    assert len(read) > 0.99 * len(sentences)
