"""Whose work this program stands on."""

from __future__ import annotations

# Name, licence: as their own metadata and licence files have them.
LIBRARIES: tuple[tuple[str, str], ...] = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("VTK", "BSD-3-Clause"),
    ("PyVista, pyvistaqt", "MIT"),
    ("NumPy, SciPy, ContourPy", "BSD-3-Clause"),
    ("Numba, LLVM", "BSD-2-Clause, Apache-2.0"),
    ("manifold3d", "Apache-2.0"),
    ("trimesh, fast-simplification", "MIT"),
    ("NetworkX, lxml", "BSD-3-Clause"),
    ("OpenCV", "Apache-2.0"),
    ("Pillow", "MIT-CMU"),
    ("pillow-heif, libheif, libde265, x265", "BSD-3-Clause, LGPL-3.0, GPL-2.0"),
    ("fontTools, HarfBuzz, uharfbuzz", "MIT, Apache-2.0"),
    ("Segno", "BSD-3-Clause"),
    ("Matplotlib", "PSF"),
    ("RapidFuzz", "MIT"),
    ("Snowball", "BSD-3-Clause"),
    ("sqlite-utils, SQLite", "Apache-2.0, Public Domain"),
    ("HTTPX, websockets, psutil", "BSD-3-Clause"),
    ("keyring, platformdirs, QtAwesome", "MIT"),
)
ARTWORK: tuple[tuple[str, str], ...] = (
    ("Material Design Icons", "Apache-2.0"),
    ("Font Awesome 6 Free", "CC BY 4.0, OFL-1.1"),
    ("Phosphor Icons", "MIT"),
    ("DejaVu Sans, DejaVu Serif", "Bitstream Vera"),
    ("Roboto, Roboto Slab", "Apache-2.0"),
    ("Noto Sans, Noto Sans CJK, Noto Emoji", "OFL-1.1"),
    ("Fredoka, Pacifico, Lobster", "OFL-1.1"),
)
