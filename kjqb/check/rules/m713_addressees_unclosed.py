"""M713: the addressees of an official document."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.model.article import Article, Paragraph
from kjqb.model.bulletin import Profile, Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_UNIT = (
    r"[\u4e00-\u9fff（）()\s]{0,24}"
    r"(?:局|委|办|厅|部|院|校|所|中心|单位|部门|公司|企业|政府|委员会|协会|学会|处|科|站|社|馆|学|机关|机构|园区|开发区"
    r"|[省市区县旗州盟]|镇|乡|街道|集团|银行|组|队|会)"
)
_ADDRESSEES = Pattern(
    rf"\s*(?=各|市|省|自治区|有关|本|区|县|旗){_UNIT}(?:[、，,]{_UNIT}){{0,20}}\s*(?P<mark>[，。；、,.;:]?)\s*"
)
_LONGEST = 150


@rule(
    "M713",
    "addressees-unclosed",
    title="主送机关之后没有冒号",
    about="公文正文之前顶格写主送机关，最后一个机关名称之后用全角冒号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "7.3.2"),
    fix=Applicability.SAFE,
    profiles=(Profile.GBT9704,),
    examples=(
        Example(
            bad="各县区科技局，各有关单位，\n平台定于2024年1月5日开放。",
            good="各县区科技局，各有关单位：\n平台定于2024年1月5日开放。",
        ),
        Example(
            bad="各县区科技局\n平台定于2024年1月5日开放。",
            good="各县区科技局：\n平台定于2024年1月5日开放。",
        ),
    ),
)
def addressees_unclosed(article: Article) -> Iterator[Hit]:
    """A first paragraph that is a list of offices and ends otherwise than in a full-width colon."""
    first = article.blocks[0] if article.blocks else None
    if not isinstance(first, Paragraph) or len(article.blocks) == 1 or len(first.passage.text) > _LONGEST:
        return
    match = _ADDRESSEES.fullmatch(first.passage.text)
    if match:
        mark = Span(*match.span("mark"))
        shown = mark if match["mark"] else Span(mark.start - 1, mark.start)
        yield hit(first.passage, shown, "主送机关之后应为全角冒号", Edit(mark, "："))
