"""`python -m kjqb`."""

from kjqb.cli.program import main

if __name__ == "__main__":  # processes that help to read an archive load this module as well
    main()
