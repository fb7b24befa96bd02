"""Memoreez Desktop: a story or a photo becomes a keepsake that truly prints."""

__version__ = "0.1.0"
