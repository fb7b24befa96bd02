"""Services that make a mesh of a picture."""
