"""What characters are: classes, widths, numerals, spans."""
