"""Freeze the program into dist/, compile its kernels into it, and let it test itself."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"


def call(*command: str | Path) -> None:
    """Run a command in the project's root; end with its exit code if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def main() -> None:
    """Make the bundle of this system."""
    work = ["--workpath", "dist/work", "--distpath", "dist", "--noconfirm", "--log-level", "WARN"]
    call(sys.executable, "-m", "PyInstaller", *work, "installer.spec")
    program = DIST / "memoreez" / ("memoreez.exe" if os.name == "nt" else "memoreez")
    is_mac = platform.system() == "Darwin"
    app = DIST / "Memoreez.app"
    print("Compiling the geometry kernels into the program", flush=True)
    for made in (program, app / "Contents" / "MacOS" / "memoreez") if is_mac else (program,):
        call(made, "--compile-kernels")
    if is_mac:
        # What was added broke the seal that PyInstaller had put on it.
        call("codesign", "--force", "--deep", "--sign", "-", app)
    call(program, "doctor")


if __name__ == "__main__":
    main()
