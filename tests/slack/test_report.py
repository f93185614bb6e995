"""The figures of the report."""

import pytest

from tests.slack.report import highest_share


def test_of_none_found_the_limit_is_the_rule_of_three():
    assert highest_share(0, 1000) == pytest.approx(1 - 0.05 ** (1 / 1000))
    assert highest_share(0, 1000) == pytest.approx(3 / 1000, rel=0.01)


def test_the_limit_of_some_found_is_the_one_of_the_tables():
    assert highest_share(2, 20) == pytest.approx(0.28262, abs=1e-5)
