"""T605: leaders of a contents list in several forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity
from kjqb.model.issue import Entry
from kjqb.model.source import Passage
from kjqb.text.spans import Edit, Span
from kjqb.text.width import display_width


@rule(
    "T605",
    "leaders-differ",
    title="目次引导点写法不一",
    about=(
        "题名与页码之间的引导点全表一致：或都用同样多的点，或都补满到同一右边线。"
        "以多数条目的写法为准，一样多时以先出现的为准。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 13417—2009"),
    fix=Applicability.SAFE,
    yields_to=("D008",),
    examples=(
        Example(
            bad="★ 庚市开展科技下乡...2\n★ 辛县推广保护性耕作.....3\n★ 壬区新增孵化器.....5",
            good="★ 庚市开展科技下乡.....2\n★ 辛县推广保护性耕作.....3\n★ 壬区新增孵化器.....5",
            part=Kind.ENTRY,
        ),
    ),
)
def leaders_differ(subject: Subject) -> Iterator[Hit]:
    """Leaders of other marks than most, or where the list is not aligned, of another number of them."""
    lines = [
        (entry, entry.leaders)
        for entry in subject.entries
        if entry.leaders and entry.leaders.text and not _is_wrapped(entry)
    ]
    usual_marks = _commonest(_marks(leaders) for _, leaders in lines)
    alike = [(entry, leaders) for entry, leaders in lines if _marks(leaders) == usual_marks]
    if _is_aligned(alike):
        usual = alike[0][1].text if len({leaders.text for _, leaders in alike}) == 1 else None
    else:
        usual = _commonest(leaders.text for _, leaders in alike)
    for _, leaders in lines:
        if _marks(leaders) != usual_marks or usual not in {None, leaders.text}:
            yield _differing(leaders, usual)


def _is_wrapped(entry: Entry) -> bool:
    """Whether its leaders stand on another line than its title begins, where they fill as much as is left."""
    return "\n" in entry.line.extent.text.strip()


def _differing(leaders: Passage, usual: str | None) -> Hit:
    whole = Span(0, len(leaders.text))
    if usual is None:
        return hit(leaders, whole, f"引导点“{leaders.text}”与其他条目不同")
    return hit(leaders, whole, f"引导点“{leaders.text}”应与其他条目一致，为“{usual}”", Edit(whole, usual))


def _marks(leaders: Passage) -> str:
    """Of what it is made, blanks at its ends aside."""
    return "".join(sorted(set(leaders.text.strip())))


def _is_aligned(lines: list[tuple[Entry, Passage]]) -> bool:
    """Whether the lines are filled up to one edge, as nearly as their marks allow."""
    widths = [display_width(entry.line.text.strip()) for entry, _ in lines]
    grain = max((display_width(leaders.text[0]) for _, leaders in lines), default=1)
    return not widths or max(widths) - min(widths) <= grain


def _commonest(values: Iterator[str]) -> str | None:
    """The value met most often, the first of several; None if there is none."""
    ranked = Counter(values).most_common(1)
    return ranked[0][0] if ranked else None
