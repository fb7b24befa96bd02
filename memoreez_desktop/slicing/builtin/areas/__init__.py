"""What each layer is made of: perimeters, thin places, solid, sparse, bridges."""
