"""What a bug inside a geometry process arrives as."""

from __future__ import annotations


class ChildBug(RuntimeError):  # noqa: N818 - not a kind of error, a bug's own trace
    """A bug inside the child; the text is its trace."""
