"""The model, its size and its printability."""
