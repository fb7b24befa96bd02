"""The first minute: what this is, a sample photo, a sample story, one's own."""
