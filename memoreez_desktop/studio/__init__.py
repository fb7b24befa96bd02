"""Raw sculpture to keepsake."""
