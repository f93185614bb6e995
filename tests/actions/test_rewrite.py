"""A changed text goes back into its file in the form that the file has, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.actions.rewrite import FileChangedError, reencoded, rewritten

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\ufeff\0")


@given(st.text(CHARACTERS), st.text(CHARACTERS), st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
def test_a_text_of_any_encoding_is_written_in_it(before: str, after: str, encoding: str):
    data = f"甲\n{before}".encode(encoding)
    assert reencoded(data, f"甲\n{before}", f"甲\n{after}", "甲.txt") == f"甲\n{after}".encode(encoding)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_that_were_read_as_lf_are_written_as_they_were(line_end: str):
    data = f"甲{line_end}乙{line_end}".encode()
    assert reencoded(data, "甲\n乙\n", "甲\n丙\n", "甲.md") == f"甲{line_end}丙{line_end}".encode()


def test_a_file_that_has_changed_meanwhile_is_left_alone(tmp_path: Path):
    path = tmp_path / "甲.txt"
    path.write_text("别人刚改过", "utf-8")
    with pytest.raises(FileChangedError):
        rewritten(path, "原来的文字", "改过的文字", "甲.txt")
