"""The embedded slicer."""
