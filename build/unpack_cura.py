"""Unpack the two definitions that CuraEngine reads from Debian's package of the whole application.

    python build/unpack_cura.py FOLDER

The package is downloaded and unpacked, not installed. Where it cannot be had, nothing is written.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main(folder: Path) -> None:
    """Put ``fdmprinter.def.json`` and ``fdmextruder.def.json`` into the folder."""
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(["apt-get", "download", "cura"], cwd=name, capture_output=True, check=False)
        for package in Path(name).glob("cura_*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, name], check=False)
        folder.mkdir(parents=True, exist_ok=True)
        found = Path(name, "usr", "share", "cura", "resources", "definitions").glob("fdm*er.def.json")
        for definition in found:
            shutil.copy(definition, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
