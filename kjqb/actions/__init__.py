"""The use cases, and with them the public Python API: typed request, typed result."""
