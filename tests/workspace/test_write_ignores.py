import pytest

from kjqb.model.article import Ignore
from kjqb.model.source import Source
from kjqb.workspace.article_file import read_article
from kjqb.workspace.write_ignores import with_ignores

IGNORE = Ignore("P101", "引文\u200b照录原文", '甲"\\,\U000e0001乙')


@pytest.mark.parametrize(
    "text",
    [
        '+++\ntitle = "题"\n+++\n正文。\n',
        '\ufeff+++\r\ntitle = "题"\r\n+++\r\n正文。',
        '+++\ntitle = "题"\nignore = []\n+++\n',
        '+++\ntitle = "题"\nignore = [{code = "K201", reason = "旧"}]\n+++\n',
        '+++\ntitle = "题"\n[[ignore]]\ncode = "K201"\nreason = "旧" # 注\n\n[source]\nname = "甲"\n+++\n',
    ],
)
def test_an_entry_is_read_back_and_every_character_of_it_can_be_seen(text: str):
    source = Source("甲.md", text)
    new = with_ignores(source, [IGNORE])
    read = read_article(Source("甲.md", new))
    assert [(one.code, one.reason, one.text) for one in read.ignores if one.code == "P101"] == [
        (IGNORE.code, IGNORE.reason, IGNORE.text)
    ]
    assert len(read.ignores) == len(read_article(source).ignores) + 1
    assert not {"\u200b", "\U000e0001"} & set(new)


@pytest.mark.parametrize("text", ["format = 1", "format = 1\n", "format = 1\n\n[a]\nb = 2\n# 注\n"])
def test_in_a_file_of_toml_it_stands_at_the_end(text: str):
    new = with_ignores(Source("kjqb.toml", text), [Ignore("P101", "旧")])
    assert new == text.rstrip("\n") + '\n\n[[ignore]]\ncode = "P101"\nreason = "旧"\n'
