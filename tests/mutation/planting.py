"""Planting one fault into a clean issue: from a written fault of faults.toml, or by spoiling the clean text itself."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import tomli

from kjqb.text.spans import Span

from ..check import texts
from .clean import paragraphs

_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
_SLOTS: Mapping[str, Callable[[Random], str]] = {
    "n": lambda random: str(random.randint(2, 9)),
    "d": lambda random: str(random.randint(12, 98)),
    "h": lambda random: str(random.randint(120, 980)),
    "k": lambda random: str(random.randint(1200, 9800)),
    "y": lambda random: str(random.randint(2015, 2023)),
    "m": lambda random: str(random.randint(1, 12)),
    "p": lambda random: random.choice(["某市", "甲县", "乙区", "全省"]),
    "b": lambda random: random.choice(["市科技局", "省农业农村厅", "县人民政府", "市工业和信息化局"]),
    "t": lambda random: random.choice(["中试基地", "重点实验室", "科技小院", "技术转移中心"]),
}


@dataclass(frozen=True)
class Planted:
    """An issue with one fault, in the layout of `texts`."""

    code: str
    text: str
    places: tuple[Span, ...]
    """Where a finding is right; anywhere if there is none."""


def written() -> dict[str, list[str]]:
    """The faults of faults.toml by code."""
    return tomli.loads((Path(__file__).parent / "faults.toml").read_text("utf-8"))


def plant(code: str, fault: str, random: Random) -> Planted:
    """A written fault, its slots filled, in a clean issue."""
    slots = {name: fill(random) for name, fill in _SLOTS.items()}
    filled = re.sub(r"\{(\w)\}", lambda match: slots[match[1]], fault)
    sections = dict(_sections(filled)) if filled[1:2] == "：" and filled[0] in "题期刊署尾文目" else {}
    if filled.startswith("¶"):
        body = _around(filled[1:], random)
    elif sections:
        body = sections.get("文", _clean(random))
    else:
        body = _among(filled, random)
    return _issue(code, sections, body)


def spoil(code: str, random: Random) -> Planted | None:
    """Clean text, spoilt at one place as the code's spoiler does it; None where it offers no such place."""
    pattern, change = SPOILERS[code]
    clean = _clean(random)
    matches = list(re.finditer(pattern, clean, re.MULTILINE))
    if not matches:
        return None
    match = random.choice(matches)
    return _issue(code, {}, f"{clean[: match.start()]}⟦{change(match)}⟧{clean[match.end() :]}")


def _full_width(match: re.Match[str]) -> str:
    return match[0].translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def _half_width(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans("，；：？！", ",;:?!"))


SPOILERS: Mapping[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "P101": ("(?<=[一-龥])[，；：](?=[一-龥])", _half_width),
    "P102": ("(?<=[一-龥])。(?=[一-龥]|$)", lambda _: "."),
    "P103": ("（[^（）\n]*[一-龥][^（）\n]*）", lambda match: f"({match[0][1:-1]})"),
    "P104": ("“[^“”\n]+”", lambda match: f'"{match[0][1:-1]}"'),
    "P105": (r"(?<![\dA-Za-z.:/—-])\d{2,4}(?=[一-龥])", _full_width),
    "P106": ("(?<=[一-龥])[，。、](?=[一-龥])", lambda match: match[0] * 2),
    "P107": ("[“”《》（）].*", lambda match: match[0][1:]),
    "P109": (r"(?<=[一-龥])。\Z", lambda _: ""),
    "P115": ("——", lambda _: "--"),
    "P124": ("(?<=[一-龥])(?=[一-龥])", lambda _: "\u200b"),
    "K201": (r"(?<=[一-龥])(?=\d+[一-龥])", lambda _: " "),
    "K202": ("(?<=[一-龥]{4})(?=[一-龥]{4})", lambda _: " "),
    "K203": ("(?<=[一-龥][，、；])(?=[一-龥])", lambda _: " "),
}
"""By code: where clean text can be spoilt, and how."""


def _sections(fault: str) -> list[tuple[str, str]]:
    """`目：…` and `文：…` parts of a fault, each by its sign."""
    parts = re.split("^([题期刊署尾文目])：", fault, flags=re.MULTILINE)[1:]
    return [(sign, text.rstrip("\n")) for sign, text in zip(parts[::2], parts[1::2], strict=True)]


def _paragraph(random: Random) -> list[str]:
    return list(random.choice(paragraphs()))


def _clean(random: Random) -> str:
    return "\n".join("".join(_paragraph(random)) for _ in range(3))


def _around(fault: str, random: Random) -> str:
    """Paragraphs of the fault's own, after one clean paragraph and before another, unless they end in a heading."""
    last = fault.splitlines()[-1].lstrip("⟦")
    around = ["".join(_paragraph(random)), fault, "".join(_paragraph(random))]
    return "\n".join(around[:2] if last.startswith("#") else around)


def _among(fault: str, random: Random) -> str:
    """The fault as one more sentence of a clean paragraph."""
    sentences = _paragraph(random)
    sentences.insert(random.randint(0, len(sentences)), fault)
    return "\n".join(["".join(_paragraph(random)), "".join(sentences), "".join(_paragraph(random))])


def _issue(code: str, sections: Mapping[str, str], body: str) -> Planted:
    title = sections.get("题", "某市建成科技资源共享平台")
    if not body.startswith("= "):
        body = f"= {title}\n{body}"
    titles = [line[2:] for line in body.splitlines() if line.startswith("= ")]
    contents = sections.get("目") or "\n".join(f"★ {_MARKED.sub(lambda match: match[1], one)}.....2" for one in titles)
    masthead = [sections.get("刊", texts.MASTHEAD), sections.get("期", "2024年第1期"), sections.get("署", texts.OFFICE)]
    marked = "\n%%\n".join(["\n".join(masthead), contents, body, sections.get("尾", texts.COLOPHON)])
    return Planted(code, _MARKED.sub(lambda match: match[1], marked), tuple(_places(marked)))


def _places(marked: str) -> list[Span]:
    places, shift = [], 0
    for match in _MARKED.finditer(marked):
        start = match.start() - shift
        places.append(Span(start, start + len(match[1])))
        shift += 2
    return places
