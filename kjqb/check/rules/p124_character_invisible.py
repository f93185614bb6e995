"""P124: characters that nobody sees, or that other machines do not know."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.blanks import IMPRINT
from kjqb.check.odd_characters import oddities
from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit


@rule(
    "P124",
    "character-invisible",
    title="含有不可见字符、自造字或兼容字符",
    about=(
        "从网页、PDF抄来的文字常夹带零宽字符、控制字符、不间断空格、自造字和部首、兼容汉字：看不出，却妨碍检索、排版和核对。"
        "段首缩进和题目里的全角空格、外文里的不间断空格、表情和民族文字里的连接符不算。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="全市建成科\u200b技园区。", good="全市建成科技园区。"),
        Example(bad="全市建成\u00a05个科技园区。", good="全市建成5个科技园区。"),
        Example(bad="\u2f08才是第\u2f00资源。", good="人才是第一资源。"),
        Example(bad="全市建成科技园区\ue003。", good="全市建成科技园区。"),
    ),
)
def character_invisible(part: Part) -> Iterator[Hit]:
    """Each such character, or run of the same one; what it should be, where that is known."""
    for found in oddities(part.text, in_title=part.kind.is_title or part.kind in IMPRINT):
        edits = () if found.right is None else (Edit(found.span, found.right),)
        yield hit(part.passage, found.span, found.what, *edits)
