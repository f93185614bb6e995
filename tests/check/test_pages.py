import pytest

from kjqb.check import pages
from kjqb.check.registry import rules
from kjqb.check.rule import Rule
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Conventions

from . import texts

RULES = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)


@RULES
def test_a_page_says_why_by_what_right_and_shows_examples(rule: Rule) -> None:
    page = pages.page(rule)
    assert page.startswith(f"# {rule.title}（{rule.code}）\n\n{rule.about}\n")
    assert f"依据：{rule.source}" in page
    assert all(example.bad in page and example.good in page for example in rule.examples)
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


@RULES
def test_a_page_keeps_the_rules_itself(rule: Rule) -> None:
    prose = "\n".join(part for part in pages.page(rule).split("```") if not part.startswith(("text", "toml")))
    article = texts.article(prose.replace("# ", ""))
    # A page may name both marks of a range, which one issue must not mix.
    report = run([Subject.of_article(article)], Conventions(ignore=("P109", "P116", "S", rule.code)))
    assert [(finding.code, finding.extent.text) for finding in report.findings] == []


def test_options_are_described() -> None:
    page = pages.page(rules()["K201"])
    assert "| `style` |" in page
    assert '| `"remove"` | remove、insert、keep |' in page
    assert "[check.K201]" in page


def test_the_table_lists_every_rule_under_its_family() -> None:
    table = pages.index(rules().values())
    for rule in rules().values():
        assert f"| [{rule.code}]({rule.code}.md) | {rule.title} |" in table
        assert f"（{rule.family}）" in table
    assert "Word版式" not in pages.index([rules()["P101"]])


def test_the_page_of_a_layout_rule_says_how_its_examples_are_written() -> None:
    page = pages.page(rules()["D002"])
    assert "〔〕里是其后文字在Word里的设置" in page
    assert "〔字体：宋体〕平台面向全市开放。" in page
    assert "〔〕" not in pages.page(rules()["P101"])


def test_the_data_have_the_shape_of_the_schema() -> None:
    data = pages.data(rules().values())
    assert data["schema"] == "kjqb.rules/1"
    by_code = {rule["code"]: rule for rule in data["rules"]}
    assert list(by_code) == list(rules())
    blanks = by_code["K201"]
    assert {"code", "slug", "title", "family", "severity", "fix", "source", "options", "examples"} <= blanks.keys()
    assert blanks["options"] == {"style": {"default": "remove", "allowed": ["remove", "insert", "keep"]}}
    assert blanks["examples"][0] == {
        "bad": "建成中试基地 5 个，引进 AI 企业3家。",
        "good": "建成中试基地5个，引进AI企业3家。",
    }
    assert by_code["S501"]["fix"] == "unsafe"
    assert by_code["P107"]["fix"] == "none"
