"""vocabulary.toml, and keywords written into articles."""

from pathlib import Path

import pytest

from kjqb.errors import FaultyFileError
from kjqb.model.source import Source
from kjqb.model.vocabulary import Term, Vocabulary
from kjqb.workspace.vocabulary_file import read_vocabulary
from kjqb.workspace.write_keywords import with_keywords
from tests.workspaces import make

RIGHT = """\
format = 1

[[term]]
name = "人工智能"
used-for = ["AI"]
related = ["大数据"]

[[term]]
name = "大数据"
"""


def test_terms_with_what_refers_to_them_are_read() -> None:
    found = read_vocabulary(Source("vocabulary.toml", RIGHT))
    assert found.terms == {"人工智能": Term("人工智能", ("AI",), ("大数据",)), "大数据": Term("大数据")}
    assert found.preferred("AI") == ("人工智能",)
    assert found.preferred("火箭") == ("火箭",)


def test_a_workspace_need_not_have_one(tmp_path: Path) -> None:
    workspace = make(tmp_path)
    assert workspace.vocabulary() == Vocabulary()
    (tmp_path / "vocabulary.toml").write_text(RIGHT, "utf-8")
    assert set(workspace.vocabulary().terms) == {"人工智能", "大数据"}


@pytest.mark.parametrize(
    ("added", "what", "line"),
    [
        ('[[term]]\nname = "大数据"\n', "列了两次", 12),
        ('[[term]]\nname = "云"\nused-for = ["大数据"]\n', "本身是主题词", 13),
        ('[[term]]\nname = "云"\nrelated = ["乌有"]\n', "不能参见", 13),
        ('[[term]]\nname = "云"\nrelated = ["云"]\n', "不能参见", 13),
        ('[[term]]\nname = "云"\nusedfor = []\n', "不认识的键", 13),
    ],
)
def test_a_vocabulary_that_contradicts_itself_is_refused_with_the_place(added: str, what: str, line: int) -> None:
    with pytest.raises(FaultyFileError) as caught:
        read_vocabulary(Source("vocabulary.toml", RIGHT + "\n" + added))
    (fault,) = caught.value.faults
    assert what in fault.what
    assert fault.where.line == line


@pytest.mark.parametrize(
    ("front", "right"),
    [
        ('title = "甲"\n', 'title = "甲"\nkeywords = ["乙", "丙"]\n'),
        ('title = "甲"\r\nregions = []\r\n', 'title = "甲"\r\nkeywords = ["乙", "丙"]\r\nregions = []\r\n'),
        ('title = "甲"\nkeywords = []\n', 'title = "甲"\nkeywords = ["乙", "丙"]\n'),
        (
            'title = "甲"\nkeywords = [\n  "丁", # 旧\n]\n[source]\nname = "社"\n',
            'title = "甲"\nkeywords = [\n  "丁", "乙", "丙", # 旧\n]\n[source]\nname = "社"\n',
        ),
    ],
)
def test_keywords_are_added_and_all_else_stays(front: str, right: str) -> None:
    body = "+++\n\n正文“keywords”。\n"
    assert with_keywords(Source("甲.md", f"+++\n{front}{body}"), ["乙", "丙"]) == f"+++\n{right}{body}"
