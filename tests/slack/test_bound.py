"""The bound, on a small sample; `make slack` measures it on a large one."""

from kjqb.layout.slack import is_safe
from tests.slack.programs import DEFAULTS
from tests.slack.titles import titles


def test_no_title_that_is_said_to_be_safe_moves_in_a_word_with_its_defaults():
    sample = [one for seed in range(5000, 5012) for one in titles(seed, 6)]
    assert any(DEFAULTS in one.moved for one in sample)
    assert not any(DEFAULTS in one.moved for one in sample if is_safe(one.slack))
