"""Whatever a text holds: no rule fails, and fixing it once is fixing it for good."""

from collections.abc import Callable
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from kjqb.check.finding import Report
from kjqb.check.fix import settle
from kjqb.check.report import FORMATS
from kjqb.text.numerals import CHINESE_NUMERAL
from kjqb.text.visible import is_hidden

from . import texts

ALPHABET = (
    "甲乙一二三十是第其首先次截止目前至到年月日期家编辑号 \t　，,。.；;：:？?！!、…·—-～~%‰"
    "()（）《》“”‘’[]【】〔〕0123456789aA/①②\u200b\x1b\n#=&"
)
OF_NUMBERS = CHINESE_NUMERAL + "OoОоＯｏ廿初正第年月日"
PIECES = (
    *("一是", "二是", "（1）", "(2)", "1.", "2、", "5—10%", "截止目前", "，", "。", "68%,", "建成 5 个", "“", "”"),
    *("GB/T 9704-2012", "https://a.cn/b,", "\n", "4千", "3～5千万", "2024-01-05", "2024/1/5", "01月05日", "二0二四年"),
    *(
        "〔2024〕第05号",
        "国发[2024]5号",
        "农历8月15",
        "10几",
        "三百〇五",
        "15届人大3次会议",
        "14五",
        "9：30",
        "3·5%",
        ".5%",
        "为",
    ),
)


anything = st.text(max_size=200)
likely = st.text(ALPHABET, max_size=200)
composed = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
bodies = st.one_of(anything, likely, composed)


def in_an_issue(title: str, line: str, body: str, colophon: str) -> str:
    """An issue of the layout of `texts`, whatever its parts hold."""
    title, line, colophon = (" ".join(part.split()).replace("%%", "") for part in (title, line, colophon))
    title = title.rstrip(".…·0123456789")
    title, line, colophon = (part if seen(part) else "甲" for part in (title, line, colophon))
    body = "\n".join(row for row in body.split("\n") if seen(row) != "%%" and not seen(row).startswith("= "))
    return f"科技参考\n{line}\n{texts.OFFICE}\n%%\n★ {title}...2\n%%\n= {title}\n{body}\n%%\n{colophon}"


def seen(text: str) -> str:
    """What is left of a text when characters that nobody sees have been taken out."""
    return "".join(character for character in text if not is_hidden(character)).strip()


def survives(text: str, check: Callable[[str], Report], file: str) -> None:
    report = check(text)
    for form in FORMATS.values():
        assert not any(map(is_hidden, str(form(report, 60)).replace("\n", "")))
    for unsafe in (False, True):
        fixed = settle(report, lambda new: check(new[file]), unsafe=unsafe)
        again = fixed.texts.get(file, text)
        assert settle(check(again), lambda new: check(new[file]), unsafe=unsafe).texts == {}


@settings(max_examples=150, deadline=None)
@given(bodies)
def test_an_article(text: str) -> None:
    survives(text, texts.check_article, "文章.md")


@settings(max_examples=100, deadline=None)
@given(likely, likely, bodies, likely)
def test_an_issue(title: str, line: str, body: str, colophon: str) -> None:
    survives(in_an_issue(title, line, body, colophon), texts.check_issue, texts.FILE)


@settings(max_examples=100, deadline=None)
@given(bodies)
def test_a_safe_fix_changes_no_han_character_but_a_numeral(text: str) -> None:
    report = texts.check_article(text, "P", "K", "N")
    fixed = settle(report, lambda new: texts.check_article(new["文章.md"], "P", "K", "N")).texts.get("文章.md", text)
    assert words(fixed) == words(text)


def words(text: str) -> list[str]:
    """Its letters, whatever form they are coded in; not those of numbers and dates, which rules spell anew."""
    return [one for one in normalize("NFKC", text) if one.isalpha() and one not in OF_NUMBERS]
