"""What a .docx says: runs, fields, numbering, parts."""
