"""The limits on what is read: in the environment, and in the reference."""

from pathlib import Path

import pytest

from kjqb import limits
from kjqb.errors import UsageError
from kjqb.limits import LIMITS, Limit
from kjqb.workspace.files import UnreadableError, read_bytes
from kjqb.workspace.reference import reference


def test_a_limit_is_raised_and_lowered_by_its_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "甲.md"
    path.write_bytes(b"x" * 100)
    monkeypatch.setenv(limits.TEXT.variable, "99")
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path, "甲.md")
    assert limits.TEXT.variable in caught.value.hint
    monkeypatch.setenv(limits.TEXT.variable, "100")
    assert len(read_bytes(path, "甲.md")) == 100


@pytest.mark.parametrize("stated", ["0", "-1", "1.5", "2M", "１", "9" * 13])
def test_a_limit_that_is_no_number_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, stated: str):
    monkeypatch.setenv("KJQB_MAX_TEXT", stated)
    with pytest.raises(UsageError, match="KJQB_MAX_TEXT") as caught:
        assert limits.TEXT.value
    assert str(limits.TEXT.default) in caught.value.hint


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.variable)
def test_every_limit_is_in_the_reference(limit: Limit):
    assert f"| {limit.variable} | {limit.default} |" in reference()
