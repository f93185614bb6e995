"""P131: a colon behind 他说 that stands between the halves of a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_SAID = "说|道|问|答|称|讲|回答|表示|指出|强调|介绍|解释|补充|感慨|坦言|提醒|认为|笑言|告诉[^，。；：“”]{1,12}"
_COLON = Pattern(f"，”(?:[^，。；：？！“”]{{1,20}}?)(?:{_SAID})(?P<colon>：)(?=“)")


@rule(
    "P131",
    "colon-amid-quotation",
    title="引语中间的“某某说”后误用冒号",
    about="“某某说”插在引语中间，引语的前半截末尾是逗号，“说”后也用逗号。前半截若已说完一句，另起一句引语，才用冒号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.1.5"),
    fix=Applicability.SAFE,
    cues="：",
    examples=(
        Example(
            bad="“生产线已经投产，”项目负责人说：“产品质量稳定。”",
            good="“生产线已经投产，”项目负责人说，“产品质量稳定。”",
        ),
        Example(
            bad="“苗情很好，”农技员告诉调研组：“预计收成不低于往年。”",
            good="“苗情很好，”农技员告诉调研组，“预计收成不低于往年。”",
        ),
    ),
)
def colon_amid_quotation(part: Part) -> Iterator[Hit]:
    """A colon behind a verb of saying between a half of a quotation that ends in a comma and the next."""
    for match in _COLON.finditer(part.text):
        span = Span(*match.span("colon"))
        yield hit(part.passage, span, "插在引语中间，“：”应为“，”", Edit(span, "，"))
