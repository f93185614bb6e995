"""`python -m kjqb`."""

from kjqb.cli.program import main

main()
