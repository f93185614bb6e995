"""The documentation of the rules, made from the registry: a page each, a table of all, and the data of kjqb.rules/1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kjqb.check.options import allowed, choices, declared
from kjqb.check.report.labels import LABELS
from kjqb.check.rule import Applicability, Example, Rule
from kjqb.check.subject import Kind
from kjqb.check.word_layout import WordLayout

SCHEMA = "kjqb.rules/1"

FAMILIES = {
    "P": "标点", "K": "空格", "N": "数字与日期", "U": "计量单位", "S": "结构与次序", "T": "目次", "M": "刊头与刊尾",
    "C": "前后一致", "W": "用词", "D": "Word版式", "Q": "检查本身",
}  # fmt: skip
"""What the families of rules are called, in the order of the catalogue."""

_FIXES = {
    Applicability.SAFE: "“--fix”自动修改",
    Applicability.UNSAFE: "“--unsafe-fixes”修改",
    Applicability.NONE: "不自动修改",
}
_PARTS = {
    Kind.MASTHEAD: "刊名", Kind.ISSUE_LINE: "期号", Kind.OFFICE: "刊头单位", Kind.ENTRY: "目次", Kind.TITLE: "题目",
    Kind.HEADING: "小标题", Kind.PARAGRAPH: "正文", Kind.QUOTE: "引文", Kind.ITEM: "列表", Kind.CELL: "表格",
    Kind.CAPTION: "图题", Kind.NOTE: "脚注", Kind.COLOPHON: "刊尾",
}  # fmt: skip


_NOTATION = "示例写的是Word文件里的文字和版式：〔〕里是其后文字在Word里的设置，↵是手工换行；没有写明的都合规定。"
"""Behind the heading of the examples of a Word file's layout."""


def page(rule: Rule) -> str:
    """The rule's page in Markdown."""
    facts = [
        f"- 名称：`{rule.slug}`",
        f"- 级别：{LABELS[rule.severity]}",
        f"- 依据：{rule.source}",
        f"- 修改：{_FIXES[rule.fix]}",
        *([f"- 让位于：{'、'.join(rule.yields_to)}（同一处只报后者）"] if rule.yields_to else []),
        *([f"- 适用：体例为{'、'.join(profile.value for profile in rule.profiles)}的刊物"] if rule.profiles else []),
    ]
    sections = [f"# {rule.title}（{rule.code}）", rule.about, "\n".join(facts), *_options(rule), *_examples(rule)]
    return "\n\n".join(sections) + "\n"


def index(rules: Iterable[Rule]) -> str:
    """The table of all rules, family by family, in Markdown."""
    listed = list(rules)
    sections = ["# 规则一览"]
    for family, name in FAMILIES.items():
        rows = [_row(rule) for rule in listed if rule.family == family]
        if rows:
            head = ["| 编号 | 规则 | 级别 | 修改 | 依据 |", "|---|---|---|---|---|"]
            sections += [f"## {name}（{family}）", "\n".join([*head, *rows])]
    return "\n\n".join(sections) + "\n"


def data(rules: Iterable[Rule]) -> dict[str, Any]:
    """All rules as the schema has them."""
    return {"schema": SCHEMA, "rules": [_record(rule) for rule in rules]}


def _row(rule: Rule) -> str:
    return (
        f"| [{rule.code}]({rule.code}.md) | {rule.title} | {LABELS[rule.severity]} | {_FIXES[rule.fix]} "
        f"| {rule.source} |"
    )


def _options(rule: Rule) -> list[str]:
    if not rule.options:
        return []
    rows = [
        f"| `{option.name}` | {option.metadata.get('about', '')} | `{_toml(option.default)}` "
        f"| {allowed(rule, option.name)} |"
        for option in declared(rule)
    ]
    return [
        "## 选项",
        f"写在`kjqb.toml`的`[check.{rule.code}]`表里。",
        "\n".join(["| 选项 | 作用 | 默认 | 可以是 |", "|---|---|---|---|", *rows]),
    ]


def _examples(rule: Rule) -> list[str]:
    sections = ["## 示例", _NOTATION] if rule.scope is WordLayout else ["## 示例"] if rule.examples else []
    for example in rule.examples:
        sections += [
            _place(example),
            _config(rule, example),
            f"误：\n\n{_fenced(example.bad)}",
            f"正：\n\n{_fenced(example.good)}",
        ]
    return [section for section in sections if section]


def _place(example: Example) -> str:
    place = "" if example.part is Kind.PARAGRAPH else f"{_PARTS[example.part]}里的例子。"
    return place + example.note


def _config(rule: Rule, example: Example) -> str:
    return f"kjqb.toml：\n\n```toml\n[check.{rule.code}]\n{example.config}\n```" if example.config else ""


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "slug": rule.slug,
        "title": rule.title,
        "about": rule.about,
        "family": rule.family,
        "severity": rule.severity.value,
        "fix": rule.fix.value,
        "source": str(rule.source),
        "options": {option.name: _option(rule, option.name, option.default) for option in declared(rule)},
        "examples": [{"bad": example.bad, "good": example.good} for example in rule.examples],
    }


def _option(rule: Rule, name: str, default: object) -> dict[str, Any]:
    return {"default": default, "allowed": list(choices(rule, name)) or allowed(rule, name)}
