"""Habits of the house that no linter knows."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "memoreez_desktop").rglob("*.py"))
WALL = 300


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_past_the_wall(path):
    assert len(path.read_text("utf-8").splitlines()) <= WALL


def test_no_room_without_a_meaning():
    names = {part for path in SOURCES for part in (*path.parts, path.stem)}
    assert not names & {"utils", "util", "misc", "helpers", "helper", "common", "manager"}


def test_build_is_not_a_package():
    assert not (ROOT / "build" / "__init__.py").exists()


def test_sentences_are_literals():
    """``say(variable)`` would never be seen by the translators."""
    wrong = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                first = node.args[0] if node.args else None
                if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                    wrong.append(f"{path.name}:{node.lineno}")
    assert not wrong


def test_every_sentence_has_a_german_translation():
    command = [sys.executable, str(ROOT / "build" / "build_i18n.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[:4000]


def test_the_locks_have_hashes_and_no_addresses():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert len(pinned) > 20
        assert all("==" in line and line.endswith("\\") for line in pinned)
        assert text.count("--hash=sha256:") >= len(pinned)
        assert "://" not in text
