import pytest

from kjqb.text.protected import Stretches, protected
from kjqb.text.spans import Span


def shown(text: str) -> list[str]:
    return [text[span.start : span.end] for span in protected(text).spans]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("见https://example.org/a?b=1,2,详情", ["https://example.org/a?b=1,2"]),
        ("（www.example.org）", ["www.example.org"]),
        ("写信a.b-c@example.org.cn。", ["a.b-c@example.org.cn"]),
        ("依据GB/T 9704-2012执行", ["GB/T 9704-2012"]),
        ("依据GB/T 9704执行", ["GB/T 9704"]),
        ("依据CY/T 154—2017执行", ["CY/T 154—2017"]),
        ("国发〔2024〕5号", ["〔2024〕5号"]),
        ("输入`甲, 乙`后", ["`甲, 乙`"]),
        ("1—10月增长5%", []),
        ("2020-2023年", []),
        ("(2018)第3号", []),
    ],
)
def test_addresses_code_and_numbers_are_protected(text: str, stretches: list[str]) -> None:
    assert shown(text) == stretches


def test_an_edit_touches_a_stretch_when_it_changes_it() -> None:
    guard = Stretches((Span(2, 5), Span(8, 9)))
    assert not guard.touches(Span(0, 2))
    assert not guard.touches(Span(2, 2))
    assert not guard.touches(Span(5, 8))
    assert guard.touches(Span(1, 3))
    assert guard.touches(Span(3, 3))
    assert guard.touches(Span(0, 20))


def test_a_stretch_contains_what_lies_in_it() -> None:
    guard = Stretches((Span(2, 5),))
    assert guard.contains(Span(2, 5))
    assert guard.contains(Span(3, 3))
    assert not guard.contains(Span(1, 5))
    assert not guard.contains(Span(6, 7))
