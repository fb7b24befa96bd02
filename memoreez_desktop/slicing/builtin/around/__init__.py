"""What is printed besides the model: supports, raft, brim and skirt."""
