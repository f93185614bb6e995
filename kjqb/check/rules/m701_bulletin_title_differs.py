"""M701: the bulletin's title in the masthead."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit, Span

_ALIKE = 0.5
"""A title at least so like the bulletin's (0 to 1, as difflib counts) is a misprint of it, not another bulletin's."""
_EDITIONS = ("增刊", "特刊", "专刊", "专辑", "号外", "合刊", "副刊", "增页")


@rule(
    "M701",
    "bulletin-title-differs",
    title="刊头的刊名与本刊刊名不一致",
    about=(
        "各期刊头印同一个刊名，以kjqb.toml所写的为准；不在工作区里的文稿无从比较，不作判断。"
        "刊名之后另加“增刊”“特刊”之类的，不算不一致。与本刊刊名相去太远的，可能是别的刊物，不自动修改。"
    ),
    severity=Severity.ERROR,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="科技情报参考", good="科技参考", part=Kind.MASTHEAD, note="kjqb.toml里的刊名是“科技参考”。"),
        Example(bad="科技参孝", good="科技参考", part=Kind.MASTHEAD, note="kjqb.toml里的刊名是“科技参考”。"),
        Example(bad="农业简讯", good="科技参考", part=Kind.MASTHEAD, note="kjqb.toml里的刊名是“科技参考”。"),
    ),
)
def bulletin_title_differs(subject: Subject) -> Iterator[Hit]:
    """A title of the masthead that is not the bulletin's, blanks aside."""
    if subject.issue is None or subject.bulletin is None:
        return
    title = subject.issue.masthead.title
    stated, right = _key(title.text), _key(subject.bulletin.title.text)
    if stated in {"", right} or (right in stated and any(edition in stated for edition in _EDITIONS)):
        return
    whole = Span(0, len(title.text))
    alike = SequenceMatcher(None, stated, right, autojunk=False).ratio() >= _ALIKE
    edits = (Edit(whole, subject.bulletin.title.text.strip()),) if alike else ()
    yield hit(title, whole, f"刊名“{stated}”应为“{right}”", *edits)


def _key(text: str) -> str:
    return "".join(text.split())
