"""A bulletin as data: bulletin, issue, article, blocks, and the place of each text in its source; all frozen."""
