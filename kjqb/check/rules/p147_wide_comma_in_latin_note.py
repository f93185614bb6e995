"""P147: a full-width comma between a Latin name and its abbreviation."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_FULL = r"(?=[A-Za-z0-9'’-]{0,24}[ -]|[A-Za-z]{6})[A-Za-z][A-Za-z0-9 '’&/-]{4,99}"
_SHORT = r"[A-Z0-9][A-Za-z0-9-]{0,10}[A-Z][A-Za-z0-9-]{0,3}"
_NOTE = Pattern(
    rf"(?<=[（(])(?:{_FULL}(?P<before>[，、；] ?)(?:{_SHORT})|(?:{_SHORT})(?P<behind>[，、；] ?){_FULL})(?=[）)])"
)


@rule(
    "P147",
    "wide-comma-in-latin-note",
    title="外文全称与缩写之间误用全角逗号",
    about="括注外文，全称与缩写都是外文，之间用外文的逗号，即半角逗号加一个空格。",
    severity=Severity.WARNING,
    source=Standard("CY/T 154—2017", "5.4.2.2"),
    fix=Applicability.SAFE,
    cues="，、；",
    examples=(
        Example(
            bad="平台采用数字孪生（digital twin，DT）技术。",
            good="平台采用数字孪生（digital twin, DT）技术。",
        ),
        Example(
            bad="推广物联网（IoT，Internet of Things）应用。",
            good="推广物联网（IoT, Internet of Things）应用。",
        ),
    ),
)
def wide_comma_in_latin_note(part: Part) -> Iterator[Hit]:
    """A Chinese mark of pause between the full name and the abbreviation that a bracket holds, in either order."""
    for match in _NOTE.finditer(part.text):
        group = "before" if match["before"] else "behind"
        span = Span(*match.span(group))
        yield hit(part.passage, span, f"外文之间的“{match[group][0]}”应为半角“,”加空格", Edit(span, ", "))
