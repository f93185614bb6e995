"""P123: other signs in the place of the middle dot."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_OF_NAMES = (
    "阿埃艾爱安奥巴贝本彼波伯勃博布查达戴德蒂迪杜多厄恩尔法菲费弗福盖戈格古哈汉翰赫亨霍基吉加居杰卡凯坎考柯科克库拉莱兰朗劳勒雷里"
    "利丽莉列琳卢鲁路伦罗洛马玛迈麦曼梅蒙米密莫默姆穆娜纳奈内尼妮诺努帕佩皮珀普齐奇乔切琴让热瑞萨塞桑森莎沙舍史丝斯苏索"
    "塔泰坦汤特汀图托娃瓦威维韦伟温沃乌西希席肖谢辛休雅亚扬耶伊易因英尤约泽詹珍朱兹佐扎茨"
)
"""Characters that foreign names are written with."""
_DOT = Pattern(
    r"(?P<between>(?<=\w) ?[・‧•∙⋅･●᛫] ?(?=\w))"
    rf"|(?<=[{_OF_NAMES}]{{2}})[.．](?=[{_OF_NAMES}]{{2}})"
)


@rule(
    "P123",
    "middle-dot-wrong",
    title="间隔号形式不对",
    about=(
        "外国人名、书名与篇名之间、月日简称里的间隔号是居中的“·”，不用日文中点、项目符号或小数点代替，前后也不留空格。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.14.2"),
    fix=Applicability.SAFE,
    cues="・‧•∙⋅･●᛫.．",
    yields_to=("N327", "N332"),
    examples=(
        Example(bad="展厅介绍了玛丽・居里的研究。", good="展厅介绍了玛丽·居里的研究。"),
        Example(bad="展厅介绍了阿尔伯特.爱因斯坦的研究。", good="展厅介绍了阿尔伯特·爱因斯坦的研究。"),
        Example(bad="开展“3•15”宣传活动。", good="开展“3·15”宣传活动。"),
    ),
)
def middle_dot_wrong(part: Part) -> Iterator[Hit]:
    """Other dots between Chinese characters or digits, and low dots inside of what reads as a foreign name."""
    for match in _DOT.finditer(part.text):
        span = Span(*match.span())
        around = part.text[span.start - 1] + part.text[span.end]
        if match["between"] and not (all(map(is_han, around)) or around.isdigit()):
            continue
        yield hit(part.passage, span, f"间隔号“{match[0].strip()}”应为“·”", Edit(span, "·"))
