"""Library, settings, secrets and profiles."""
