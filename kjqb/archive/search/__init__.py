"""Full-text search over all issues, in these steps:

1. `folding` says which characters count as the same, `grams` what a text is cut into so that every substring is a
   phrase, `query` what an editor asked for.
2. `stamps` sees which issues changed, `reading` reads those, `index` keeps what was read, `update` does all that.
3. `find` asks the index, `snippets` shows where the hits are, `pages` on which page; `similar` finds reprints.
`opensearch` hands the archive over to a server.
"""
