"""What SECURITY.md promises, tried with a fixed budget; `make reliability` tries more and tells the figures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from . import crash, fuzz, hostile, race, reproducible, smoke


def test_a_kill_at_any_moment_loses_and_mixes_nothing(report: Callable[[str], None]):
    figure = crash.random_kills(200)
    report(f"{figure.tried} kills: {figure.remark}")
    assert figure.has_held


@pytest.mark.parametrize("words", ["add", "remove", "restore", "build"])
def test_a_kill_before_any_step_loses_and_mixes_nothing(words: str):
    chosen = tuple(each for each in crash.OPERATIONS if each.line[0] == words)
    assert crash.kills_at_every_step(chosen).has_held


def test_sixteen_adds_at_once_give_sixteen_articles():
    assert race.parallel_adds().has_held


def test_a_reader_never_sees_half_a_change():
    assert race.steady_readers(100).has_held


def test_two_builds_at_once_do_not_mix():
    assert race.two_builds(5).has_held


def test_our_own_issues_are_the_same_to_the_byte_wherever_they_are_built():
    assert all(figure.has_held for figure in reproducible.figures())


CASES = tuple(hostile.cases())


@pytest.fixture(scope="module")
def readers() -> dict[str, bool]:
    return hostile.readers()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile_input_ends_as_documented(case: hostile.Case, tmp_path: Path, readers: dict[str, bool]):
    if case.needs and case.line[0] == "add" and not readers[case.needs]:
        pytest.skip(f"add does not read {case.needs} yet")
    assert hostile.fault(case, tmp_path) == ""


def test_there_are_hostile_inputs_for_every_reader():
    assert len([case for case in CASES if not case.needs]) >= 60
    assert {case.needs for case in CASES} == {"", "docx", "html", "pdf"}


@pytest.mark.parametrize("name", fuzz.READERS)
def test_arbitrary_input_is_read_or_refused(name: str):
    seen: list[int] = []
    fuzz.trial(name, 200, seen)()
    assert len(seen) >= 200


def test_the_lowest_versions_are_those_of_the_project():
    assert {each.partition("==")[0] for each in smoke.lowest()} >= {"click", "rich", "tomli", "python-docx", "filelock"}
