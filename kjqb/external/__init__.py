"""Programs that kjqb starts, and what is optional; one module each."""
