"""Run the program: ``python -m memoreez_desktop`` is the same as ``memoreez``."""

from __future__ import annotations

from memoreez_desktop.cli.entry import command

if __name__ == "__main__":
    command()
