"""The photo editor: turn, crop, light and subject of a photo whose file stays as it is."""
