"""Footnotes in the file of a Word edition."""

import pytest

from kjqb.layout.flow import NOTE_RULE
from kjqb.layout.styles import Role
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup
from tests.issues import bulletin
from tests.render.docx.parts import Edition, Node, edition, has, texts, value, values

NOTES = "word/footnotes.xml"
TEXTS = {"甲": "见第一份文件。", "乙": "见GB/T 15834—2011。", "丙": "同上。"}


@pytest.fixture(scope="module")
def sample() -> Edition:
    return edition("据此[^乙]办理，再行研究[^甲]。", "又一段[^丙]。", notes=TEXTS)


def own(made: Edition) -> list[Node]:
    """The footnotes that are texts, not rules."""
    return [note for note in made.find("w:footnote", NOTES) if int(value(note, "id")) > 0]


def test_without_footnotes_there_is_no_part_and_no_setting():
    made = edition("没有脚注。")
    assert NOTES not in made.names
    assert b"footnote" not in made.part("word/settings.xml") + made.part("word/document.xml")
    assert made.part("[Content_Types].xml").count(b"footnotes") == 0


def test_the_part_is_declared_and_related(sample: Edition):
    assert b'PartName="/word/footnotes.xml"' in sample.part("[Content_Types].xml")
    assert b'relationships/footnotes" Target="footnotes.xml"' in sample.part("word/_rels/document.xml.rels")


def test_footnotes_stand_in_the_order_of_their_places_and_each_place_has_its_own(sample: Edition):
    places = [value(place, "id") for place in sample.find("w:footnoteReference")]
    assert places == [value(note, "id") for note in own(sample)] == ["1", "2", "3"]
    assert ["".join(texts(note)).strip() for note in own(sample)] == [TEXTS[label] for label in ("乙", "甲", "丙")]


def test_a_footnote_begins_with_its_number(sample: Edition):
    for note in own(sample):
        first = note.find("w:p/w:r", note.nsmap)
        assert first is not None
        assert has(first, "w:footnoteRef")
        assert values([note], "w:p/w:pPr/w:pStyle") == ["FootnoteText"]


def test_numbers_are_circled_and_begin_anew_on_each_page(sample: Edition):
    (section,) = sample.find("w:footnotePr")
    (setting,) = sample.find("w:footnotePr", "word/settings.xml")
    for said in (section, setting):
        assert values([said], "w:numFmt") == ["decimalEnclosedCircleChinese"]
        assert values([said], "w:numRestart") == ["eachPage"]
        assert values([said], "w:pos") == ["pageBottom"]


def test_the_rules_above_footnotes_are_as_high_as_the_layout_says(sample: Edition):
    rules = [note for note in sample.find("w:footnote", NOTES) if int(value(note, "id")) <= 0]
    (setting,) = sample.find("w:footnotePr", "word/settings.xml")
    named = [value(note, "id") for note in setting.findall("w:footnote", setting.nsmap)]
    assert [value(rule, "id") for rule in rules] == named
    assert [value(rule, "type") for rule in rules] == ["separator", "continuationSeparator"]
    for rule in rules:
        spacing = rule.find("w:p/w:pPr/w:spacing", rule.nsmap)
        found = [value(spacing, name) for name in ("before", "after", "line", "lineRule")]
        assert found == ["0", "0", str(NOTE_RULE), "exact"]


@pytest.mark.parametrize("setup", [BULLETIN, GBT9704], ids=lambda setup: setup.preset)
def test_no_page_turn_depends_on_how_high_a_program_makes_the_rule(setup: PageSetup):
    made = edition("据此[^甲]。", notes=TEXTS, of=bulletin(setup=setup))
    line = made.layout.styles[Role.NOTE].pitch.twips
    for count in range(1, setup.lines * 2 - 4):
        rooms = [setup.depth.twips - rule - count * line for rule in (120, 130, NOTE_RULE)]
        assert len({room // setup.pitch.twips for room in rooms}) == 1


def test_a_place_is_as_wide_as_the_layout_says_whatever_the_paragraph_s_spacing():
    made = edition("据此[^甲]。", notes=TEXTS, of=bulletin(setup=GBT9704))
    (run,) = (run for run in made.find("w:r") if has(run, "w:footnoteReference"))
    size = made.layout.styles[Role.BODY].type.note_size.twips
    assert values([run], "w:rPr/w:sz") == values([run], "w:rPr/w:szCs") == [str(size // 10)]
    assert values([run], "w:rPr/w:spacing") == ["0"]
    assert 0 < int(values([run], "w:rPr/w:position")[0]) * 10 < size


def test_the_style_of_places_keeps_libreoffice_from_making_them_smaller(sample: Edition):
    (run, *_) = (run for run in sample.find("w:r") if has(run, "w:footnoteReference"))
    (named,) = values([run], "w:rPr/w:rStyle")
    (style,) = (style for style in sample.find("w:style", "word/styles.xml") if value(style, "styleId") == named)
    assert value(style, "type") == "character"
    assert values([style], "w:name") == ["footnote reference"]
    assert values([style], "w:rPr/w:vertAlign") == ["baseline"]


def test_a_footnote_may_be_parted_by_a_page_turn(sample: Edition):
    """LibreOffice would put a footnote that is kept whole on another page than its place, if the page has others."""
    (style,) = (s for s in sample.find("w:style", "word/styles.xml") if value(s, "styleId") == "FootnoteText")
    assert not has(style, "w:pPr/w:keepLines")
    assert all(not has(note, "w:p/w:pPr/w:keepNext") for note in own(sample))
