"""Who writes the prompts of concepts from a story."""
