"""Switched offline, nothing of the program opens a socket: not a service, not a download, not a command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("offline_program.py")


def test_nothing_opens_a_socket_when_the_program_is_offline(tmp_path):
    env = {
        **os.environ,
        "PYTHONPATH": str(PROGRAM.parents[2]),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    # A screen is asked over a socket of its own, and that is no network.
    env = {name: value for name, value in env.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, PROGRAM, tmp_path], capture_output=True, text=True, check=False, env=env, timeout=150
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr[-2000:]
