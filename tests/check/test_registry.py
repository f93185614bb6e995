import re
from collections.abc import Iterator
from dataclasses import replace
from inspect import getfile
from itertools import combinations
from pathlib import Path

import pytest

from kjqb.check import registry
from kjqb.check.registry import UnknownSelectorError, collect, rules, selected
from kjqb.check.rule import HOUSE, Example, Hit, Rule, Standard, rule
from kjqb.check.subject import Part
from kjqb.errors import ExitCode
from kjqb.model.bulletin import Conventions, Profile, Severity
from kjqb.model.source import Extent, Source
from kjqb.text.characters import is_han
from kjqb.text.spans import Span

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
RULES = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)


PLACE = Extent(Source("文章.md", ""), Span(0, 0))


def codes(*select: str, ignore: tuple[str, ...] = (), profile: Profile = Profile.BULLETIN) -> list[str]:
    conventions = Conventions(select=select, ignore=ignore, profile=profile)
    return [rule.code for rule in selected(conventions, rules())]


def made(code: str, slug: str = "made-up", yields_to: tuple[str, ...] = ()) -> Rule:
    return replace(rules()["P101"], code=code, slug=slug, yields_to=yields_to)


def test_every_rule_stands_in_a_file_of_its_own_named_after_it() -> None:
    for found in rules().values():
        assert Path(getfile(found.find)).name == f"{found.code.lower()}_{found.slug.replace('-', '_')}.py"
        assert found.find.__name__ == found.slug.replace("-", "_")


def test_codes_and_slugs_and_titles_belong_to_one_rule_each() -> None:
    for one, other in combinations(rules().values(), 2):
        assert not {one.code, one.slug, one.title} & {other.code, other.slug, other.title}


@RULES
def test_a_rule_says_in_chinese_what_it_is_and_why(rule: Rule) -> None:
    assert is_han(rule.title[0]) or rule.title[0] == "“"
    assert not rule.title.endswith("。")
    assert rule.about.endswith("。")
    assert re.fullmatch("[a-z]+(-[a-z]+)+", rule.slug)
    assert rule.find.__doc__


@RULES
def test_a_rule_has_examples_unless_it_looks_at_no_text(rule: Rule) -> None:
    assert bool(rule.examples) != (rule.code in {"C811", "M703", "M710", "Q001", "Q003"})
    assert all(example.bad != example.good for example in rule.examples)


@RULES
def test_a_rule_cites_only_clauses_that_have_been_checked(rule: Rule) -> None:
    if not isinstance(rule.source, Standard) or not rule.source.clause:
        return
    clauses = SHARED / "clauses.md"
    if not clauses.exists():
        pytest.skip(f"{clauses} is not there: the clauses were NOT compared")
    rows = [line for line in clauses.read_text("utf-8").splitlines() if line.startswith(f"| {rule.code} |")]
    number = re.sub(r"\D", " ", rule.source.name).split()[0]
    for clause in rule.source.clause.split("、"):
        assert any(
            (
                number in row
                and ("verified" in row or f"clause is {clause}" in row or f"cite {clause} " in row)
                and clause in row
            )
            or f"{number} {clause}" in row
            for row in rows
        )


def test_a_standard_is_cited_with_its_clause() -> None:
    assert str(Standard("GB/T 15834—2011", "B.3")) == "GB/T 15834—2011，B.3"
    assert str(Standard("GB/T 13417—2009")) == "GB/T 13417—2009"


def test_two_rules_of_one_code_or_slug_are_an_error() -> None:
    with pytest.raises(ValueError, match="P901"):
        collect([made("P901", "one"), made("P901", "other")])
    with pytest.raises(ValueError, match="one"):
        collect([made("P901", "one"), made("P902", "one")])


def test_a_malformed_code_is_an_error() -> None:
    with pytest.raises(ValueError, match="malformed"):
        collect([made("P9")])


def test_yielding_to_a_rule_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="P999"):
        collect([made("P901", yields_to=("P999",))])


def test_a_rule_that_looks_at_something_unknown_is_an_error() -> None:
    def wrong(text: str) -> Iterator[Hit]:
        yield Hit(PLACE, text)

    with pytest.raises(TypeError, match="first parameter"):
        rule("P901", "made-up", title="试", about="试。", severity=Severity.INFO, source=HOUSE, examples=())(wrong)


def test_all_selects_every_rule_and_a_prefix_its_family() -> None:
    assert codes("ALL") == [code for code, rule in rules().items() if not rule.profiles]
    assert codes("S50") == [f"S50{number}" for number in range(1, 10)]
    assert codes("P", "T601") == [*(code for code in rules() if code.startswith("P")), "T601"]


def test_the_longer_selector_wins() -> None:
    assert codes("ALL", ignore=("P",)) == [code for code in codes("ALL") if not code.startswith("P")]
    assert codes("P101", "T", ignore=("P", "T60")) == ["P101"]
    assert codes("P", ignore=("P",)) == []


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("p101", "P101"),
        ("s", "“S”"),
        ("all", "ALL"),
        ("P199", "P1"),
        ("paragraph-cut", "S507"),
        ("mark-repeatd", "P106"),
    ],
)
def test_an_unknown_selector_is_refused_with_what_was_probably_meant(selector: str, hint: str) -> None:
    with pytest.raises(UnknownSelectorError) as caught:
        codes(selector)
    assert caught.value.exit_code is ExitCode.USAGE
    assert selector in caught.value.what
    assert hint in caught.value.hint


@pytest.mark.parametrize("selector", ["", "完全不同", "X9"])
def test_a_selector_like_no_other_is_refused_as_well(selector: str) -> None:
    with pytest.raises(UnknownSelectorError):
        codes("ALL", selector)
    with pytest.raises(UnknownSelectorError):
        codes("ALL", ignore=(selector,))


def test_a_rule_is_found_by_its_code_alone() -> None:
    assert registry.find("S501").slug == "enumerator-repeated"
    with pytest.raises(UnknownSelectorError):
        registry.find("S5")


def test_a_rule_of_another_profile_runs_only_when_named() -> None:
    catalogue = collect([replace(made("M908"), profiles=(Profile.NEIBU,))])

    def chosen(select: str, profile: Profile) -> list[str]:
        return [found.code for found in selected(Conventions(select=(select,), profile=profile), catalogue)]

    assert chosen("ALL", Profile.BULLETIN) == chosen("M", Profile.BULLETIN) == []
    assert chosen("M908", Profile.BULLETIN) == chosen("ALL", Profile.NEIBU) == ["M908"]


def test_what_a_rule_looks_at_and_its_options_follow_from_its_annotations() -> None:
    @rule(
        "P901",
        "made-up",
        title="试",
        about="试。",
        severity=Severity.INFO,
        source=HOUSE,
        examples=(Example("甲", "乙"),),
    )
    def made_up(part: Part) -> Iterator[Hit]:
        yield from ()

    assert made_up.scope is Part
    assert made_up.options is None
    blanks = rules()["K201"].options
    assert blanks is not None
    assert blanks.__name__ == "Blanks"
