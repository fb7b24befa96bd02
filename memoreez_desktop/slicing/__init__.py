"""Mesh to toolpaths to G-code: the engines, and the reader of any G-code."""
