"""One fault in a clean issue, at a random place: it is found there, by the rule whose fault it is.

The faults are written from the catalogue; nothing here knows a rule's code or a word table.
"""

from random import Random

import pytest

from kjqb.check.registry import rules
from kjqb.check.run import run
from kjqb.model.bulletin import Conventions, Profile

from ..check import texts
from .planting import SPOILERS, Planted, plant, spoil, written

TIMES = 6
"""So often each written fault and each spoiler is tried."""

CASES = [
    pytest.param(code, fault, id=f"{code}-{number}")
    for code, faults in written().items()
    for number, fault in enumerate(faults, start=1)
]


def is_found(planted: Planted) -> bool:
    """Whether a finding of the planted code, or of one that it yields to, overlaps the planted place or touches it."""
    rule = rules()[planted.code]
    report = run([texts.issue(planted.text)], Conventions(profile=next(iter(rule.profiles), Profile.BULLETIN)))
    codes = {rule.code, *rule.yields_to}
    spans = [finding.extent.span for finding in report.findings if finding.code in codes]
    return any(
        not planted.places or any(span.start <= place.end and place.start <= span.end for place in planted.places)
        for span in spans
    )


@pytest.mark.parametrize(("code", "fault"), CASES)
def test_a_written_fault_is_found(code: str, fault: str) -> None:
    random = Random(f"{code} {fault}")
    missed = [planted.text for planted in (plant(code, fault, random) for _ in range(TIMES)) if not is_found(planted)]
    assert missed == []


@pytest.mark.parametrize("code", SPOILERS)
def test_spoilt_text_is_found(code: str) -> None:
    random = Random(code)
    spoilt = [planted for planted in (spoil(code, random) for _ in range(10 * TIMES)) if planted]
    assert spoilt
    missed = [planted.text for planted in spoilt if not is_found(planted)]
    assert len(missed) <= 0.02 * len(spoilt), missed


ELSEWHERE = {"C811", "M703", "M708", "M710", "T607", "W909"}
"""What no single text can show: these need an archive, a profile or a setting, and have tests of their own."""


def test_every_rule_of_texts_has_its_fault() -> None:
    of_texts = {code for code, rule in rules().items() if rule.family != "Q" and not rule.is_of_word}
    assert of_texts - written().keys() - SPOILERS.keys() == ELSEWHERE
