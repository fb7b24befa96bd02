"""Who is it for, and photos."""
