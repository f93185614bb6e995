import pytest

from kjqb.text.visible import is_hidden, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("科技，Wi-Fi 6", "科技，Wi-Fi 6"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\tb\r\n", "a\\tb\\r\\n"),
        ("科\u200b技\ufeff", "科\\u200b技\\ufeff"),
        ("\u202e甲", "\\u202e甲"),
        ("\ud800", "\\ud800"),
        ("\ue000\U000f0000", "\\ue000\\U000f0000"),
        ("甲\u3000乙\u00a0丙", "甲\u3000乙\u00a0丙"),
    ],
)
def test_what_cannot_be_seen_is_escaped(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert not any(map(is_hidden, visible(text)))
