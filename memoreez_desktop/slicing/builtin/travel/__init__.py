"""The way of the nozzle: order, seams, travels and retractions."""
