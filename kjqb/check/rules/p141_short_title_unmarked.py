"""P141: the short name of a work without title marks."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_DEFINED = Pattern(
    "(?P<title>[^《》]{2})》(?:（[^（）]{1,20}）)?"
    "[（(][^（）()《》]{0,20}?(?:以下统称|以下简称|下文简称|以下称|下称|简称)(?:为|：)?"
    '(?P<short>[“"‘]?(?P<name>[^（）()《》“”"‘’，；。]{2,16})[”"’]?)[）)]'
)
_TAILS = (
    "通知", "办法", "方案", "意见", "规划", "条例", "决定", "纲要", "计划", "细则", "规定", "措施", "公告", "通告",
    "报告", "指南", "标准", "目录", "清单", "规程", "规范", "准则", "章程", "守则", "指引", "要点", "公约", "批复",
    "举措", "政策", "白皮书",
)  # fmt: skip


@rule(
    "P141",
    "short-title-unmarked",
    title="文件、著作的简称没有用书名号",
    about="《》里的文件、著作有了简称，简称仍指那份文件，也用书名号，不用引号，也不能不加标号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.15.3.4"),
    fix=Applicability.UNSAFE,
    cues="》",
    examples=(
        Example(
            bad="某市印发《科技平台建设实施方案》（以下简称“方案”）。《方案》自印发之日起施行。",
            good="某市印发《科技平台建设实施方案》（以下简称《方案》）。《方案》自印发之日起施行。",
        ),
        Example(
            bad="甲县出台《科研经费管理办法》（以下简称办法），《办法》对预算作出规定。",
            good="甲县出台《科研经费管理办法》（以下简称《办法》），《办法》对预算作出规定。",
        ),
    ),
)
def short_title_unmarked(part: Part) -> Iterator[Hit]:
    """Short names, quoted or bare, of a title that stands right before them; those of something else pass."""
    for match in _DEFINED.finditer(part.text):
        name = match["name"]
        if name[-2:] == match["title"] or name.endswith(_TAILS):
            span = Span(*match.span("short"))
            yield hit(part.passage, span, f"简称“{name}”应加书名号", Edit(span, f"《{name}》"))
