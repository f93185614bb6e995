"""The editors' reference of all keys, made from `schema`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin

from kjqb.limits import LIMITS
from kjqb.model.source import Passage
from kjqb.units import TYPE_SIZES, Length
from kjqb.workspace.keys import Declared, declared
from kjqb.workspace.schema import ContentsFile, FrontMatter, IssueFile, VocabularyFile, WorkspaceFile
from kjqb.workspace.write_toml import toml_string, toml_strings

FILES: tuple[tuple[str, str, type[Any]], ...] = (
    ("kjqb.toml", "放在工作区的最上层，说明整份刊物。必须写的只有format和刊名。", WorkspaceFile),
    ("issue.toml", "每期一个，放在“issues/年份-期号”文件夹里。", IssueFile),
    ("文章的开头", "每篇文章一个Markdown文件，开头用两行“+++”括起这些键，后面是正文。", FrontMatter),
    ("vocabulary.toml", "主题词表，放在工作区的最上层，可以没有。主题索引据此列“见”和“参见”。", VocabularyFile),
    ("toc.toml", "由“kjqb toc --write”生成，记下目次，供检查时比对；不要手工修改。", ContentsFile),
)

_HEADER = "| 键 | 取值 | 不写时 | 说明 |\n|---|---|---|---|\n"


def reference() -> str:
    """The reference in Markdown: each file, its tables, and their keys; a table is described where it is first used."""
    seen: dict[type[Any], str] = {}
    return "# 配置参考\n\n" + _INTRODUCTION + "".join(_file(*file, seen) for file in FILES) + _limits()


_INTRODUCTION = f"""\
各文件用TOML写成：每行一个“键 = 值”，文字放在英文双引号里，“#”后面是注释。键名写错、值的类型不对、日期不存在，
都会连同行号一起报出。

长度写作“15pt”“37mm”“3.7cm”，或写字号名：{"、".join(TYPE_SIZES)}。
"""


def _file(name: str, about: str, table: type[Any], seen: dict[type[Any], str]) -> str:
    return f"\n## {name}\n\n{about}\n\n{_rows(table)}{''.join(_sections(table, name, '', seen))}"


def _limits() -> str:
    rows = "".join(f"| {each.variable} | {each.default} | {each.about} |\n" for each in LIMITS)
    about = "超过限额的文件不读，退出码为3。确有需要时，用环境变量放宽（也可以收紧）。"
    return f"\n## 限额\n\n{about}\n\n| 环境变量 | 不设时 | 说明 |\n|---|---|---|\n{rows}"


def _sections(table: type[Any], file: str, path: str, seen: dict[type[Any], str]) -> Iterator[str]:
    """The tables within a table, under the headers that they have in the file."""
    for each in declared(table):
        inner = _table_of(each.hint)
        if inner is None:
            continue
        header = f"[[{path}{each.name}]]" if get_origin(each.hint) is tuple else f"[{path}{each.name}]"
        known = seen.setdefault(inner, file)
        yield f"\n### {header}\n\n{each.key.about}\n\n"
        if known == file:
            yield _rows(inner)
            yield from _sections(inner, file, f"{path}{each.name}.", seen)
        else:
            yield f"各键与{known}的“{header}”相同。\n"


def _rows(table: type[Any]) -> str:
    rows = [f"| {each.name} | {_values(each)} | {_default(each)} | {_about(each)} |\n" for each in declared(table)]
    return _HEADER + "".join(rows)


def _about(each: Declared) -> str:
    example = each.key.example if _table_of(each.hint) is None else ""
    shown = example if " = " in example and get_origin(each.hint) is not None else f"{each.name} = {example}"
    return f"{each.key.about}例：`{shown}`" if example else each.key.about


def _values(each: Declared) -> str:
    if each.key.choices:
        return "、".join(f"`{choice}`" for choice in each.key.choices)
    kind = _kind(each.hint)
    if each.key.least is not None and each.hint is int:
        return f"{kind}，{each.key.least}—{each.key.most}"
    return kind


def _kind(hint: Any) -> str:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "、".join(f"`{member.value}`" for member in hint)
    if hint in _KINDS:
        return _KINDS[hint]
    if _table_of(hint) is not None:
        return "表，见下"
    origin = get_origin(hint)
    if origin is not None and issubclass(origin, Mapping):
        return f"表，每个键的值是{_kind(get_args(hint)[1])}"
    inner = get_args(hint)[0]
    return "文字列表的列表" if get_origin(inner) is tuple else f"{_kind(inner)}列表"


_KINDS: dict[object, str] = {
    str: "文字",
    Passage: "文字",
    int: "整数",
    bool: "`true`、`false`",
    date: "日期",
    Length: "长度",
}


def _table_of(hint: Any) -> type[Any] | None:
    """The table that a key holds, or holds several of."""
    item = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return item if isinstance(item, type) and is_dataclass(item) and item not in _KINDS else None


def _default(each: Declared) -> str:
    if each.required:
        return "必须写"
    if each.key.shown_default:
        return each.key.shown_default
    default = each.default.value if isinstance(each.default, Enum) else each.default
    if _table_of(each.hint) is not None:
        return "可不写"
    return _value(default)


def _value(value: object) -> str:
    """A value as the file would have it."""
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case str() if value:
            return f"`{toml_string(value)}`"
        case tuple() if value:
            return f"`{toml_strings(value)}`"
        case _:
            return "空"
