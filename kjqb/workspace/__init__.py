"""The folder on disk and the model: configuration, Markdown, atomic and locked writing."""
