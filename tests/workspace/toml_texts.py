"""TOML documents of every form that the language allows, with the data that they say."""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from kjqb.workspace.write_toml import toml_string

Data = dict[str, object]

PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="'"), max_size=8)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x7f"), max_size=8)
KEYS = st.sampled_from(["a", "b-c", "D_1", "7", "题", "a b", "a.b", 'q"q', "x\\y", ""])
BLANKS = st.sampled_from(["", " ", "\t", "  "])
GAPS = st.sampled_from(["", " ", "\n", "\n# 注 ] } \" '\n", "  # ,\n\t"])


@st.composite
def keys(draw: st.DrawFn) -> tuple[str, str]:
    """A key, and one way to write it."""
    key = draw(KEYS)
    forms = [toml_string(key)]
    if "'" not in key:
        forms.append(f"'{key}'")
    if key.replace("-", "").replace("_", "").isalnum() and key.isascii():
        forms.append(key)
    return key, draw(st.sampled_from(forms))


@st.composite
def strings(draw: st.DrawFn) -> tuple[str, str]:
    """A string, and one way to write it."""
    form = draw(st.integers(0, 4))
    if form == 0:
        text = draw(PLAIN)
        return text, f"'{text}'"
    if form == 1:
        text = draw(st.text(st.sampled_from('ab题\n"\\'), max_size=8))
        return text, f"'''\n{text}'''"
    if form == 2:
        text = draw(st.text(st.sampled_from("ab题\n'\\\""), max_size=8))
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        # A line end right behind the opening quotes does not count, so a text that begins with one needs it twice.
        opening = "\n" if text.startswith("\n") else draw(st.sampled_from(["", "\n"]))
        return text, f'"""{opening}{escaped}"""'
    if form == 3:
        before, after = draw(st.text("ab题", max_size=3)), draw(st.text("ab题", max_size=3))
        return before + after, f'"""{before}\\\n  \n  {after}"""'
    text = draw(TEXTS)
    return text, toml_string(text)


SCALARS = st.one_of(
    strings(),
    st.integers(-(10**6), 10**6).map(lambda number: (number, str(number))),
    st.booleans().map(lambda value: (value, str(value).lower())),
    st.dates(date(1000, 1, 1)).map(lambda day: (day, day.isoformat())),
    st.just((255, "0xff")),
    st.just((1.5e3, "1.5e+3")),
)


@st.composite
def arrays(draw: st.DrawFn, items: st.SearchStrategy[tuple[object, str]]) -> tuple[object, str]:
    found = draw(st.lists(items, max_size=3))
    written = ",".join(f"{draw(GAPS)}{text}{draw(GAPS)}" for _, text in found)
    comma = draw(st.sampled_from(["", ","])) if found else ""
    return [value for value, _ in found], f"[{written}{comma}{draw(GAPS)}]"


@st.composite
def inline_tables(draw: st.DrawFn, items: st.SearchStrategy[tuple[object, str]]) -> tuple[object, str]:
    found = draw(st.lists(st.tuples(keys(), items), max_size=3, unique_by=lambda pair: pair[0][0]))
    written = ", ".join(f"{key}{draw(BLANKS)}={draw(BLANKS)}{text}" for (_, key), (_, text) in found)
    return {key: value for (key, _), (value, _) in found}, f"{{{draw(BLANKS)}{written}{draw(BLANKS)}}}"


VALUES = st.recursive(SCALARS, lambda items: st.one_of(arrays(items), inline_tables(items)), max_leaves=6)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Data, str]:
    """Lines of keys and values, some of the keys dotted."""
    data: Data = {}
    lines: list[str] = []
    for (key, written), (value, text) in draw(
        st.lists(st.tuples(keys(), VALUES), max_size=3, unique_by=lambda pair: pair[0][0])
    ):
        inner = draw(st.none() | keys())
        data[key] = {inner[0]: value} if inner else value
        dotted = f"{written}{draw(BLANKS)}.{draw(BLANKS)}{inner[1]}" if inner else written
        lines.append(f"{draw(BLANKS)}{dotted}{draw(BLANKS)}={draw(BLANKS)}{text}{draw(BLANKS)}{draw(COMMENTS)}\n")
    return data, "".join(lines)


COMMENTS = st.sampled_from(["", "# 注", " # = [x] \"'"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[Data, str]:
    """A whole document: pairs, tables, and arrays of tables with tables in them."""
    data, text = draw(pairs())
    taken = set(data)
    for name in ("table", "表"):
        content, lines = draw(pairs())
        if name not in taken and draw(st.booleans()):
            header = name if name.isascii() else f'"{name}"'
            data[name] = content
            text += f"\n[{draw(BLANKS)}{header}{draw(BLANKS)}]{draw(COMMENTS)}\n{lines}"
    items: list[Data] = []
    for content, lines in draw(st.lists(pairs(), max_size=3)):
        text += f"[[many]]\n{lines}"
        if draw(st.booleans()) and "sub" not in content:
            inner, inner_lines = draw(pairs())
            content["sub"] = inner
            text += f"[many.sub]\n{inner_lines}"
        items.append(content)
    if items:
        data["many"] = items
    return data, text


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Sequence[tuple[tuple[str | int, ...], object]]:
    """Every value of a document with its path, tables and lists included."""
    found = [(path, value)] if path else []
    if isinstance(value, dict):
        return found + [leaf for key, each in value.items() for leaf in leaves(each, (*path, key))]
    if isinstance(value, list):
        return found + [leaf for rank, each in enumerate(value) for leaf in leaves(each, (*path, rank))]
    return found
