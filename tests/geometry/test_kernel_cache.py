"""Compiled kernels come back from disk without a compiler, and a change anywhere in them is seen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from memoreez_desktop.geometry.kernel_stamp import stamp_of

ROOT = Path(__file__).resolve().parents[2]
INNER = """
from memoreez_desktop.geometry.compiled import kernel

@kernel
def inner(values, i):
    return values[i] * {factor}
"""
OUTER = """
import sys
import numpy as np
from inner import inner
from memoreez_desktop.geometry.compiled import kernel

STEP = {step}

@kernel
def outer(values):
    total = 0.0
    for i in range(len(values)):
        total += inner(values, i) + STEP
    return total

if __name__ == "__main__":
    from outer import outer
    print(outer(np.ones(4)), sum(outer.stats.cache_misses.values()), "scipy.linalg" in sys.modules)
"""


@pytest.fixture
def run(tmp_path):
    def once(factor: str = "2.0", step: str = "0.0") -> list[str]:
        (tmp_path / "inner.py").write_text(INNER.format(factor=factor))
        (tmp_path / "outer.py").write_text(OUTER.format(step=step))
        env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}", "PYTHONDONTWRITEBYTECODE": "1"}
        env.pop("NUMBA_CACHE_DIR", None)
        command = [sys.executable, str(tmp_path / "outer.py")]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, cwd=tmp_path)
        return done.stdout.split()

    return once


def test_the_second_process_compiles_nothing_and_a_change_is_seen(run):
    assert run()[:2] == ["8.0", "1"]
    assert run() == ["8.0", "0", "False"]
    # A kernel in another file, and a constant, are part of it.
    assert run(factor="3.0")[:2] == ["12.0", "1"]
    assert run(factor="3.0", step="1.0")[:2] == ["16.0", "1"]


def test_the_stamp_is_that_of_the_code():
    def made(source: str):
        names: dict = {"np": None}
        exec(source, names)
        return stamp_of(names["f"])

    plain = made("LIMIT = 3\ndef f(a):\n    'Words.'\n    return a + LIMIT")
    assert made("\n\nLIMIT = 3\ndef f(a):\n    'Other words.'\n    # more\n    return a + LIMIT") == plain
    assert made("LIMIT = 4\ndef f(a):\n    'Words.'\n    return a + LIMIT") != plain
    assert made("LIMIT = 3\ndef f(a):\n    'Words.'\n    return a - LIMIT") != plain
    assert made("def f(a):\n    return a + 1") != made("def f(a):\n    return a + 2")


def test_a_kernel_knows_whether_it_is_kept(tmp_path):
    (tmp_path / "once.py").write_text(
        "import sys\nfrom memoreez_desktop.geometry.compiled import is_kept, kernel\n"
        "@kernel\ndef twice(a):\n    return a + a\n"
        "print(is_kept(twice))\ntwice(1)\nprint(is_kept(twice))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("NUMBA_CACHE_DIR", None)
    command = [sys.executable, str(tmp_path / "once.py")]
    said = [subprocess.run(command, env=env, capture_output=True, text=True, check=True) for _ in range(2)]
    assert [done.stdout.split() for done in said] == [["False", "True"], ["True", "True"]]
