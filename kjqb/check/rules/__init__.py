"""The rules, one a file; the file is named after the rule's code and slug."""
