"""A mesh becomes layers: their heights, their outlines, and corrections of size."""
