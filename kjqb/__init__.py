"""kjqb: compile, check, lay out and index a Chinese science-and-technology bulletin."""

__version__ = "0.1.0"
