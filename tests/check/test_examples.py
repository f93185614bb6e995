"""The rules' own examples, their documentation: what they call wrong is found, what they call right is not."""

import pytest

from kjqb.check.fix import settle
from kjqb.check.registry import rules
from kjqb.check.rule import Applicability, Example, Rule

from . import texts

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in rules().values()
    for number, example in enumerate(rule.examples, start=1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_the_bad_text_is_found(rule: Rule, example: Example) -> None:
    report = texts.check_example(rule, example, texts.compose(example, example.bad))
    assert {finding.code for finding in report.findings} == {rule.code}


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_the_good_text_is_silent_under_all_rules(rule: Rule, example: Example) -> None:
    report = texts.check_example(rule, example, texts.compose(example, example.good))
    assert [(finding.code, finding.extent.text) for finding in report.findings] == []


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_the_fix_makes_the_good_text_of_the_bad_one_and_leaves_it_alone_afterwards(
    rule: Rule, example: Example
) -> None:
    report = texts.check_example(rule, example, texts.compose(example, example.bad))
    mendable = any(finding.fix for finding in report.findings)
    fixed = settle(report, lambda new: texts.check_example(rule, example, new[texts.FILE]), unsafe=True)
    assert fixed.texts == ({texts.FILE: texts.compose(example, example.good)} if mendable else {})
    assert (
        settle(fixed.report, lambda new: texts.check_example(rule, example, new[texts.FILE]), unsafe=True).texts == {}
    )


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_without_unsafe_fixes_only_safe_ones_are_made(rule: Rule, example: Example) -> None:
    report = texts.check_example(rule, example, texts.compose(example, example.bad))
    fixed = settle(report, lambda new: texts.check_example(rule, example, new[texts.FILE]))
    mendable = any(finding.fix for finding in report.findings)
    assert bool(fixed.texts) == (mendable and rule.fix is Applicability.SAFE)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_a_rule_that_says_it_can_mend_shows_how(rule: Rule) -> None:
    reports = [texts.check_example(rule, example, texts.compose(example, example.bad)) for example in rule.examples]
    mends = any(finding.fix for report in reports for finding in report.findings)
    assert mends == (rule.fix is not Applicability.NONE)
