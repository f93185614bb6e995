"""Blanks between Chinese and Latin are printed as the house has chosen, whatever the source holds."""

from dataclasses import replace

import pytest

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import LaidText
from kjqb.layout.target import Target
from kjqb.model.bulletin import Conventions
from tests.issues import article, bulletin, issue

SAMPLE = issue(article("今年工作总结 2024年工作安排", "建成 5 个平台，用A4纸，依据GB/T 15834—2011。"))


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("remove", "建成5个平台，用A4纸，依据GB/T 15834—2011。"),
        ("insert", "建成 5 个平台，用 A4 纸，依据 GB/T 15834—2011。"),
        ("keep", "建成 5 个平台，用A4纸，依据GB/T 15834—2011。"),
    ],
)
def test_the_style_of_the_rule_decides(style: str, printed: str):
    house = replace(bulletin(), conventions=Conventions(options={"K201": {"style": style}}))
    title, body = lay_out(SAMPLE, house, Target.WORD).blocks
    assert isinstance(body, LaidText)
    assert body.text == printed
    assert isinstance(title, LaidText)
    assert title.text.startswith("今年工作总结 2024")
