"""Reads and measures any G-code."""
