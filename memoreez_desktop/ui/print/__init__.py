"""Printer, material, quality, and the file."""
