"""N318: amounts of money without their unit, counts without their classifier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.tables.read import rows
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import DIGITS, NUMBER
from kjqb.text.spans import Span

_PROSE = {Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.NOTE}
_AMOUNT = Pattern(
    rf"(?<![\d.,A-Za-z])(?P<number>{NUMBER} ?(?:万亿|亿|万))(?P<more>[多余]?)"
    r"(?= ?(?:(?:以[上下内]|左右|上下)?(?:[，。；：、！？）”]|\Z)|(?:以[上下]|左右)?的|"
    r"(?P<money>资金|经费|资本|贷款|投资|补助|补贴|奖励))|用于|建设|支持|打造|购置)",
    re.ASCII,
)
_LED = (
    r"(?:总额|规模|金额|总量|额|总|共计|合计|累计|达到|突破|超过|实现|完成|不低于|不少于|不超过|最高|最多|可达|"
    r"高达|预计|计划|增加[到至]|增至|增长到|提高到|升至|增加|增长|人民币|"
    r"每年|全年|年|约|为|达|超|逾|近|过|共|已|到|至|了|各|可|将|是|有|获得?| ){0,8}\Z"
)
_MONEY = Pattern(
    r"(?:营收|收入|产值|投资|资金|经费|投入|利润|利税|税收|税款|税费|贷款|融资|授信|额度|奖励|奖金|补助|补贴|补偿款?|成交额|交易额|销售额|营业额|成交|签约|票房|"
    r"合同额|金额|总额|余额|财政|预算|支出|增加值|生产总值|效益|成本|费用|债券|基金|赔偿|罚款|减税|降费|退税|减负|注册资本|净?资产|市值|"
    r"估值|出资|捐款|善款|保费|进出口|外资|创收|增收|拨付|拨款|筹资|筹集|募集|款项?|工资|薪酬|货值|标的|造价)" + _LED
)
_FAR = 24
_COUNT = Pattern(
    r"(?<=[\u4e00-\u9fff])(?P<blank> ?)(?P<number>(?!(?:19|20)\d\d(?!\d))[1-9]\d{0,4} ?万?)"
    r"(?P<more>[多余]?)(?=[，。；、！？）”]|\Z)",
    re.ASCII,
)
_LONGEST, _SHORTEST = 6, 2


@rule(
    "N318",
    "unit-missing",
    title="金额漏写“元”，件数漏写量词",
    about=(
        "以“万”“亿”计的金额后面要写“元”等单位，数出来的人和物后面要有量词。"
        "“人口300万”、比值、年份、“达300”一类说法和带编号的名称不算。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    yields_to=("N302",),
    cues=DIGITS,
    examples=(
        Example(bad="园区全年实现营收3亿以上。", good="园区全年实现营收3亿元以上。"),
        Example(bad="项目总投资5000万，建设期两年。", good="项目总投资5000万元，建设期两年。"),
        Example(bad="建成科普画廊142座、科普教育基地24。", good="建成科普画廊142座、科普教育基地24个。"),
    ),
)
def unit_missing(part: Part) -> Iterator[Hit]:
    """Numbers with 万 or 亿 behind a word for money, and bare ones behind what is counted, before a mark."""
    if part.kind not in _PROSE:
        return
    text = part.text
    for match in _AMOUNT.finditer(text):
        start = match.start()
        if match["money"] or _MONEY.search(text, max(0, start - _FAR), start):
            amount = match["number"] + match["more"]
            yield hit(part.passage, Span(*match.span()), f"金额“{amount}”缺少货币单位，如“{amount}元”")
    for match in _COUNT.finditer(text):
        counted = _counted(text, match.start())
        if counted and not _is_numbered(text, *counted):
            number = match["number"] + match["more"]
            span = Span(match.end("blank"), match.end())
            yield hit(part.passage, span, f"“{number}”后缺少量词，如“{number}{_classifiers()[counted[0]]}”")


def _counted(text: str, end: int) -> tuple[str, int] | None:
    """The countable noun that ends at a place, and where it ends."""
    nouns = _classifiers()
    for length in range(_LONGEST, _SHORTEST - 1, -1):
        if length <= end and text[end - length : end] in nouns:
            return text[end - length : end], end
    return None


def _is_numbered(text: str, noun: str, end: int) -> bool:
    """Whether several of the kind are told apart by numbers: 项目1、项目2."""
    head = text.find(noun)
    while head >= 0:
        after = text[head + len(noun) : head + len(noun) + 2].lstrip()
        if head + len(noun) != end and after[:1].isdecimal() and head > end - 60:
            return True
        if head > end + 60:
            return False
        head = text.find(noun, max(head + 1, end - 60))
    return False


@cache
def _classifiers() -> dict[str, str]:
    """Countable nouns, each with the classifier that suits it."""
    return {noun: classifier for noun, classifier in rows("countable_nouns")}  # noqa: C416 - rows are of any width
