"""How a model may lie on the bed: looked for, measured, and offered as a few choices."""
