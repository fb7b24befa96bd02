"""Areas filled with lines: touching ones, spaced ones, waves and rings."""
