import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from memoreez_desktop.cli.entry import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own: no test touches the person's library or settings."""
    monkeypatch.setenv("MEMOREEZ_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def memoreez(capsys, home):
    """Run the command in this process."""

    def run(*words):
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def program(home):
    """Run the command as a program of its own."""

    def run(*words, **kwargs):
        ended = subprocess.run(
            [sys.executable, "-m", "memoreez_desktop", *map(str, words)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=120,
            check=False,
            **kwargs,
        )
        return Said(ended.returncode, ended.stdout, ended.stderr)

    return run


def stl(triangles):
    """Return triangles (n, 3, 3) as a binary STL."""
    table = np.zeros(len(triangles), np.dtype([("n", "<f4", 3), ("v", "<f4", (3, 3)), ("a", "<u2")]))
    table["v"] = triangles
    return b"\0" * 80 + np.uint32(len(table)).tobytes() + table.tobytes()


def box_triangles(x=20.0, y=16.0, z=10.0):
    """Return a closed box standing on z = 0."""
    corner = np.array([[i & 1, i >> 1 & 1, i >> 2 & 1] for i in range(8)], float) * (x, y, z)
    faces = "021 123 456 576 014 154 263 367 042 246 135 375"
    return corner[[[int(digit) for digit in face] for face in faces.split()]]


@pytest.fixture
def box(tmp_path):
    """A box of 20 x 16 x 10 mm."""
    file = tmp_path / "box.stl"
    file.write_bytes(stl(box_triangles()))
    return file


@pytest.fixture
def open_box(tmp_path):
    """A box without its front wall."""
    file = tmp_path / "open.stl"
    file.write_bytes(stl(np.delete(box_triangles(), [4, 5], axis=0)))
    return file
