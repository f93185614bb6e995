"""M709: names that internal material must not give itself."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Profile, Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_SELF = Pattern(
    r"(?<![日基原样版文资成稿年月季旬])本刊(?![物登])"
    r"|(?<![日基原样版文资成稿书底抄])本报(?![告表销价批名考送备请案废到关检国税])"
    r"|本杂志社?|本(?:期刊|报)社"
    r"|[（(](?:本[报刊])?(?:见习|特约|实习)?记者(?=[\s：:）)\u4e00-\u9fff])[^，。；）)]{0,20}[）)]"
)
_BODY = Pattern(r"(?:期刊|杂志|报)社(?!区|会|团|交|保)|(?<!无)刊号|特约?记者|本[报刊]记者|[报刊]讯员")
_TITLE = Pattern(r"(?:周|月|旬|日|晚|早|双月|季|会|校|院|学)?[报刊]$|杂志$")
_PRINTED_MATTER = ("简报", "快报", "通报", "情报", "专报", "参报", "内部刊", "增刊", "特刊", "专刊", "月报表")
_FRAME = {Kind.OFFICE, Kind.COLOPHON}
_RUNNING = {Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.NOTE, Kind.HEADING}
_MARKS = "准印证号：（蒙）00-0001\n内部资料，免费交流"


@rule(
    "M709",
    "periodical-name-assumed",
    title="内部资料自称报刊",
    about=(
        "内部资料性出版物不得用“报”“刊”“杂志”作名称，不得自称“本报”“本刊”，也不得使用记者、杂志社、期刊社、刊号等字样。"
        "只用于选定neibu体例的刊物。"
    ),
    severity=Severity.ERROR,
    source=Standard("内部资料性出版物管理办法"),
    profiles=(Profile.NEIBU,),
    examples=(
        Example(
            bad=f"某市科技信息中心 编辑\n电话：0471-1234567\n本刊赠阅全市科研院所\n{_MARKS}",
            good=f"某市科技信息中心 编辑\n电话：0471-1234567\n本资料赠阅全市科研院所\n{_MARKS}",
            part=Kind.COLOPHON,
        ),
        Example(
            bad=f"科技参考杂志社 编辑\n某市科技信息中心 编辑\n电话：0471-1234567\n{_MARKS}",
            good=f"某市科技信息中心 编辑\n电话：0471-1234567\n{_MARKS}",
            part=Kind.COLOPHON,
        ),
    ),
)
def periodical_name_assumed(part: Part) -> Iterator[Hit]:
    """Names of that kind in masthead and colophon; in the text only those by which a publication means itself."""
    if part.kind is Kind.MASTHEAD:
        found = _TITLE.search(part.text.rstrip())
        if found and not part.text.rstrip().endswith(_PRINTED_MATTER):
            yield hit(part.passage, Span(*found.span()), f"内部资料的名称不得用“{found[0][-2:]}”")
    elif part.kind in _RUNNING or part.kind in _FRAME:
        patterns = (_SELF, _BODY) if part.kind in _FRAME else (_SELF,)
        for pattern in patterns:
            for match in pattern.finditer(part.text):
                yield hit(part.passage, Span(*match.span()), f"内部资料不得使用“{match[0]}”")
