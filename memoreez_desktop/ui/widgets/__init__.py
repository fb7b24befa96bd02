"""The window's own controls: painted from the theme's roles, named for screen readers, usable by keyboard.

Every widget takes the :class:`~memoreez_desktop.ui.icons.IconBook` first; it knows the theme book.
"""
