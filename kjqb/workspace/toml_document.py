"""TOML as read: the data, and the place of everything in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kjqb.errors import Fault, KjqbError, Where
from kjqb.model.source import Passage, Piece, Source
from kjqb.text.spans import Span
from kjqb.workspace.locate import Path, Place, locate, string_bits

_BYTE_ORDER_MARK = "\ufeff"
_DATE = re.compile(r"(?<![\w\"'.-])\d{1,4}-\d{1,2}-\d{1,2}(?![\w\"'.:-])", re.ASCII)
_MOST_DATES = 50
"""So many impossible dates are told of together; each costs one more reading of the file."""


class TomlSyntaxError(KjqbError):
    """A text that is no TOML."""

    slug = "toml-syntax"


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A file's TOML: the data, where it stands, and the dates in it that do not exist."""

    source: Source
    start: int
    """Offset in the source at which the TOML begins."""
    data: Mapping[str, object]
    places: Mapping[Path, Place]
    faults: tuple[Fault, ...] = ()
    void: frozenset[int] = frozenset()
    """Offsets of the values that the faults speak of; what the data has in their place means nothing."""

    def where(self, path: Path) -> Where:
        """The place of a value, or of the nearest table around it that is there."""
        place = self._nearest(path)
        return self.source.where(place.value.start if place else self.start)

    def where_key(self, path: Path) -> Where:
        """The place of a key, or of the nearest table around it that is there."""
        place = self._nearest(path)
        return self.source.where(place.key.start if place else self.start)

    def is_void(self, path: Path) -> bool:
        """Whether a fault has already been found in this value."""
        return path in self.places and self.places[path].value.start in self.void

    def string(self, path: Path) -> Passage:
        """The string at a path, each character with its place."""
        return string_passage(self.source, self.places[path].value)

    def _nearest(self, path: Path) -> Place | None:
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)


def read_toml(source: Source, span: Span | None = None) -> TomlDocument:
    """Read a source, or the part of it that stands in `span` and begins a line.

    A date that does not exist is a fault of the document; all else that is no TOML raises TomlSyntaxError.
    """
    span = span or Span(0, len(source.text))
    start = span.start + source.text.startswith(_BYTE_ORDER_MARK, span.start, span.end)
    text = source.text[start : span.end]
    faults: list[Fault] = []
    void: set[int] = set()
    while True:
        data, problem = _parse(text)
        if problem is None:
            break
        date = _date_at(text, problem.offset)
        if date is None or len(faults) == _MOST_DATES:
            raise TomlSyntaxError(problem.what, where=source.where(start + problem.offset), hint=problem.hint)
        offset = start + date.start()
        void.add(offset)
        faults.append(_date_fault(source.text[offset : start + date.end()], source.where(offset)))
        text = text[: date.start()] + "1" * len(date[0]) + text[date.end() :]
    places = locate(source.text[:start] + text, Span(start, span.end))
    return TomlDocument(source, start, data, places, tuple(faults), frozenset(void))


def string_passage(source: Source, span: Span) -> Passage:
    """What a TOML string says; `span` holds its quotes as well. An empty one stands behind its opening quote."""
    bits = list(string_bits(source.text, span))
    if not bits:
        return Passage.verbatim(source, Span(span.start + 1, span.start + 1))
    pieces = []
    at = 0
    for bit in bits:
        pieces.append(Piece(at, len(bit.text), bit.span.start, bit.span.end - bit.span.start))
        at += len(bit.text)
    return Passage("".join(bit.text for bit in bits), source, tuple(pieces))


@dataclass(frozen=True, slots=True)
class _Problem:
    """Why a text is no TOML; the offset is that in the text."""

    what: str
    offset: int
    hint: str = ""


def _parse(text: str) -> tuple[dict[str, object], _Problem | None]:
    import tomli

    try:
        return tomli.loads(text), None
    except tomli.TOMLDecodeError as error:
        what, hint = _explained(error.msg)
        return {}, _Problem(what, _offset(text, error.lineno, error.colno), hint)
    except RecursionError:
        return {}, _Problem("TOML语法有误：方括号或花括号套得太深", 0, "减少嵌套的层数")
    except ValueError:
        return {}, _Problem("TOML语法有误：有一个数太大，无法读取", 0, "检查文件里的数字")


def _offset(text: str, line: int, column: int) -> int:
    """The offset of a place in the text as tomli sees it, with CRLF as one line end."""
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return min(start + column - 1, len(text))


def _date_at(text: str, offset: int) -> re.Match[str] | None:
    """The date in which tomli stopped, at its beginning or behind its year."""
    line = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    dates = _DATE.finditer(text, line, end if end >= 0 else len(text))
    return next((match for match in dates if match.start() <= offset <= match.end()), None)


def _date_fault(date: str, where: Where) -> Fault:
    year, month, day = (int(part) for part in date.split("-"))
    right = f"{year:04d}-{month:02d}-{day:02d}"
    if date != right:
        return Fault(f"日期“{date}”的写法不对", where, hint=f"年用四位数、月和日用两位数，写作“{right}”")
    return Fault(f"日期“{date}”不存在", where, hint="检查月份和这个月的天数")


_EXPLANATIONS = (
    ("Expected '='", "键的后面缺少“=”", "每行写作“键 = 值”，文字的值放在英文双引号里"),
    ("Expected newline", "一个值写完以后还有多余的内容", "每行只写一个“键 = 值”；引号、逗号和等号都用英文半角"),
    ("Invalid date", "日期或时间不存在", "检查月份和这个月的天数"),
    ("Invalid value", "等号后面的值无法识别", '文字要放在英文双引号里，例如“title = "刊名"”'),
    ("Invalid initial character", "键的写法不对", "键用英文字母、数字和连字符；别的文字要放在英文双引号里"),
    ("Invalid statement", "这一行的写法不对", "每行写作“键 = 值”或“[表名]”，注释以“#”开头"),
    ("Unclosed array", "方括号没有配对，或者各项之间缺少逗号", "各项之间用英文逗号分开，末尾写“]”"),
    ("Unclosed inline table", "花括号没有配对，或者各项之间缺少逗号", "各项之间用英文逗号分开，末尾写“}”"),
    ("Unterminated string", "引号没有配对", "在文字末尾补上英文引号"),
    ('Expected "\'"', "引号没有配对", "在文字末尾补上英文引号"),
    ("Illegal character", "引号没有配对，或者文字里有不允许的控制字符", "文字要在同一行内用英文双引号括起来"),
    ("Found invalid character", "文字或注释里有不允许的控制字符", "删去这个字符"),
    ("Unescaped '\\\\'", "反斜杠的用法不对", "要写反斜杠本身，就写两个：“\\\\”"),
    ("Invalid hex", "反斜杠后面的字符编号不对", "要写反斜杠本身，就写两个：“\\\\”"),
    ("Escaped character", "反斜杠后面的字符编号不对", "要写反斜杠本身，就写两个：“\\\\”"),
    ("Cannot overwrite", "这个键重复了", "删去其中一处"),
    ("Duplicate inline", "这个键重复了", "删去其中一处"),
    ("Cannot declare", "这个表名重复了", "把两处的内容合到一起"),
    ("Cannot redefine", "这个表名重复了", "把两处的内容合到一起"),
    ("Cannot mutate", "这个键或表名重复了", "把两处的内容合到一起"),
    ("Expected ']", "表名后面缺少“]”", "表名写作“[表名]”或“[[表名]]”"),
)


def _explained(message: str) -> tuple[str, str]:
    """What tomli says, in Chinese, and what to do."""
    for beginning, what, hint in _EXPLANATIONS:
        if message.startswith(beginning.replace("\\\\", "\\")):
            return f"TOML语法有误：{what}", hint
    return f"TOML语法有误（{message}）", "检查这一行的引号、括号和等号"
