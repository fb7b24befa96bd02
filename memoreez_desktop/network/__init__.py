"""The only door to the network: one client with an offline switch, bounds, and a list of what left."""
