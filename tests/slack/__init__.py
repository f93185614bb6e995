"""How far a page number can be trusted: the programs that an office may print with, simulated, and titles counted."""
