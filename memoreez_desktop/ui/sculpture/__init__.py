"""Sculptures by services: offered, ordered, waited for, and put in their place."""
