"""Programs that kjqb starts, one module each."""
