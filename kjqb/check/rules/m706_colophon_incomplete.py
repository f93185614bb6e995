"""M706: what a colophon must say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kjqb.check.rule import HOUSE, Example, Hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity

_SYNONYMS = {
    "编辑": ("责编", "主编", "编印", "编审", "编者", "执编", "总编"),
    "电话": ("联系方式", "热线", "手机", "座机", "Tel", "TEL", "tel"),
    "审核": ("审定", "审校", "审稿", "核稿", "审签", "签发", "编审"),
    "日期": ("出版时间", "印刷时间", "印发时间", "编印时间"),
    "印数": ("份数", "印份", "共印"),
    "发送": ("报送", "抄送", "分送", "主送", "赠阅", "发放"),
}
"""Words that name the same field."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What the colophon must name."""

    required: tuple[str, ...] = field(
        default=("编辑", "电话"), metadata={"about": "刊尾必须有的项目，如编辑、审核、电话、印数、日期、发送"}
    )


@rule(
    "M706",
    "colophon-incomplete",
    title="刊尾缺少必需的项目",
    about="刊尾写明编辑单位或编辑人、联系电话，读者才好查询；还要哪些项目，由本刊自定。没有刊尾的文稿不作判断。",
    severity=Severity.ERROR,
    source=HOUSE,
    examples=(
        Example(bad="某市科技信息中心 编辑", good="某市科技信息中心 编辑\n电话：0471-1234567", part=Kind.COLOPHON),
        Example(
            bad="地址：某市建设路1号\n电话：0471-1234567",
            good="编辑：综合科\n地址：某市建设路1号\n电话：0471-1234567",
            part=Kind.COLOPHON,
        ),
        Example(
            bad="某市科技信息中心 编辑\n电话：0471-1234567",
            good="某市科技信息中心 编辑\n电话：0471-1234567\n印数：80份",
            part=Kind.COLOPHON,
            config='required = ["编辑", "电话", "印数"]',
        ),
    ),
)
def colophon_incomplete(subject: Subject, fields: Fields) -> Iterator[Hit]:
    """The fields that no line of the colophon names, told of at its last line."""
    if subject.issue is None or not subject.issue.colophon:
        return
    said = "".join("".join(line.text.split()) + "\n" for line in subject.issue.colophon)
    missing = [name for name in fields.required if not any(word in said for word in (name, *_SYNONYMS.get(name, ())))]
    if missing:
        yield Hit(subject.issue.colophon[-1].extent, f"刊尾缺少{'、'.join(f'“{name}”' for name in missing)}")
