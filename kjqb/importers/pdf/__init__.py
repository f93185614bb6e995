"""PDF files: their lines, their paragraphs, an article or the text of a whole issue."""
