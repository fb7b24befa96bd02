"""All keepsakes."""
