"""Administrative divisions of China at county level and above, and finding their names in a title.

The data stand in regions.tsv, with their origin and licence. Codes are those of GB/T 2260: two digits each for
province, prefecture and county.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kjqb.tables.read import rows
from kjqb.text.characters import is_han

_NO_REGIONS = (
    "上海合作组织", "北海道", "北海舰队", "大理石", "三明治", "长治久安", "哈密瓜", "普洱茶", "四平八稳", "白山黑水",
    "周口店", "黑河流域", "玉树临风", "淮南子", "台湾海峡", "河源头",
)  # fmt: skip
"""Words that begin like a region and name none, or another one."""

_LEADS = frozenset("在于与和及同向赴到对从自以看为让使把给至比跟")
_LONG_LEADS = frozenset(
    {"推动", "推进", "助力", "支持", "走进", "聚焦", "促进", "服务", "赋能", "落户", "建设", "打造", "引领", "学习",
     "借鉴", "考察", "调研", "加快", "带动", "点赞"}
)  # fmt: skip
"""Words behind which a short name begins; behind other Han characters it may be the end of one word and the beginning
of the next (隆重庆祝, 推广东西部协作)."""


@dataclass(frozen=True, slots=True)
class Region:
    """A province, prefecture or county."""

    code: str
    name: str
    short: str
    """As indexes head it: 浙江, 宁波, 海曙; the full name where the rest would be one character or ambiguous."""
    word: bool = False
    """Whether the short name is an ordinary word as well (白银, 同心); one that has no other (城区) is never found."""

    @property
    def level(self) -> int:
        """1 province, 2 prefecture, 3 county."""
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3

    def contains(self, other: Region) -> bool:
        """Whether the other lies within it, at whatever depth."""
        return self.level < other.level and other.code.startswith(self.code[: 2 * self.level])

    @property
    def _forms(self) -> set[str]:
        forms = {self.name, self.short}
        if self.level == 2 and self.name.endswith(("自治州", "盟")):
            forms.add(self.short.removesuffix("州").removesuffix("盟") + self.name[-1])
        return forms

    def _is_meant_by(self, form: str, *, behind_parent: bool = False) -> bool:
        """Whether a form says a region rather than a word; behind its province a prefecture's always does."""
        return not self.word or form != self.short or (behind_parent and self.level == 2)


def regions() -> Mapping[str, Region]:
    """All regions by code, in the order of the codes."""
    return _atlas().by_code


def region(code_or_name: str) -> Region | None:
    """The region of a code or of a name, full or short; None where there is none, or several."""
    found = regions().get(code_or_name)
    if found:
        return found
    named = _atlas().by_form.get(code_or_name, ())
    highest = [one for one in named if one.level == min(other.level for other in named)]
    return highest[0] if len(highest) == 1 else None


def parents(of: Region) -> tuple[Region, ...]:
    """The regions that contain it, the province first."""
    codes = (of.code[:2] + "0000", of.code[:4] + "00")[: of.level - 1]
    return tuple(regions()[code] for code in codes if code in regions())


def find_regions(text: str) -> tuple[Region, ...]:
    """The regions that a title names, each once and in order; one that contains another of them is left out.

    A county counts behind the name of its province or prefecture, or by its full name at the head of a clause.
    """
    found = tuple(dict.fromkeys(_named(text)))
    covered = {parent for one in found for parent in parents(one)}
    return tuple(one for one in found if one not in covered)


def _named(text: str) -> Iterator[Region]:
    atlas = _atlas()
    at = 0
    while at < len(text):
        first = atlas.begin(text, at)
        if first is None:
            at += 1
            continue
        deepest, at = first
        while below := atlas.descend(text, at, deepest):
            deepest, at = below
        yield deepest


class _Atlas:
    """The regions, ready to be looked up by what stands at a place in a text."""

    def __init__(self, all_regions: list[Region]) -> None:
        self.by_code = {one.code: one for one in all_regions}
        self.by_form: dict[str, tuple[Region, ...]] = {}
        for one in all_regions:
            for form in one._forms:
                self.by_form[form] = (*self.by_form.get(form, ()), one)
        self._longest = max(map(len, self.by_form))
        self._heads = {form[:2] for form in self.by_form}

    def begin(self, text: str, at: int) -> tuple[Region, int] | None:
        """The region whose name stands at a place without another before it, and the place behind the name."""
        if text[at : at + 2] not in self._heads or text.startswith(_NO_REGIONS, at):
            return None
        opens = _opens(text, at)
        for form, named in self._at(text, at):
            high = [one for one in named if one.level < 3 and one._is_meant_by(form)]
            if len(high) == 1 and (opens or (form == high[0].name and len(form) > 2)):
                return high[0], at + len(form)
            if opens and len(named) == 1 and form == named[0].name and len(form) > 2 and not named[0].word:
                return named[0], at + len(form)
        return None

    def descend(self, text: str, at: int, parent: Region) -> tuple[Region, int] | None:
        """The region within another whose name follows it, and the place behind the name."""
        for form, named in self._at(text, at):
            within = [one for one in named if parent.contains(one) and one._is_meant_by(form, behind_parent=True)]
            highest = [one for one in within if one.level == min(other.level for other in within)]
            if len(highest) == 1:
                return highest[0], at + len(form)
        return None

    def _at(self, text: str, at: int) -> Iterator[tuple[str, tuple[Region, ...]]]:
        """The names at a place, the longest first."""
        if text[at : at + 2] not in self._heads:
            return
        for length in range(min(self._longest, len(text) - at), 1, -1):
            form = text[at : at + length]
            named = self.by_form.get(form)
            if named and not (form.endswith("市") and text.startswith("场", at + length)):
                yield form, named


def _opens(text: str, at: int) -> bool:
    """Whether a word surely begins at a place."""
    return at == 0 or not is_han(text[at - 1]) or text[at - 1] in _LEADS or text[max(0, at - 2) : at] in _LONG_LEADS


@lru_cache(maxsize=1)
def _atlas() -> _Atlas:
    return _Atlas([Region(code, name, short, bool(word)) for code, name, short, *word in rows("regions")])
