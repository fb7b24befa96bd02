"""Checks, findings, and repair with a receipt."""
