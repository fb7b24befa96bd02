#!/usr/bin/env python3
"""Everything a developer does, on a fresh machine with nothing but Python 3.11 or newer.

    python3 dev.py run      open the window (with no display: make the sample keepsake)
    python3 dev.py test     the whole test suite, with a virtual screen where there is none
    python3 dev.py lint types layers shots bench bundle setup

Only the standard library is used here. The first call makes .venv and installs the locked, hashed
dependencies; later calls see the stamp and start at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "build"))

from system_packages import (  # noqa: E402 - found only now
    LIBRARIES,
    TEST_PROGRAMS,
    install_second_peer,
    install_system,
    say,
)

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SAMPLE_OUT = ROOT / "dist" / "sample"


def call(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command in the project's root; end with its exit code if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def prepare(kind: str) -> None:
    """Bring packages, languages and kernels up to date; what is already so costs nothing."""
    make_venv(kind)
    build_translations()
    warm_kernels()


def make_venv(kind: str) -> None:
    """Make .venv with the locked packages of a kind, unless a stamp says that this was done.

    ``run`` is what the program needs; ``dev`` is that and the tools of development.
    """
    locks = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
    content = b"".join(lock.read_bytes() for lock in locks) + sys.version.encode()
    digest = hashlib.sha256(content).hexdigest()
    stamps = [VENV / f"stamp-{name}" for name in (("run", "dev") if kind == "run" else ("dev",))]
    if PYTHON.exists() and any(stamp.is_file() and stamp.read_text() == digest for stamp in stamps):
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_system(["python3-venv"])
    if not PYTHON.exists():
        say("Making .venv")
        call(sys.executable, "-m", "venv", VENV)
    say("Installing the locked packages (once; about 1.3 GB unpacked)")
    pip = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    call(*pip, "--require-hashes", "-r", locks[kind == "dev"])
    call(*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", ".")
    stamps[-1 if kind == "dev" else 0].write_text(digest)


def made_of(files: Iterable[Path]) -> str:
    """Return a digest of names and contents."""
    found = hashlib.sha256(sys.version.encode())
    for file in sorted(files):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def build_translations() -> None:
    """Compile the window's languages, when their sources have changed."""
    stamp, content = VENV / "stamp-languages", made_of((ROOT / "resources" / "i18n").glob("*.ts"))
    missing = not list((ROOT / "resources" / "i18n").glob("*.qm"))
    if missing or not stamp.is_file() or stamp.read_text() != content:
        call(PYTHON, "build/build_i18n.py")
        stamp.write_text(content)


def warm_kernels() -> None:
    """Compile the geometry kernels into their cache, so that the first keepsake does not wait for it."""
    stamp, content = VENV / "stamp-kernels", made_of((ROOT / "memoreez_desktop").rglob("*kernel*.py"))
    if not stamp.is_file() or stamp.read_text() != content:
        say("Compiling the geometry kernels (when they have changed; about two minutes)")
        call(PYTHON, "-m", "memoreez_desktop.services.warm")
        stamp.write_text(content)


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


@contextlib.contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """Give an environment with an X display: Xvfb's own on Linux, the desktop elsewhere."""
    env = dict(os.environ)
    if platform.system() != "Linux" or not shutil.which("Xvfb"):
        yield env
        return
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        env.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
        env.pop("WAYLAND_DISPLAY", None)
        yield env
    finally:
        server.terminate()
        server.wait(10)


def setup() -> None:
    """Install everything, for the program and its development."""
    install_system(LIBRARIES + TEST_PROGRAMS)
    install_second_peer()
    prepare("dev")


def run() -> None:
    """Open the window; with no display, make the sample keepsake on the command line."""
    install_system(LIBRARIES)
    prepare("run")
    if has_display():
        call(PYTHON, "-m", "memoreez_desktop", *EXTRA)
        return
    say("There is no display here, so no window: making the sample keepsake instead.")
    photo = ROOT / "resources" / "samples" / "photo.jpg"
    call(PYTHON, "-m", "memoreez_desktop", "make", "--photo", photo, "--out", SAMPLE_OUT)


def test() -> None:
    """Run the tests: those without OpenGL off screen, those of the real window on a screen."""
    setup()
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = time.monotonic()
    call(PYTHON, "-m", "pytest", "-m", "not gl", "-n", "2", "--dist", "worksteal", *EXTRA, env=env)
    with virtual_screen() as screen:
        call(PYTHON, "-m", "pytest", "-m", "gl", *EXTRA, env=screen)
    say(f"All tests passed in {time.monotonic() - started:.0f} s")


def lint() -> None:
    """Check style and formatting."""
    setup()
    call(PYTHON, "-m", "ruff", "check", ".")
    call(PYTHON, "-m", "ruff", "format", "--check", ".")


def types() -> None:
    """Check types, strictly below the window."""
    setup()
    call(PYTHON, "-m", "mypy")


def layers() -> None:
    """Check who imports whom."""
    setup()
    call(BIN / ("lint-imports.exe" if os.name == "nt" else "lint-imports"))


def shots() -> None:
    """Take the pictures in docs/screenshots from the real window."""
    setup()
    with virtual_screen() as screen:
        call(PYTHON, "build/make_screenshots.py", *EXTRA, env=screen)


def bench() -> None:
    """Measure every promise against its peer and print the ratios."""
    setup()
    with virtual_screen() as screen:
        missed = []
        folder = ROOT / "benchmarks"
        for script in [*sorted(folder.glob("bench_*.py")), folder / "slicing.py", folder / "concepts.py"]:
            say(f"== {script.stem}")
            command = [str(PYTHON), str(script), *EXTRA]
            if subprocess.run(command, cwd=ROOT, env=screen, check=False).returncode:
                missed.append(script.stem)
    if missed:
        say(f"A promise is missed in: {', '.join(missed)}")
        raise SystemExit(1)


def bundle() -> None:
    """Freeze the program into dist/, compile its kernels into it, and let it test itself."""
    setup()
    call(PYTHON, "build/make_bundle.py")


VERBS: dict[str, Callable[[], None]] = {
    verb.__name__: verb for verb in (run, test, setup, lint, types, layers, shots, bench, bundle)
}
EXTRA: list[str] = []


def main(arguments: list[str]) -> int:
    """Run the verbs in order; what follows ``--`` goes to the last one's program."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
        say(f"Memoreez needs Python 3.11 or newer; this is {platform.python_version()}.")
        return 2
    if "--" in arguments:
        EXTRA.extend(arguments[arguments.index("--") + 1 :])
        arguments = arguments[: arguments.index("--")]
    unknown = [verb for verb in arguments if verb not in VERBS]
    if unknown or not arguments:
        say(__doc__ or "")
        return 2 if unknown or not arguments else 0
    for verb in arguments:
        VERBS[verb]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
