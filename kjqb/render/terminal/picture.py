"""What a terminal shows, as a picture (SVG) or a page (HTML) that needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

_FONTS = "'Sarasa Mono SC', 'Noto Sans Mono CJK SC', NSimSun, 'Liberation Mono', monospace"

_SVG = """\
<svg class="rich-terminal" viewBox="0 0 {{width}} {{height}}" xmlns="http://www.w3.org/2000/svg">
<title>{title}</title>
<style>
.{{unique_id}}-matrix {{{{
font-family: {fonts};
font-size: {{char_height}}px;
line-height: {{line_height}}px;
}}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal">
<rect x="0" y="0" width="{{terminal_width}}" height="{{terminal_height}}" />
</clipPath>
{{lines}}
</defs>
<rect width="100%" height="100%" fill="#ffffff"/>
<g clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">
{{matrix}}
</g>
</g>
</svg>
"""

_HTML = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<title>{title}</title>
</head>
<body style="color: {{foreground}}; background-color: {{background}}">
<pre style="font-family: {fonts}">{{code}}</pre>
</body>
</html>
"""

_IDENTITY = "kjqb"
"""Of the styles within an SVG file; always the same, so that the same pages are the same bytes."""


def svg(lines: Sequence[Text], width: int, title: str) -> str:
    """The lines, none wider than so many cells, as an SVG picture."""
    picture = _SVG.format(title=_escaped(title), fonts=_FONTS)
    return _recorded(lines, width).export_svg(theme=DEFAULT_TERMINAL_THEME, code_format=picture, unique_id=_IDENTITY)


def html(lines: Sequence[Text], width: int, title: str) -> str:
    """The lines, none wider than so many cells, as an HTML page."""
    page = _HTML.format(title=_escaped(title), fonts=_FONTS)
    return _recorded(lines, width).export_html(theme=DEFAULT_TERMINAL_THEME, code_format=page, inline_styles=True)


def _recorded(lines: Sequence[Text], width: int) -> Console:
    console = Console(
        record=True, file=StringIO(), width=width, color_system="standard", force_terminal=True,
        markup=False, emoji=False, highlight=False,
    )  # fmt: skip
    console.print(Text("\n").join(lines), soft_wrap=True)
    return console


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("{", "{{").replace("}", "}}")
