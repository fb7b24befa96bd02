"""The repair ladder: one file a rung, cheap ones first, each with what it changed."""
