"""From model and pages to editions."""
