"""Proof of what SECURITY.md promises: kills, races, hostile input, other surroundings.

`python -m tests.reliability` tries all of it and writes docs/reliability.md; `python -m tests.reliability crash` tries
one part and prints its figures.
"""
