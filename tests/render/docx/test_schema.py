"""Elements stand in the order that the schema asks for: Word calls a file damaged in which they do not."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from kjqb.model.article import ListItem, Quote
from kjqb.model.page_setup import GBT9704
from kjqb.units import mm
from tests.issues import bulletin, figure, marked, table
from tests.render.docx.parts import Edition, Node, edition

ORDERS = {
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
        "lang"
    ),
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar pgBorders pgNumType cols docGrid",
    "footnotePr": "pos numFmt numStart numRestart footnote",
    "settings": (
        "evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat "
        "themeFontLang"
    ),
}
"""What may stand in an element here, in order (ISO/IEC 29500-1, 17.3.1.26, 17.3.2.28, 17.4, 17.6.17, 17.7.4.17,
17.9, 17.11, 17.15.1.78)."""


@pytest.fixture(scope="module", params=[False, True], ids=["bulletin", "gbt9704"])
def full(request: pytest.FixtureRequest) -> Edition:
    """An edition with everything that an issue can hold."""
    return edition(
        "首段[^甲]**着重**、*强调*，再有A*bc*。",
        "#一、标题[^乙]",
        Quote(marked("引文。")),
        ListItem(1, marked("第一项。")),
        ListItem(2, marked("其中一项。")),
        ListItem(1, marked("续段。"), opens=False),
        "表1  各类稿件",
        table("甲|乙", "1|2"),
        table("只有表头"),
        figure(mm(60), mm(40), "图1  页面"),
        figure(mm(60), mm(40)),
        notes={"甲": "注一。", "乙": "注二。"},
        of=bulletin(setup=GBT9704) if request.param else None,
    )


def test_children_stand_in_the_order_of_the_schema(full: Edition):
    seen = set()
    for name in full.names:
        if name.startswith("word/") and name.endswith(".xml"):
            for parent, tags in _ordered(full.root(name)):
                seen.add(parent)
                ranks = [ORDERS[parent].split().index(tag) for tag in tags]
                assert all(before <= after for before, after in pairwise(ranks)), (name, parent, tags)
    assert seen == set(ORDERS)


def test_every_footnote_and_drawing_has_a_number_of_its_own(full: Edition):
    numbers = [node.get(qn("w:id")) for node in full.find("w:footnoteReference")]
    assert len(numbers) == len(set(numbers)) == 2
    assert len({node.get("id") for node in full.find("wp:docPr")}) == 2


def _ordered(root: Node) -> Iterator[tuple[str, list[str]]]:
    """The elements whose order is known, each with its children's names."""
    for node in root.iter():
        name = node.tag.split("}")[1]
        if node.tag == qn(f"w:{name}") and name in ORDERS:
            yield name, [child.tag.split("}")[1] for child in node]
