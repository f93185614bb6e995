"""Convert .docx files to PDF with OnlyOffice's Document Builder (package document-builder, AGPL, for tests only)."""

import sys
from pathlib import Path

import docbuilder

for name in sys.argv[1:]:
    builder = docbuilder.CDocBuilder()
    if builder.OpenFile(name, "") or builder.SaveFile("pdf", str(Path(name).with_suffix(".pdf"))):
        sys.exit(f"{name}: OnlyOffice could not convert it")
    builder.CloseFile()
