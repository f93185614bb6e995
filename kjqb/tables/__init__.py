"""Bulletin data without code: place names and the like, each with its origin."""
