"""Mesh kernel: solids, heightfields, lettering, mesh files, and a clay picture without OpenGL."""
