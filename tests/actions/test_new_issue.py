"""A new issue and its number."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.actions.new_issue import IN_A_YEAR, NewIssueRequest, following, new_issue
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import FIRST_NUMBER, LAST_NUMBER, IssueId
from kjqb.workspace.schema import FREQUENCIES
from kjqb.workspace.workspace import IssueExistsError, Workspace

from ..workspaces import BULLETIN, issue, make, snapshot

TODAY = date(2024, 5, 20)


def with_issues(root: Path, *names: str, frequency: str = "monthly") -> Workspace:
    files = {"kjqb.toml": BULLETIN.replace("monthly", frequency)}
    for name in names:
        year, number = name.split("-")
        files[f"issues/{name}/issue.toml"] = issue(int(number), year=int(year))
    return make(root, files)


@pytest.mark.parametrize(
    ("newest", "frequency", "expected"),
    [
        ("2024-01", "monthly", "2024-02"),
        ("2023-12", "monthly", "2024-01"),
        ("2023-04", "quarterly", "2024-01"),
        ("2023-06", "bimonthly", "2024-01"),
        ("2023-24", "semimonthly", "2024-01"),
        ("2023-52", "weekly", "2024-01"),
        ("2024-07", "irregular", "2024-08"),
        ("2022-07", "irregular", "2024-01"),
    ],
)
def test_the_next_issue_follows_the_frequency(tmp_path: Path, newest: str, frequency: str, expected: str):
    made = with_issues(tmp_path, newest, frequency=frequency)
    created = new_issue(made, NewIssueRequest(TODAY))
    assert (str(created.issue), created.gap) == (expected, "")
    assert made.newest() == created.issue
    assert made.issue(created.issue).articles == ()


def test_the_first_issue_is_number_one_of_this_year(tmp_path: Path):
    created = new_issue(with_issues(tmp_path), NewIssueRequest(TODAY))
    assert (created.issue, created.file) == (IssueId(2024, 1), "issues/2024-01/issue.toml")


def test_date_and_whole_number_are_written(tmp_path: Path):
    made = with_issues(tmp_path)
    made.create(IssueId(2024, 1), {"issue.toml": issue(1) + "whole-number = 36\n"})
    assert new_issue(made, NewIssueRequest(TODAY)).date == TODAY
    new_issue(made, NewIssueRequest(TODAY, date=date(2024, 6, 1)))
    read = made.issue(IssueId(2024, 3))
    assert (read.date, read.whole_number) == (date(2024, 6, 1), 38)


def test_an_issue_of_another_year_is_not_dated_today(tmp_path: Path):
    created = new_issue(with_issues(tmp_path), NewIssueRequest(TODAY, IssueId(2023, 5)))
    assert created.date is None


@pytest.mark.parametrize(
    ("issues", "wanted", "gap"),
    [
        (["2024-01"], "2024-03", "2024年第1期与2024年第3期之间有缺期"),
        (["2024-01", "2024-05"], "2024-03", "2024年第1期与2024年第3期之间有缺期"),
        (["2023-11"], "2024-01", "2023年第11期与2024年第1期之间有缺期"),
        (["2023-12"], "2024-02", "2023年第12期与2024年第2期之间有缺期"),
        (["2023-12"], "2024-01", ""),
        (["2024-05"], "2024-03", ""),
        (["2024-02"], "2024-03", ""),
    ],
)
def test_a_gap_is_a_warning(tmp_path: Path, issues: list[str], wanted: str, gap: str):
    request = NewIssueRequest(TODAY, IssueId.parse(wanted))
    assert new_issue(with_issues(tmp_path, *issues), request).gap == gap


def test_an_issue_that_exists_is_refused_and_nothing_changes(tmp_path: Path):
    made = with_issues(tmp_path, "2024-01")
    before = snapshot(tmp_path)
    with pytest.raises(IssueExistsError, match="2024年第1期已经有了") as caught:
        new_issue(made, NewIssueRequest(TODAY, IssueId(2024, 1)))
    assert (str(caught.value.where), caught.value.exit_code) == ("issues/2024-01", ExitCode.BAD_INPUT)
    assert snapshot(tmp_path) == before


def test_a_folder_in_the_way_is_refused(tmp_path: Path):
    made = with_issues(tmp_path, "2024-01")
    (tmp_path / "issues/2024-02").mkdir()
    with pytest.raises(IssueExistsError):
        new_issue(made, NewIssueRequest(TODAY))


def test_a_dry_run_makes_nothing(tmp_path: Path):
    made = with_issues(tmp_path, "2024-01")
    before = snapshot(tmp_path)
    assert new_issue(made, NewIssueRequest(TODAY), dry_run=True).issue == IssueId(2024, 2)
    assert snapshot(tmp_path) == before
    assert not (tmp_path / ".kjqb").exists()


def test_after_the_last_number_there_is_none(tmp_path: Path):
    with pytest.raises(UsageError, match="没有期号可用"):
        new_issue(with_issues(tmp_path, "2024-366", frequency="irregular"), NewIssueRequest(TODAY))


@given(
    st.builds(IssueId, st.integers(2000, 2024), st.integers(FIRST_NUMBER, LAST_NUMBER - 1)),
    st.sampled_from(FREQUENCIES),
)
def test_what_follows_is_later_and_can_be(before: IssueId, frequency: str):
    after = following(before, frequency, TODAY)
    assert after > before
    assert FIRST_NUMBER <= after.number <= LAST_NUMBER
    assert IssueId.parse(str(after)) == after
    assert after.number == before.number + 1 or after.number == 1
    assert after.year == before.year or before.number >= IN_A_YEAR.get(frequency, 1)
