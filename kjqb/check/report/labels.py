"""What editors call the grades of findings and fixes."""

from __future__ import annotations

from kjqb.model.bulletin import Severity

LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
"""What a severity is called."""
