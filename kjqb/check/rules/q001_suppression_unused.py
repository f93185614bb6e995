"""Q001: suppressions that no finding answers to."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Example, Hit, rule
from kjqb.check.subject import Suppressions
from kjqb.model.bulletin import Severity

EXAMPLES: tuple[Example, ...] = ()
"""None: what it looks at is no text of an issue."""


@rule(
    "Q001",
    "suppression-unused",
    title="放行记录没有用处",
    about=(
        "用[[ignore]]放行的问题已经改好，或者编号写错，记录就该删去或改正，免得日后放过新的问题。"
        "没有选用的规则，其放行记录不算。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    examples=EXAMPLES,
)
def suppression_unused(suppressions: Suppressions) -> Iterator[Hit]:
    """Each at its place in the file that states it; one made without a place is passed over."""
    for ignore in suppressions.unused:
        if ignore.passage:
            what = f"{ignore.code}“{ignore.text}”" if ignore.text else ignore.code
            yield Hit(ignore.passage.extent, f"这里放行的{what}并没有出现，可删去这条记录")
    for ignore in suppressions.unknown:
        if ignore.passage:
            yield Hit(ignore.passage.extent, f"没有编号为{ignore.code}的规则，这条放行记录不起作用")
