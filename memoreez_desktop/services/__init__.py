"""Use cases, one a file: they join the stages."""
