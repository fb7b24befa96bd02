"""From moves to the file: time, cooling, events and text."""
