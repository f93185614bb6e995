"""All issues together: what was printed where, and how it is found again."""
