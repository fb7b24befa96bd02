"""Pixels: photos loaded safely, subject masks, tone, and icons for words."""
