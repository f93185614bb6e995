"""From what comes in to articles and a list of losses."""
