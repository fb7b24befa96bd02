"""What the frozen program starts with."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

COMPILE = "--compile-kernels"


def main() -> None:
    """Prepare what only a frozen program needs, then be the `memoreez` command."""
    # Its geometry processes start this file again; this sends them on their way.
    multiprocessing.freeze_support()
    if getattr(sys, "frozen", False):
        _place_kernels(sys.argv[1:] == [COMPILE])
    if sys.argv[1:] == [COMPILE]:
        from memoreez_desktop.services.warm import warm_everything  # noqa: PLC0415 - see above

        warm_everything(every_product=True)
        return
    from memoreez_desktop.cli.entry import command  # noqa: PLC0415 - not before freeze_support

    command()


def _place_kernels(shipping: bool) -> None:
    """Tell numba to write into the bundle while it is made, and into the user's cache ever after.

    The kernels in the bundle must run wherever it is taken, so they are compiled for the plainest processor
    of their kind, and the program asks for no other.
    """
    os.environ.setdefault("NUMBA_CPU_NAME", "generic")
    os.environ.setdefault("NUMBA_CPU_FEATURES", "")
    if shipping:
        os.environ["NUMBA_CACHE_DIR"] = str(Path(sys._MEIPASS) / "kernels")  # type: ignore[attr-defined]
        return
    import platformdirs  # noqa: PLC0415 - not before freeze_support

    cache = platformdirs.user_cache_dir("Memoreez", appauthor=False)
    os.environ.setdefault("NUMBA_CACHE_DIR", os.path.join(cache, "kernels"))


if __name__ == "__main__":
    main()
