"""Concept to raw sculpture: the keepsake products, one file each."""
