import importlib
import json
import signal
import subprocess
import sys
import time

import pytest

from memoreez_desktop import __version__
from memoreez_desktop.cli import catalogs, entry, exit_codes, send
from memoreez_desktop.cli.console import Console, plain
from memoreez_desktop.core import errors

HEAVY = (
    "PySide6",
    "vtk",
    "vtkmodules",
    "pyvista",
    "scipy",
    "numba",
    "cv2",
    "numpy",
    "PIL",
    "manifold3d",
    "trimesh",
)
HEAVY += ("sqlite_utils", "keyring", "httpx", "psutil", "platformdirs", "matplotlib", "fontTools")


def test_version_imports_nothing_heavy(program):
    code = (
        "import sys; from memoreez_desktop.cli.entry import main; code = main(['--version']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules]); sys.exit(code)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.stdout.splitlines() == [f"memoreez {__version__}", "[]"], ended.stderr
    assert ended.returncode == 0


def test_as_a_program(program):
    said = program("--version")
    assert (said.code, said.out) == (0, f"memoreez {__version__}\n")
    said = program("frobnicate")
    assert said.code == 2
    assert said.err.startswith("memoreez: ")
    assert len(said.err.splitlines()) == 1


def test_help_names_every_verb(memoreez):
    said = memoreez("--help")
    assert said.code == 0
    verbs = "make concepts products printers materials qualities engines providers links check repair slice"
    for verb in [*verbs.split(), "inspect", "drives", "send", "provider-key", "doctor"]:
        assert verb in said.out
        assert memoreez(verb, "--help").code == 0


def test_without_a_verb_the_window_opens(memoreez, monkeypatch):
    opened = []
    fake = type(sys)("memoreez_desktop.app")
    fake.main = lambda words, painted: opened.append(words) or 7
    monkeypatch.setitem(sys.modules, "memoreez_desktop.app", fake)
    monkeypatch.setattr(importlib.import_module("memoreez_desktop"), "app", fake, raising=False)
    monkeypatch.setenv("DISPLAY", ":99")
    assert memoreez().code == 7
    assert opened == [["memoreez"]]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_a_word(memoreez, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = memoreez()
    assert said.code == 2
    assert "no screen" in said.err
    assert "memoreez make" in said.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError("x"), 2),
        (errors.InputError("x"), 3),
        (errors.PhotoError("x"), 3),
        (errors.MeshFileError("x"), 3),
        (errors.MeshError("x"), 4),
        (errors.SlicingError("x"), 4),
        (errors.DoesNotFitError("x"), 4),
        (errors.ProviderError("x"), 5),
        (errors.DriveError("x"), 6),
        (errors.StorageError("x"), 6),
        (errors.WorkerCrashedError("x"), 1),
        (errors.Cancelled(), 130),
        (KeyboardInterrupt(), 130),
        (ZeroDivisionError("secret words of a story"), 1),
        (MemoryError(), 1),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_every_error_is_one_line_and_a_code(memoreez, monkeypatch, error, code, as_json):
    def fail(_args, _console):
        raise error

    monkeypatch.delenv("MEMOREEZ_DEBUG", raising=False)
    monkeypatch.setattr(catalogs, "run", fail)
    said = memoreez("printers", *(["--json"] if as_json else []))
    assert said.code == code
    (line,) = said.err.splitlines()
    assert line.startswith("memoreez: ")
    assert "Traceback" not in line
    assert "secret" not in line
    if as_json:
        assert said.json["exit_code"] == code
        assert set(said.json) == {"error", "hint", "exit_code"}
    else:
        assert not said.out


def test_a_reader_that_has_had_enough(program):
    code = "import sys; from memoreez_desktop.cli.entry import main; sys.exit(main(['printers']))"
    running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(30) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent differently on Windows")
def test_ctrl_c_is_130_and_leaves_nothing(home, tmp_path):
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from memoreez_desktop.cli import catalogs\n"
        "from memoreez_desktop.cli.entry import main\n"
        "from memoreez_desktop.storage.files import written_beside\n"
        "def run(args, console):\n"
        "    job = console.job()\n"
        f"    with written_beside(Path({str(tmp_path / 'half')!r})) as out:\n"
        "        out.write(b'x'); print('ready', flush=True)\n"
        "        while True:\n"
        "            time.sleep(0.01)\n"
        "            if 'deaf' not in sys.argv: job.check_cancelled()\n"
        "catalogs.run = run\n"
        "sys.exit(main(['printers']))\n"
    )
    for manner in ("listening", "deaf"):
        command = [sys.executable, "-c", code, manner]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert running.stdout.readline() == "ready\n"
        begun = time.monotonic()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
        assert running.returncode == 130
        assert err == "memoreez: Stopped.\n"
        assert time.monotonic() - begun < 5
        assert not list(tmp_path.glob("*half*"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (float("nan"), None),
        (float("inf"), None),
        (1 / 3, 0.3333),
        ((1, 2.0, "x"), [1, 2.0, "x"]),
        ({"a": {1: True}}, {"a": {"1": True}}),
        (None, None),
    ],
)
def test_json_is_plain(value, expected):
    assert plain(value) == expected
    json.dumps(plain(value), allow_nan=False)


def test_a_live_screen_gets_one_moving_line(capsys):
    class Screen:
        text = ""

        def write(self, text):
            self.text += text

        def flush(self):
            pass

        def isatty(self):
            return True

    screen = Screen()
    console = Console(err=screen)
    job = console.job()
    job.progress(0.5, "Half")
    job.progress(None, "Who knows")
    console.say("Done")
    assert screen.text.count("\n") == 1
    assert " 50 %" in screen.text
    assert screen.text.endswith("\r\033[KDone\n")


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("drive", ("drive", "")),
        ("drive:/media/x", ("drive", "/media/x")),
        ("folder:/tmp/y", ("folder", "/tmp/y")),
        ("/tmp/z", ("folder", "/tmp/z")),
        ("./z", ("folder", "./z")),
        ("E:\\", ("folder", "E:\\")),
        ("E:", ("folder", "E:")),
        ("octoprint", ("octoprint", "")),
        ("/odd:name/x", ("folder", "/odd:name/x")),
    ],
)
def test_links_and_places(to, expected):
    assert send.link_and_target(to) == expected


def test_codes_are_those_of_the_manual():
    names = ("DONE", "USAGE", "BAD_INPUT", "REFUSED", "PROVIDER", "PRINTER", "CANCELLED")
    assert [getattr(exit_codes, name) for name in names] == [0, 2, 3, 4, 5, 6, 130]
    assert entry.build_parser().prog == "memoreez"


def test_a_verb_alone_is_read_as_among_all():
    known = entry.build_parser()._subparsers._group_actions[0].choices
    alone = set(entry._MODULES) - {""}
    assert alone < set(known)
    for verb in alone:
        parser = entry.build_parser(verb)
        assert list(parser._subparsers._group_actions[0].choices) == [verb]
    assert len(entry.build_parser("slic")._subparsers._group_actions[0].choices) == len(known)
