"""What a document in flat ODF says when it follows Word's rules."""

import re

import pytest
from lxml import etree

from kjqb.layout.metrics import Type
from kjqb.units import Length
from kjqb.verify.flat_odf import CONFIG, FO, STYLE, TEXT
from kjqb.verify.word_rules import with_word_rules

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    "config": "config",
    "office": "office",
    "style": "style",
    "text": "text",
    "fo": "xsl-fo-compatible",
}
BREAK, JOIN = "\u200b", "\u2060"


def flat(paragraph: str, spacing: str = "") -> bytes:
    """A document of one paragraph, 16 pt high."""
    names = " ".join(f'xmlns:{short}="{_NAMESPACE}:{long}:1.0"' for short, long in _NAMES.items())
    return f"""\
<office:document {names}>
<office:settings><config:config-item-set config:name="ooo:configuration-settings"/></office:settings>
<office:styles>
<style:style style:name="Base" style:family="paragraph">
<style:paragraph-properties style:text-autospace="ideograph-alpha" style:punctuation-wrap="hanging"/>
<style:text-properties fo:font-size="16pt" {spacing}/></style:style>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Base"/>
<style:style style:name="Small" style:family="text"><style:text-properties fo:font-size="9pt"/></style:style>
</office:styles><office:automatic-styles/>
<office:body><office:text><text:p text:style-name="Body">{paragraph}</text:p></office:text></office:body>
</office:document>""".encode()


def told(document: bytes) -> etree._Element:
    return etree.fromstring(with_word_rules(document))


def text(document: bytes) -> str:
    (paragraph,) = told(document).iter(f"{TEXT}p")
    return "".join(paragraph.itertext())


def test_the_lists_of_the_edition_are_told():
    items = {item.get(f"{CONFIG}name"): item.text for item in told(flat("文")).iter(f"{CONFIG}config-item")}
    assert (items["Language"], items["Country"]) == ("zh", "CN")
    assert "。" in items["BeginLine"]
    assert "…" in items["BeginLine"]
    assert "“" in items["EndLine"]


def test_automatic_space_and_hanging_marks_are_switched_off():
    (properties,) = told(flat("文")).iter(f"{STYLE}paragraph-properties")
    assert (properties.get(f"{STYLE}text-autospace"), properties.get(f"{STYLE}punctuation-wrap")) == ("none", "simple")


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("用AI写作", f"用{BREAK}AI{BREAK}写作"),
        ("用AI，写作", f"用{BREAK}AI{JOIN}，写作"),
        ("（AI）写作", f"（{JOIN}AI{JOIN}）写作"),
        ("A/B", f"A/{JOIN}B"),
        ("一……二", "一……二"),
        ("——", f"—{BREAK}—"),
        ("用“AI”“VR”", f"用“{JOIN}AI{JOIN}”{BREAK}“{JOIN}VR{JOIN}”"),
        ("“甲”“乙”", "“甲”“乙”"),
        ("a?b", f"a?{JOIN}b"),
        ("用 AI", "用 AI"),
        ("纯汉字，无标记。", "纯汉字，无标记。"),
    ],
)
def test_breaks_are_settled_where_the_unicode_algorithm_would_be_asked(plain: str, marked: str):
    assert text(flat(plain)) == marked


def test_a_border_between_two_runs_is_one_too():
    assert text(flat("<text:span>用</text:span><text:span>AI</text:span>写")) == f"用{BREAK}AI{BREAK}写"


def test_a_footnote_stands_between_without_a_mark_and_is_marked_by_itself():
    note = "<text:note><text:note-body><text:p>见IEEE文</text:p></text:note-body></text:note>"
    outer, inner = told(flat(f"甲{note}AI乙")).iter(f"{TEXT}p")
    assert outer.text == "甲"
    assert outer[0].tail == f"AI{BREAK}乙"
    assert inner.text == f"见{BREAK}IEEE{BREAK}文"


SPACING = 'fo:letter-spacing="-0.0035in"'


@pytest.mark.parametrize("latin", ["A", "AI", "3.67dB", "standardization", "WWWWWWWW"])
def test_without_letter_spacing_every_portion_is_as_wide_as_with_it(latin: str):
    root = told(flat(f"汉字{latin}汉", SPACING))
    styles = {
        style.get(f"{STYLE}name"): style.find(f"{STYLE}text-properties")
        for style in root.iter(f"{STYLE}style")
        if style.get(f"{STYLE}name").startswith("kjqb")
    }
    spans = list(root.iter(f"{TEXT}span"))
    assert [bare(span.text) for span in spans] == ["汉字", latin, "汉"]
    widths = [width(bare(span.text), styles[span.get(f"{TEXT}style-name")]) for span in spans]
    with_spacing = Type(Length(320), Length(-5))
    # a single character can be no nearer than half of LibreOffice's grain, a tenth of a point of size
    assert widths == pytest.approx([630, with_spacing.width(latin), 315], abs=1.25)


def test_texts_of_another_size_keep_it():
    (span,) = told(flat('<text:span text:style-name="Small">12</text:span>', SPACING)).iter(f"{TEXT}span")
    assert span.get(f"{TEXT}style-name") == "Small"


def test_a_paragraph_without_letter_spacing_is_not_set_anew():
    assert list(told(flat("汉字AI")).iter(f"{TEXT}span")) == []


def bare(marked: str) -> str:
    return re.sub(f"[{BREAK}{JOIN}]", "", marked)


def width(portion: str, properties: etree._Element) -> float:
    """As LibreOffice sets it: letter-spacing left out behind the last character."""
    size = Length(round(float(properties.get(f"{FO}font-size")[:-2]) * 20))
    spacing = round(float(properties.get(f"{FO}letter-spacing")[:-2]) * 1440)
    return Type(size).width(portion) + spacing * (len(portion) - 1)
