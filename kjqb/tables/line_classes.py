r"""Line breaking classes of marks and signs (Unicode Standard Annex 14).

Origin: the property Line_Break of the Unicode Character Database 15.0 (Unicode License v3), read through ICU. Facts
only, and only what a bulletin may hold: Latin, general punctuation and signs, CJK marks and kana, full-width forms,
Mongolian and Tibetan marks. As in LibreOffice, `\` counts as a slash and `°` as a letter, a closing parenthesis as a
closing mark and a small kana as a non-starter.
"""

from __future__ import annotations

_RANGE = ".."
_CHARACTERS_BY_CLASS = {
    "opening": "( [ { ¡ ¿ ༺ ༼ ‚ „ ⁅ ⁽  ⌈ ⌊ 〈 ❨ ❪ ❬ ❮ ❰ ❲ ❴ 〈 《 「 『 【 〔 〖 〘 〚 〝 ﹙ ﹛ ﹝ （ ［ ｛ ｟ ｢",
    "closing": (
        ") ] } ༻ ༽ ⁆ ⁾ ₎ ⌉ ⌋ 〉 ❩ ❫ ❭ ❯ ❱ ❳ ❵ 、。 〉 》 」 』 】 〕 〗 〙 〛 〞〟 ﹐ ﹒ ﹚ ﹜ ﹞ ） ， ． ］ ｝ ｠｡ ｣､"
    ),
    "quote": "\" ' « » ‘’ ‛..” ‟ ‹› ❛..❠",
    "exclamation": "! ? །..༑ ༔ ᠂᠃ ᠈᠉ ❢❣ ﹖﹗ ！ ？",
    "non_starter": (
        "‼‽ ⁇..⁉ 々 〜 〻〼 ぁ ぃ ぅ ぇ ぉ っ ゃ ゅ ょ ゎ ゕゖ ゛..ゞ ゠ァ ィ ゥ ェ ォ ッ ャ ュ ョ ヮ "
        "ヵヶ ・..ヾ ﹔﹕ ：； ･ ｧ..ｰ ﾞﾟ"
    ),
    "infix": ", . :; ⁄",
    "slash": "/ \\",
    "hyphen": "-",
    "break_after": "| \u00ad ་ ༴ ᠄᠅ \u2000..\u2006 \u2008..\u200a ‐ ‒– ‧ ⁖ ⁘..⁛ ⁝..\u205f \u3000",
    "break_before": "´ ˈ ˌ ˟ ༁..༄ ༆༇ ༉༊ ᠆",
    "prefix": "$ + £..¥ ± ₠..₦ ₨..₵ ₷..₺ ₼₽ ₿ № −∓ ﹩ ＄ ￡ ￥￦",
    "postfix": "% ¢ ‰..‷ ⁗ ₧ ₶ ₻ ₾ ⃀ ℃ ℉ ﹪ ％ ￠",
    "dash": "—",
    "ellipsis": "․..… ⋯",
    "glue": "\u00a0 \u034f \u035c..\u0362 ༈ ༌ ༒ \u180e \u2007 ‑ \u202f",
    "combining": (
        "\u007f..\u0084 \u0086..\u009f \u0300..\u034e \u0350..\u035b \u0363..\u036f \u0f18\u0f19 \u0f35 "
        "\u0f37 \u0f39 \u0f3e\u0f3f \u180b..\u180d \u180f \u200c \u200e\u200f \u202a..\u202e "
        "\u2066..\u206f \u20d0..\u20f0 \u302a..\u302f 〵 \u3099\u309a \ufe00..\ufe0f"
    ),
    "digit": "0..9 ༠..༩",
    "ideograph": "⌚⌛ ⏰..⏳ ☀..☃ ☔☕ ☘ ☚..☟ ☹..☻ ♨ ♿ ⚽..⛈ ⛍ ⛏..⛑ ⛓⛔ ⛘⛙ ⛜ ⛟..⛡ ⛪ ⛱..⛵ ⛷..⛺ ⛽..✄ ✈..✍ ❤",
    "letter": "￨..￮ 🎜🎝 🎵🎶 🎼 💠 💢 💤 💯 💱💲 🔀..🔆 🔗..🔤 🔲..🕉 🗔..🗛 🗴..🗹 🙐..🙵 🙼..🙿 🜀..🣿",
}
"""Characters and ranges of them, apart by blanks."""


def _members(text: str) -> list[str]:
    members: list[str] = []
    for item in text.split(" "):
        spread = item[1:-1] == _RANGE
        members += map(chr, range(ord(item[0]), ord(item[-1]) + 1)) if spread else item
    return members


LINE_CLASSES = {character: name for name, text in _CHARACTERS_BY_CLASS.items() for character in _members(text)}
"""Class of each mark or sign; letters, Han and what is not here are told by their ranges."""
