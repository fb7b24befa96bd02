"""What each step of a keepsake's recipe does, one file a step."""
