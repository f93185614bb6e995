"""Generated Chinese bulletin text for tests: the same seed gives the same text."""

from .grammar import Article, Grammar, Issue

__all__ = ["Article", "Grammar", "Issue"]
