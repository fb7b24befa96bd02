"""Small painted controls used on several pages."""
