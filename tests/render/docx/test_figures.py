"""Images in the file of a Word edition: whole, in lines as high as the layout says."""

import hashlib
import re

import pytest

from kjqb.layout.pages import LaidFigure
from kjqb.units import Length, mm
from tests.issues import DOT, figure
from tests.render.docx.parts import Edition, Node, edition, has, value, values

EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
NAME = f"word/media/{hashlib.sha1(DOT).hexdigest()}.png"
DESCENT = 20
"""What a line is to be higher than its image at the least, in twips, so that Word's descent goes into it."""


def paragraphs(made: Edition) -> list[Node]:
    return [paragraph for paragraph in made.find("w:p") if has(paragraph, "w:r/w:drawing")]


def laid(made: Edition) -> list[LaidFigure]:
    return [block for block in made.layout.blocks if isinstance(block, LaidFigure)]


@pytest.mark.parametrize("height", [5, 21, 40.3, 90, 400])
def test_an_image_has_a_line_that_is_as_high_as_the_layout_says_and_hides_nothing_of_it(height: float):
    made = edition(figure(mm(60), mm(height)))
    ((block,), (paragraph,)) = laid(made), paragraphs(made)
    spacing = paragraph.find("w:pPr/w:spacing", paragraph.nsmap)
    assert (value(spacing, "line"), value(spacing, "lineRule")) == (str(block.line.twips), "atLeast")
    assert (value(spacing, "before"), value(spacing, "after")) == ("0", "0")
    raised = int(values([paragraph], "w:r/w:rPr/w:position")[0]) * 10
    assert 0 <= raised <= block.line.twips - block.image_height.twips - raised
    assert raised + block.image_height.twips + DESCENT <= block.line.twips


def test_its_size_is_the_layout_s_in_both_places_that_state_one():
    made = edition(figure(mm(400), mm(200)))
    (block,) = laid(made)
    sizes = [(extent.get("cx"), extent.get("cy")) for tag in ("wp:extent", "a:ext") for extent in made.find(tag)]
    assert sizes == [(str(block.width.emu), str(block.image_height.emu))] * 2
    assert block.width == made.layout.setup.measure


def test_its_own_type_is_so_small_that_nothing_is_added_below():
    made = edition(figure(mm(60), mm(40)))
    (style,) = (style for style in made.find("w:style", "word/styles.xml") if value(style, "styleId") == "Figure")
    assert values([style], "w:rPr/w:sz") == ["2"]
    assert values(paragraphs(made), "w:pPr/w:pStyle") == ["Figure"]


def test_an_image_holds_on_to_its_caption_if_it_has_one():
    made = edition(figure(mm(60), mm(40), "图1  页面"), figure(mm(60), mm(40)), "后文。")
    assert [has(paragraph, "w:pPr/w:keepNext") for paragraph in paragraphs(made)] == [True, False]


def test_what_it_shows_is_said_by_its_caption_or_its_file():
    made = edition(figure(mm(60), mm(40), "图1  页面"), figure(mm(60), mm(40)))
    assert [drawing.get("descr") for drawing in made.find("wp:docPr")] == ["图1  页面", "images/dot.png"]


def test_every_drawing_has_a_number_of_its_own():
    made = edition(*[figure(mm(60), mm(40))] * 3)
    assert [drawing.get("id") for drawing in made.find("wp:docPr")] == ["1", "2", "3"]


def test_an_image_that_is_shown_twice_is_stored_once_under_the_name_of_its_content():
    made = edition(*[figure(mm(60), mm(40))] * 2)
    assert [name for name in made.names if name.startswith("word/media/")] == [NAME]
    assert made.part(NAME) == DOT
    assert 'Extension="png" ContentType="image/png"' in made.part("[Content_Types].xml").decode()


def test_every_image_is_found_where_its_drawing_points():
    made = edition(figure(mm(60), mm(40)))
    relations = made.part("word/_rels/document.xml.rels").decode()
    targets = {
        re.findall(r'Id="(\w+)"', relation)[0]: re.findall(r'Target="([^"]+)"', relation)[0]
        for relation in re.findall(r"<Relationship [^>]+>", relations)
    }
    assert [f"word/{targets[blip.attrib[EMBED]]}" for blip in made.find("a:blip")] == [NAME]


def test_the_same_images_give_the_same_bytes():
    blocks = figure(mm(60), mm(40), "图1  页面"), figure(Length(1000), Length(1000))
    assert edition(*blocks).data == edition(*blocks).data
