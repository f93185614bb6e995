"""K202: blanks between Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.blanks import IMPRINT, follows_label, inner_blanks, is_label, may_part_clauses
from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_SURNAMES = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_TITLES = (
    "负责人|联系人|主任|[局市县区厅处校院所部社会组科司州盟旗乡镇]长|书记|院士|教授|博士|研究员|记者|编辑|主席|委员|代表|总经理|董事长|经理"
    "|工程师|特派员|同志|专家|农艺师|责编|审核|校对|签发"
)
_NAME = Pattern(rf"(?:^|[、，：；（“\s]|{_TITLES})[{_SURNAMES}]$")
_AFTER_NAME = Pattern(
    r"[\u4e00-\u9fff](?:$|[、，。；）”\s等]|同志|先生|女士|教授|院士|博士|任|到|在|说|率|带|主持|介绍|表示)"
)
_TITLED = Pattern(rf"(?:{_TITLES}).$")
_CREDIT = Pattern(
    r"(?:电话|传真|邮编|地址|联系人|编辑|审核|校对|责编|主编|责任编辑|签发|来源|作者|网址|邮箱|记者|通讯员)[：:]"
    r"|(?:供稿|供图|摄|摄影|整理|编辑|编译|撰稿|主办|承办|编印|主编|印发)(?:[）)。”]|$)"
)
_QUOTED = Pattern("[《“「『〈](?P<clause>[\u4e00-\u9fff：]{4,20})$")
_CLOSED = Pattern("(?P<clause>[\u4e00-\u9fff：]{4,20})[》”」』〉]")
_FAR = 44
_RUN_IN = Pattern(r"(?P<one>[\u4e00-\u9fff]{6,14}) (?P<other>[\u4e00-\u9fff]{6,14})。(?=.)")
"""A heading of two clauses at the head of its paragraph."""
_BALANCE = 3
"""By so many characters the two clauses of a slogan differ at most."""


@rule(
    "K202",
    "blank-between-han",
    title="汉字之间有空格",
    about=(
        "汉字之间不留空格。题目里分开两句的空格，章条、附件标签之后的空格，两个字的姓名中间的空格，"
        "刊头刊尾和表格、署名里用来排列的空格都保留。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    cues=" \t",
    yields_to=("P124", "S511"),
    examples=(
        Example(bad="全市扎实 推进成果转化工作。", good="全市扎实推进成果转化工作。"),
        Example(bad="各县  加强项目管理，按季度公布进展。", good="各县加强项目管理，按季度公布进展。"),
        Example(bad="某市启动新一轮科技 攻关", good="某市启动新一轮科技攻关", part=Kind.TITLE),
    ),
)
def blank_between_han(part: Part) -> Iterator[Hit]:
    """Blanks with a Han character on either side that neither part clauses, labels or names nor set columns apart."""
    if part.kind in IMPRINT:
        return
    text = part.text
    for span in inner_blanks(part):
        if is_han(text[span.start - 1]) and is_han(text[span.end]) and not _is_meant(part, span):
            yield hit(part.passage, span, "汉字之间不留空格", Edit(span, ""))


def _is_meant(part: Part, span: Span) -> bool:
    before, after = part.text[max(0, span.start - _FAR) : span.start], part.text[span.end : span.end + _FAR]
    if part.kind.is_title:
        meant = may_part_clauses(part, span)
    else:
        meant = is_label(part) or _is_slogan(before, after) or _is_run_in(part.text, span)
    return meant or follows_label(part.text, span) or _CREDIT.match(after) is not None or _is_name(before, after)


def _is_slogan(before: str, after: str) -> bool:
    """Whether it parts the two clauses of a title that the sentence quotes."""
    one, other = _QUOTED.search(before), _CLOSED.match(after)
    return one is not None and other is not None and _balanced(one["clause"], other["clause"])


def _is_run_in(text: str, span: Span) -> bool:
    match = _RUN_IN.match(text)
    return match is not None and match.end("one") == span.start and _balanced(match["one"], match["other"])


def _balanced(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= _BALANCE


def _is_name(before: str, after: str) -> bool:
    """Whether it parts a surname from a given name of one character."""
    if not _NAME.search(before):
        return False
    return _TITLED.search(before) is not None or _AFTER_NAME.match(after) is not None
