"""Measure and write docs/slack.md. Run with `make slack`; it takes some minutes."""

from pathlib import Path

from tests.slack.report import report
from tests.slack.titles import Title, titles

PAGE = Path(__file__).parents[2] / "docs" / "slack.md"


def main() -> None:
    """Measure, and write the page."""
    first, fresh = sample(6, range(500)), sample(6, range(500, 1000))
    longer = (sample(12, range(1000, 1120)), sample(30, range(2000, 2040)))
    PAGE.write_text(report(first, fresh, longer), "utf-8")


def sample(articles: int, seeds: range) -> list[Title]:
    """The titles of issues of so many articles: with 6, 12 and 30 some 12, 24 and 60 pages."""
    return [one for seed in seeds for one in titles(seed, articles)]


if __name__ == "__main__":
    main()
