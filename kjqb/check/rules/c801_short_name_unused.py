"""C801: short names that are defined and never used."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.short_names import ShortName, is_fragment, short_names
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity


@rule(
    "C801",
    "short-name-unused",
    title="定了简称而后文没有用",
    about="“以下简称”是为后文省字，后文一次也没有用到的，删去说明，或把后文的全称改为简称。只说明别名的“简称”不算。",
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(
            bad="某市印发《关于支持中试基地建设的若干措施》（以下简称《措施》）。各县区按职责分工抓好落实。",
            good="某市印发《关于支持中试基地建设的若干措施》（以下简称《措施》）。《措施》共提出12条支持政策。",
        ),
        Example(
            bad="甲县建成科技资源共享服务平台（以下简称“共享平台”）。入网仪器已达300台。",
            good="甲县建成科技资源共享服务平台（以下简称“共享平台”）。共享平台的入网仪器已达300台。",
        ),
        Example(
            bad="全市建立科技创新工作联席会议（下称联席会议）制度。\n各部门按季度报送进展情况。",
            good="全市建立科技创新工作联席会议（下称联席会议）制度。\n各部门按季度向联席会议报送进展情况。",
        ),
    ),
)
def short_name_unused(article: Article) -> Iterator[Hit]:
    """Definitions whose short name does not stand anywhere behind them."""
    names = [] if is_fragment(article) else [name for name in short_names(article) if name.is_promised]
    if not names:
        return
    texts = [passage.text for passage in article.passages]
    for name in names:
        if not _is_used(name, texts):
            yield hit(name.passage, name.span, f"简称“{name.shown}”后文没有用到")


def _is_used(name: ShortName, texts: list[str]) -> bool:
    written = {f"《{name.name}》", f"〈{name.name}〉", f"“{name.name}”"} if name.is_title else {name.name}
    here, *rest = texts[name.index :]
    return any(here.find(one, name.span.end) >= 0 or any(one in text for text in rest) for one in written)
