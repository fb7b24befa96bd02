"""What the frozen program starts with."""

from __future__ import annotations

import multiprocessing
import os
import sys


def main() -> int:
    """Prepare what only a frozen program needs, then be the `memoreez` command."""
    # Its geometry processes start this file again; this sends them on their way.
    multiprocessing.freeze_support()
    if getattr(sys, "frozen", False):
        import platformdirs  # noqa: PLC0415 - not before freeze_support

        # Compiled kernels cannot be kept beside sources that are not there.
        cache = platformdirs.user_cache_dir("Memoreez", appauthor=False)
        os.environ.setdefault("NUMBA_CACHE_DIR", os.path.join(cache, "kernels"))
    from memoreez_desktop.cli.entry import main as memoreez  # noqa: PLC0415 - not before freeze_support

    return memoreez()


if __name__ == "__main__":
    sys.exit(main())
