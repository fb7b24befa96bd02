"""Run the program: ``python -m memoreez_desktop`` is the same as ``memoreez``."""

from __future__ import annotations

import multiprocessing
import sys

from memoreez_desktop.cli.entry import main

if __name__ == "__main__":
    # In a frozen program a spawned child starts here: it must become a worker, not a second window.
    multiprocessing.freeze_support()
    sys.exit(main())
