"""Bytes to text: byte order mark, then UTF-8, then GB18030 where that reads as Chinese; nothing is guessed."""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass

from kjqb.errors import KjqbError, UsageError, Where
from kjqb.tables.characters import is_standard
from kjqb.text.characters import is_han
from kjqb.text.visible import visible

ENCODINGS = {
    "utf-8": "utf-8", "utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be", "gb18030": "gb18030",
    "gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs", "big5hkscs": "big5hkscs", "cp950": "cp950",
    "shift_jis": "cp932", "cp932": "cp932", "euc_jp": "euc_jp", "euc_kr": "cp949", "cp949": "cp949",
    "iso8859-1": "cp1252", "cp1252": "cp1252",
}  # fmt: skip
"""What `--encoding` may name (as Python spells it), and the codec for it: the widest of each family."""

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

_SHOWN = 40

_STANDARD_SHARE = 0.9
"""Share of a Chinese text's Han characters that are standard; a rare name or two in a short text may not be."""

_FREQUENT_SHARE, _FREQUENT_MORE = 0.3, 1
"""A text of n Han characters has at least 0.3 n + 1 frequent ones; bulletins have 0.6 n to 0.8 n. Korean and Japanese
read as GB18030 consist of standard characters too, but of any of them: 0.1 n, in a few words more by chance."""

_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果"
    "料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回"
    "则任取据处队南给色光门即保治北造百规热领七海口东导压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花"
    "带场身车例真务具万每目至达走积示议声报完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫究观越织装影"
    "算低持音众书布复容须际商非验连断深近千周委素技备半办青省列习响约支般史感劳便团往市何除消构府称准精值号率划选标存候效查型养易派"
    "层始状厂京识适属包火住调满县局照参细引听江州浙"
    "创企项优势升培育聚链策园城乡镇村测评验投融惠智材料续责任示范职校院刊"
)
"""Frequent characters of modern Chinese and of bulletins, by common knowledge of both; order means nothing."""


class NotTextError(KjqbError):
    """A file that is no plain text."""

    slug = "not-text"


class UnknownEncodingError(KjqbError):
    """A text whose encoding cannot be told, or is not the one that was named."""

    slug = "unknown-encoding"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how its bytes were read."""

    text: str
    """Without a byte order mark; line ends stay as they are."""
    encoding: str
    """As Python spells it: `utf-8`, `gb18030`, `utf-16-le` …"""


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text that a file holds; see `decoded`."""
    return decoded(data, name, encoding).text


def decoded(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """The text that a file holds, and its encoding: the one that is named, or else the one that it can only have.

    GB18030 is taken only when the result reads as Chinese. Raises NotTextError, UnknownEncodingError and, where
    `encoding` is no encoding that is known here, UsageError.
    """
    codec = _codec(encoding) if encoding else None
    found = Decoded(_strictly(data, name, codec), codec) if codec else _by_marks(data, name)
    text = found.text
    at = text.find("\0")
    if at >= 0:
        what, hint = "文件里有空字符（NUL），不是纯文本", "确认文件是纯文本；UTF-16文本用“--encoding utf-16”"
        raise NotTextError(what, where=_place(name, text[:at]), hint=hint)
    return Decoded(text.removeprefix("\ufeff"), found.encoding)


def reads_as_chinese(text: str) -> bool:
    """Whether nearly all Han characters of a text are standard, and as many as usual frequent ones."""
    counts = Counter(text)
    han = {character: count for character, count in counts.items() if is_han(character)}
    private = sum(count for character, count in counts.items() if "\ue000" <= character <= "\uf8ff")
    total = sum(han.values()) + private
    standard = sum(count for character, count in han.items() if is_standard(character))
    frequent = sum(count for character, count in han.items() if character in _FREQUENT)
    return total > 0 and standard >= _STANDARD_SHARE * total and frequent >= _FREQUENT_SHARE * total + _FREQUENT_MORE


def _by_marks(data: bytes, name: str) -> Decoded:
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return Decoded(_strictly(data, name, codec), codec)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            return Decoded(data[: data.index(b"\0") + 1].decode("latin-1"), "latin-1")
        return Decoded(_as_chinese(data, name, error), "gb18030")


def _as_chinese(data: bytes, name: str, not_utf8: UnicodeDecodeError) -> str:
    hint = "用“--encoding”指明编码，例如“--encoding big5”"
    place = _place(name, data[: not_utf8.start].decode("utf-8"))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        if error.start > not_utf8.start and reads_as_chinese(data[: error.start].decode("gb18030")):
            place = _place(name, data[: error.start].decode("gb18030"))
            raise UnknownEncodingError("此处的字节不合GB18030，其前各处相合", where=place, hint=hint) from None
        what = "认不出文字的编码：此处的字节不合UTF-8，全文也不合GB18030"
        raise UnknownEncodingError(what, where=place, hint=hint) from None
    if not reads_as_chinese(text):
        what = "认不出文字的编码：此处的字节不合UTF-8，按GB18030读出来不是中文"
        raise UnknownEncodingError(what, where=place, hint=hint)
    return text


def _codec(encoding: str) -> str:
    try:
        return ENCODINGS[codecs.lookup(encoding).name]
    except (LookupError, ValueError):
        known = "、".join(ENCODINGS)
        raise UsageError(f"不认识的编码“{visible(encoding[:_SHOWN])}”", hint=f"可用的有{known}") from None


def _strictly(data: bytes, name: str, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
        what = f"此处的字节不合{codec.upper()}"
        raise UnknownEncodingError(what, where=_place(name, before), hint="用“--encoding”指明编码") from None


def _place(name: str, before: str) -> Where:
    """The place behind a text, by line and column."""
    before = before.removeprefix("\ufeff")
    return Where(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
