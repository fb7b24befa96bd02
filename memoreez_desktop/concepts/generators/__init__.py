"""Services and local servers that draw a concept from words."""
