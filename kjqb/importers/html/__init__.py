"""Saved pages of the Web."""
