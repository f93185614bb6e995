"""Generated Chinese bulletin text for tests: the same seed gives the same text."""

from .grammar import Article, Grammar, Issue
from .marked import marks_on

__all__ = ["Article", "Grammar", "Issue", "marks_on"]
