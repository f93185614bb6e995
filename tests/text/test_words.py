from hypothesis import given
from hypothesis import strategies as st

from kjqb.text.spans import Span
from kjqb.text.words import Words


def test_the_longest_word_wins_and_none_begins_within_another() -> None:
    found = Words(["部份", "全部份额", "份额"]).find("全部份额，部份份额")
    assert list(found) == [(Span(0, 4), "全部份额"), (Span(5, 7), "部份"), (Span(7, 9), "份额")]


@given(st.sets(st.text("甲乙丙", min_size=2, max_size=4)), st.text("甲乙丙", max_size=30))
def test_it_finds_what_trying_every_word_at_every_place_finds(words: set[str], text: str) -> None:
    expected, at = [], 0
    while at < len(text):
        longest = max((word for word in words if text.startswith(word, at)), key=len, default="")
        if longest:
            expected.append((Span(at, at + len(longest)), longest))
        at += len(longest) or 1
    assert list(Words(words).find(text)) == expected
