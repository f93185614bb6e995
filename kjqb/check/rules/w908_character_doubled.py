"""W908: characters and words written twice."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_PARTICLES = {
    "的": ("目", "确士哥卢款"),
    "了": ("不", "解结断却账事无然局如若望"),
    "在": ("存现所实潜内外好健旨", "建校线职岗编册读研产役位场京华押身野学世"),
    "是": ("于但可就还总凡若要或倒正", "否非的"),
    "和": ("温缓饱柔平共中调总亲谐祥暖", "平谐睦美气解约顺田"),
    "及": ("普涉波顾触提危遍", "时早格第"),
    "与": ("参给赋付寄授", "会世众时日"),
    "于": ("", "洪田都是某"),
    "为": ("行作认因人有所难何", "此了何主期"),
    "对": ("针面相绝反应核校成一双结", "子方联口应外内象比等"),
    "将": ("大小名老干上中少武健即", "军领士来要近"),
    "有": ("所拥国具没富占享含持保稀私公共只还现原", "关效利益限机色害力形偿无"),
    "以": ("可所予加足难得用", "下上前后及往色内外"),
    "被": ("棉床植覆", "子"),
    "从": ("自", "容"),
    "由": ("自理缘", "于此"),
    "而": ("从因然反进", "且后"),
    "或": ("", "者许"),
    "并": ("合兼归吞", "不且购网"),
    "就": ("成造", "业是近地医学读餐此"),
    "都": ("首成古旧建陪迁", "市江匀"),
    "也": ("", ""),
    "使": ("即促驱大天致迫特", "用命馆者领"),
    "让": ("出转谦退礼", "步"),
    "向": ("方意导定朝取趋动走转偏倾志单双面", "日阳好"),
    "至": ("甚直乃截冬夏", "今少于"),
    "其": ("尤极", "中他余次它实"),
    "这": ("", ""),
    "该": ("应", ""),
    "们": ("", ""),
    "但": ("", "是"),
    "把": ("一", "关脉握控"),
}
"""Characters that no right text doubles, but where the first one ends a word or the second one begins one: after which
characters and before which ones the two are right (目的|的, 了|了解)."""

_CLASSIFIERS = "年月日个家项名人元"
_BEHIND_CLASSIFIERS = "底末初中度主均报内产会终间检轮鉴体人别性案税庭居电具用装乐纺政畜禽目义才工民员次口件素器气旦单贷历夜夜户级质头牌数光后前"
_TAIL = "(?![长员团口地部局处]|常务|经理|负责)"
"""What makes a title or a place of the word's second instance (支队|支队长, 根据|根据地)."""
_ECHOES = frozenset(
    "研究 讨论 学习 了解 商量 考虑 非常 很多 许多 多少 彼此 哈哈 交流 活动 认识 锻炼 休息 好多 多谢 谢谢 永远 快快 "
    "慢慢 常常 大片 如何 照顾 提醒 见识 过奖 请坐 意思 大大 家家 人人 天天 年年 时时 处处 事事 代代 层层 步步 点点 刚刚 加油 中国 冲锋 打扫 收拾 参观 体验 "
    "轻松 热闹 高兴 凉快 介绍 调查 总结 放松 教育 帮助 比较 评论 尝试 琢磨 合计 检查 整理 准备 表示 关心".split()
)
"""Verbs and adverbs that speech repeats, and cheers."""
_LIVELY = Pattern(r"[一二三四五六七八九十百千万亿〇零两几半每各很最那多老不请太好真越].*|.*[一着啊呀哇吧吗呢了]|来越|拉加")
"""Words that literary texts repeat (一个一个, 很远很远, 走着走着), years (二〇二〇), and pieces of 越来越 and 加拉加斯."""
_WORD = Pattern(rf"([\u4e00-\u9fff]{{2,8}})\1{_TAIL}")


def _single(character: str) -> str:
    before, behind = _PARTICLES[character]
    return (f"(?<![{before}])" if before else "") + character * 2 + f"(?![{character}{behind}]|不起)"


_SINGLE = Pattern(
    "|".join(map(_single, _PARTICLES)) + rf"|(?<=\d)([{_CLASSIFIERS}])\1(?![{_BEHIND_CLASSIFIERS}])"
)


@rule(
    "W908",
    "character-doubled",
    title="衍字、衍词",
    about=(
        "“的的”“了了”“进行进行”多半是多打了一遍。前一个字属上（目的的确）、后一个字属下（为了了解）的不算，"
        "叠用的词（常常、讨论讨论、一个一个）不算。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(bad="全市建成了了一批高水平的的平台。", good="全市建成了一批高水平的平台。"),
        Example(bad="专家组对项目进行进行评审，以及以及验收。", good="专家组对项目进行评审，以及验收。"),
        Example(bad="共有12家家企业获奖。", good="共有12家企业获奖。"),
    ),
)
def character_doubled(part: Part) -> Iterator[Hit]:
    """Particles and classifiers twice, and words of two characters and more that follow themselves."""
    for match in _SINGLE.finditer(part.text):
        yield _once(part, Span(*match.span()), 1)
    for match in _WORD.finditer(part.text):
        word = match[1]
        if word not in _ECHOES and len(set(word)) > 1 and not _LIVELY.fullmatch(word):
            yield _once(part, Span(*match.span()), len(word))


def _once(part: Part, span: Span, length: int) -> Hit:
    word = part.text[span.start : span.start + length]
    rest = Span(span.start + length, span.end)
    return hit(part.passage, span, f"“{word}”重复，应删去一个", Edit(rest, ""))
