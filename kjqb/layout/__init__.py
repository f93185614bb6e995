"""From an issue to lines, pages and the contents list."""
