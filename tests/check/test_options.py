from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kjqb.check.options import OptionError, allowed, choices, read_options
from kjqb.check.registry import rules
from kjqb.check.rule import HOUSE, Hit, rule
from kjqb.check.rules.k201_blank_beside_latin import Blanks
from kjqb.check.run import run
from kjqb.check.subject import Part
from kjqb.errors import ExitCode
from kjqb.model.bulletin import Conventions, Severity


@dataclass(frozen=True, slots=True)
class Everything:
    longest: int = 150
    strict: bool = False
    words: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


@rule("W999", "made-up", title="试", about="试。", severity=Severity.INFO, source=HOUSE, examples=())
def made_up(part: Part, options: Everything) -> Iterator[Hit]:
    yield from ()


def test_options_left_out_have_their_defaults() -> None:
    assert read_options(rules()["K201"], {}) == Blanks("remove")
    assert read_options(rules()["P101"], {}) is None


def test_options_are_read_by_their_types() -> None:
    table = {"longest": 90, "strict": True, "words": ["甲"], "terms": [["甲", "乙"]]}
    assert read_options(made_up, table) == Everything(90, strict=True, words=("甲",), terms=(("甲", "乙"),))


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [
        ("longest", "90", "非负整数"),
        ("longest", True, "非负整数"),
        ("longest", -1, "非负整数"),
        ("strict", 1, "true、false"),
        ("words", "甲", "字符串"),
        ("words", [1], "字符串"),
        ("terms", [["甲"]], "两个字符串"),
        ("terms", "甲", "两个字符串"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_with_what_is_allowed(key: str, value: object, hint: str) -> None:
    with pytest.raises(OptionError) as caught:
        read_options(made_up, {key: value})
    assert key in caught.value.what
    assert hint in caught.value.hint


def test_a_wrong_choice_is_refused_with_the_choices() -> None:
    with pytest.raises(OptionError) as caught:
        read_options(rules()["K201"], {"style": "delete"})
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert caught.value.what == "规则K201的选项“style”不能是'delete'"
    assert caught.value.hint == "可以是remove、insert、keep"


def test_an_unknown_option_is_refused_with_what_was_probably_meant() -> None:
    with pytest.raises(OptionError) as caught:
        read_options(rules()["K201"], {"stile": "keep"})
    assert "style" in caught.value.hint
    with pytest.raises(OptionError) as caught:
        read_options(rules()["P101"], {"style": "keep"})
    assert caught.value.hint == "这条规则没有选项"
    with pytest.raises(OptionError) as caught:
        read_options(made_up, {"完全不同": 1})
    assert "longest" in caught.value.hint


def test_options_of_rules_that_do_not_run_are_validated_as_well() -> None:
    with pytest.raises(OptionError):
        run([], Conventions(select=("P",), options={"K201": {"style": "delete"}}))
    with pytest.raises(OptionError) as caught:
        run([], Conventions(options={"K21": {"style": "keep"}}))
    assert "K201" in caught.value.hint


def test_what_an_option_may_be_is_told() -> None:
    assert choices(rules()["K201"], "style") == ("remove", "insert", "keep")
    assert allowed(rules()["K201"], "style") == "remove、insert、keep"
    assert choices(made_up, "longest") == ()
    assert allowed(made_up, "longest") == "非负整数"
