"""What a .docx says: elements, runs, fields, numbering, the package."""
