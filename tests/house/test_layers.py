"""The rules of who imports whom are kept, and each of them is seen to break when it is violated."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint(folder):
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    env = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path):
    """A copy of the sources alone; the installed package must not shadow it."""
    ignore = shutil.ignore_patterns("__pycache__", "*.nbi", "*.nbc")
    shutil.copytree(ROOT / "memoreez_desktop", tmp_path / "memoreez_desktop", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_rules_are_kept(copy):
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("file", "line", "rule"),
    [
        ("core/units.py", "import memoreez_desktop.geometry.solids", "The floors of the house"),
        ("slicing/api.py", "import memoreez_desktop.printing.api", "The floors of the house"),
        ("geometry/shapes.py", "import memoreez_desktop.imaging.photo", "The floors of the house"),
        ("services/__init__.py", "import memoreez_desktop.tasks.child", "The floors of the house"),
        ("geometry/solids.py", "import PySide6.QtGui", "No Qt, PyVista or VTK below tasks"),
        ("services/__init__.py", "import pyvista", "No Qt, PyVista or VTK below tasks"),
        ("core/mesh.py", "import scipy.spatial", "core imports no third-party package but numpy"),
        ("ui/journey.py", "import httpx", "ui imports no network"),
        ("ui/journey.py", "import keyring", "keyring only in storage.secrets"),
        ("ui/story/__init__.py", "import pyvista", "Only ui.viewport imports PyVista"),
        ("services/__init__.py", "import keyring", "keyring only in storage.secrets"),
        ("services/__init__.py", "import httpx", "httpx and WebSockets only in network"),
        ("concepts/__init__.py", "import websockets.sync.client", "httpx and WebSockets only in network"),
    ],
)
def test_a_violation_is_caught(copy, file, line, rule):
    target = copy / "memoreez_desktop" / file
    target.write_text(target.read_text("utf-8") + f"\n{line}\n", "utf-8")
    done = lint(copy)
    assert done.returncode != 0
    broken = [text for text in done.stdout.splitlines() if "BROKEN" in text]
    assert any(rule in text for text in broken), done.stdout
