"""vocabulary.toml: the controlled vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.model.source import Passage, Source
from kjqb.model.vocabulary import Term, Vocabulary
from kjqb.workspace.decode import Decoder
from kjqb.workspace.locate import Path
from kjqb.workspace.schema import VocabularyFile
from kjqb.workspace.toml_document import read_toml

NAME = "vocabulary.toml"


def read_vocabulary(source: Source) -> Vocabulary:
    """The vocabulary that a file holds.

    Raises TomlSyntaxError and FaultyFileError: also for a term that stands twice, that another one is used for, or
    that is related to none of the terms.
    """
    decoder = Decoder(read_toml(source))
    file = decoder.file(VocabularyFile)
    if file is not None:
        _judge(file, decoder)
    decoder.finish()
    assert file is not None
    return Vocabulary.of(Term(each.name.text, _words(each.used_for), _words(each.related)) for each in file.term)


def _judge(file: VocabularyFile, decoder: Decoder) -> None:
    names = {term.name.text for term in file.term}
    seen: set[str] = set()
    for rank, term in enumerate(file.term):
        path: Path = ("term", rank, "name")
        name = term.name.text
        if name in seen:
            decoder.blame(f"主题词“{name}”列了两次", path, hint="并成一个“[[term]]”")
        seen.add(name)
        for word, at in _placed(term.used_for, rank, "used-for"):
            if word in names:
                decoder.blame(
                    f"“{word}”本身是主题词，不能由“{name}”代用", at, hint="从used-for删去，或删去它自己的“[[term]]”"
                )
        for word, at in _placed(term.related, rank, "related"):
            if word not in names or word == name:
                decoder.blame(f"“{word}”不是另一个主题词，不能参见", at, hint="为它加一个“[[term]]”，或从related删去")


def _placed(words: tuple[Passage, ...], rank: int, key: str) -> Iterator[tuple[str, Path]]:
    for number, word in enumerate(words):
        yield word.text, ("term", rank, key, number)


def _words(words: tuple[Passage, ...]) -> tuple[str, ...]:
    return tuple(word.text for word in words)
