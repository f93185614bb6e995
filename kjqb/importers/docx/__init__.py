"""A Word file to an article: what is seen of it, in the blocks that articles have, and what is lost on the way."""
