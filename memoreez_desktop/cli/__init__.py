"""The `memoreez` command: one file a verb, nothing but parsing and printing."""
