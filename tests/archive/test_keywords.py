"""Candidates for keywords."""

from kjqb.archive.keywords import Why, candidates
from kjqb.model.vocabulary import Term, Vocabulary

from .printed import record

TEXTS = (
    "科技特派员进村入户。科技特派员带去新品种，农户说科技特派员帮了大忙。",
    "市里与江南大学共建“飞地实验室”，推行“揭榜挂帅”，并印发《科技特派员管理办法》。",
    "各地推进工作，工作有力。推进工作要实。",
)
TITLE = "科技特派员服务乡村"


def words(*, vocabulary: Vocabulary | None = None, keywords: tuple[str, ...] = (), others: int = 0) -> dict[str, Why]:
    one = record(TITLE, texts=TEXTS, keywords=keywords)
    rest = [record(f"其他{number}", texts=("各地推进工作，工作有力。",)) for number in range(others)]
    return {each.word: each.why for each in candidates(one, rest, vocabulary or Vocabulary())}


def test_what_stands_in_marks_and_names_of_bodies_are_suggested() -> None:
    found = words()
    assert found["揭榜挂帅"] is Why.QUOTED
    assert found["科技特派员管理办法"] is Why.TITLE_MARKS
    assert found["江南大学"] is Why.BODY


def test_strings_that_recur_are_suggested_whole() -> None:
    found = words()
    assert found["科技特派员"] is Why.COHESION
    assert not {"特派员", "科技特派", "技特派员"} & found.keys()


def test_what_the_rest_of_the_archive_says_too_is_not_suggested() -> None:
    assert "工作" not in words(others=5)


def test_terms_come_first_and_in_the_words_of_the_vocabulary() -> None:
    vocabulary = Vocabulary.of([Term("科技特派员制度", ("科技特派员",))])
    assert next(iter(words(vocabulary=vocabulary))) == "科技特派员制度"


def test_what_the_article_has_already_is_not_suggested() -> None:
    assert "江南大学" not in words(keywords=("江南大学",))
