import pytest

from kjqb.check.finding import Report
from kjqb.check.fix import settle
from kjqb.check.rule import Example
from kjqb.check.run import run
from kjqb.check.subject import Kind, Subject
from kjqb.model.article import Article, Paragraph
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span

from . import texts


def with_style(text: str, style: str, part: Kind = Kind.PARAGRAPH) -> str:
    """The text after the fixes of K201 alone."""

    def check(new: str) -> Report:
        return run([texts.issue(new)], Conventions(select=("K201",), options={"K201": {"style": style}}))

    whole = texts.compose(Example(text, text, part), text)
    return settle(check(whole), lambda new: check(new[texts.FILE])).texts.get(texts.FILE, whole)


def paragraph(text: str, style: str) -> str:
    """The same of a paragraph alone."""
    return with_style(text, style).split(f"= {texts.TITLE}\n")[1].split("\n%%")[0]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("建成 5 个、AI 平台 3 家", "建成5个、AI平台3家"),
        ("占 68% 以上，升至 5℃ 左右", "占68%以上，升至5℃左右"),
        ("建成  5  个", "建成5个"),
        ("甲 ，5 个", "甲 ，5个"),
        ("名称      2015年", "名称      2015年"),
        ("Windows 11 Pro", "Windows 11 Pro"),
        ("张 三", "张 三"),
        ("0.18 mg/kg 以下", "0.18 mg/kg以下"),
        ("图1 试验田共 5 处", "图1 试验田共5处"),
        ("联系电话 0471-1234567", "联系电话 0471-1234567"),
    ],
)
def test_blanks_beside_latin_are_taken_out(text: str, right: str) -> None:
    assert paragraph(text, "remove") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("建成5个、AI平台3家", "建成 5 个、AI 平台 3 家"),
        ("占68%以上，5G基站", "占 68% 以上，5G 基站"),
        ("达到3.5亿元（约5家）", "达到 3.5 亿元（约 5 家）"),
        ("国发〔2024〕5号文", "国发〔2024〕5号文"),
        ("见https://example.org/a说明", "见https://example.org/a说明"),
    ],
)
def test_blanks_beside_latin_are_put_in(text: str, right: str) -> None:
    assert paragraph(text, "insert") == right


def test_blanks_are_let_be() -> None:
    assert paragraph("建成 5 个、AI平台", "keep") == "建成 5 个、AI平台"


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("某市引进 50 家高新技术企业", "某市引进50家高新技术企业"),
        ("某市科技创新成效显著 2024 年再上新台阶", "某市科技创新成效显著 2024年再上新台阶"),
        ("某市新增企业突破100 创新活力持续迸发", "某市新增企业突破100 创新活力持续迸发"),
        ("某市：AI 赋能农业", "某市：AI赋能农业"),
    ],
)
def test_a_blank_that_may_part_the_clauses_of_a_title_is_kept(title: str, right: str) -> None:
    fixed = with_style(title, "remove", Kind.TITLE)
    assert f"= {right}\n" in fixed
    assert f"★ {right}....." in fixed


def test_a_line_end_in_the_source_is_no_blank() -> None:
    source = Source("文章.md", "建成\n5个。")
    passage = Passage("建成 5个。", source, Passage.verbatim(source, Span(0, 6)).pieces)
    article = Article("文章.md", Passage.verbatim(source, Span(0, 0)), (Paragraph(passage),))
    assert run([Subject.of_article(article)]).findings == ()
