"""What a terminal shows of an issue: its pages, and its contents list."""
