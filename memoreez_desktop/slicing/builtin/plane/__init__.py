"""Shapes in the plane: rings, areas, offsets and booleans of all layers at once."""
