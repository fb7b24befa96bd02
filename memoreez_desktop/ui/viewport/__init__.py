"""The 3D view and its stand-in."""
