"""Story or photo to a plan of concepts."""
