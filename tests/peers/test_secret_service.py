"""Keys in a real Secret Service: GNOME Keyring on a D-Bus session of its own, nothing of the person's."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.loopback import Reply, loopback

PROGRAM = Path(__file__).with_name("keys_program.py")
KEY = "sk-planted-in-the-keyring-4711"
HAS_ONE = shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")
UNLOCKED = "printf moonlight | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null; "

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(
        not HAS_ONE, reason="no gnome-keyring or dbus-run-session here (dev.py setup, Debian)"
    ),
]


class Session:
    """The program at work; every call is a line to it and one back."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self._program = program

    def __getattr__(self, name: str):
        def told(*words: str) -> object:
            self._program.stdin.write(json.dumps([name, *words]) + "\n")
            self._program.stdin.flush()
            answer = json.loads(self._program.stdout.readline())
            return answer["value"] if "value" in answer else Refused(answer["refused"])

        return told


class Refused(str):
    """The words of an error."""


@pytest.fixture
def session(tmp_path):
    """Start sessions in one home: what one keeps is there for the next."""
    home = tmp_path / "home"
    (home / "run").mkdir(parents=True, mode=0o700)
    (home / "data").mkdir()

    @contextlib.contextmanager
    def start(service: str | None):
        # Without a display nobody is asked for a password, and it is refused at once.
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "MEMOREEZ_HOME": str(home / "data"),
            "PYTHONPATH": str(PROGRAM.parents[2]),
        }
        command = [sys.executable, str(PROGRAM), str(home / "data")]
        if service is not None:
            command = ["dbus-run-session", "--", "sh", "-c", f'{service}exec "$@"', "sh", *command]
        pipe = subprocess.PIPE
        with (home / "data" / "said.txt").open("a") as said:
            program = subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe, stderr=said, text=True)
            with program:
                yield Session(program)

    start.home = home
    return start


def files_with_the_key(home: Path) -> list[Path]:
    found = [path for path in home.rglob("*") if path.is_file()]
    assert len(found) > 2
    return [path for path in found if KEY.encode() in path.read_bytes()]


def test_a_key_is_kept_from_one_start_to_the_next_until_it_is_forgotten(session):
    with session(UNLOCKED) as program:
        assert program.note() == ""
        assert program.key("openai-images") == ""
        assert program.keep("openai-images", f" {KEY}\n") is True
        assert program.kept("openai-images") == KEY
        assert program.kept("fal") is None
        assert program.keep("openai-images", "sk-another") is True
        assert program.keep("openai-images", KEY) is True
    with session(UNLOCKED) as program:
        assert program.key("openai-images") == KEY
        assert program.delete("fal") is None
        assert program.keep("openai-images", "") is True
        assert program.kept("openai-images") is None
    with session(UNLOCKED) as program:
        assert program.key("openai-images") == ""


def test_the_key_is_in_no_file_at_all_and_goes_to_the_service_alone(session):
    models = Reply.of_json({"data": [{"id": "gpt-image-1"}]})
    with loopback(lambda asked: models) as server, session(UNLOCKED) as program:
        assert program.keep("openai-images", KEY) is True
        assert not isinstance(program.ask("openai-images", server.url), Refused)
        assert any(KEY in asked.headers.get("authorization", "") for asked in server.asked)
        server.answer = lambda asked: Reply.of_json({"error": {"message": f"no such key {KEY}"}}, 401)
        refused = program.ask("openai-images", server.url)
        assert isinstance(refused, Refused)
        assert KEY not in refused
    assert (session.home / "data" / "settings.json").is_file()
    # The keyring's own files are encrypted: not even they have it in plain.
    assert list(session.home.rglob("*.keyring"))
    assert files_with_the_key(session.home) == []


def test_a_locked_keyring_says_so_and_the_key_is_kept_for_the_session(session):
    with session(UNLOCKED) as program:
        assert program.keep("openai-images", "sk-before") is True
    with session(LOCKED) as program:
        assert program.key("openai-images") == ""
        assert "Unlock" in program.kept("openai-images")
        assert program.keep("openai-images", KEY) is False
        assert program.key("openai-images") == KEY
        assert isinstance(program.delete("openai-images"), Refused)
    assert files_with_the_key(session.home) == []
    with session(UNLOCKED) as program:
        assert program.key("openai-images") == "sk-before"


def test_a_computer_without_a_keyring_says_so_and_keeps_the_key_for_the_session(session):
    with session(None) as program:
        assert "keyring" in program.note()
        assert program.keep("openai-images", KEY) is False
        assert program.key("openai-images") == KEY
        assert isinstance(program.kept("openai-images"), Refused)
    (session.home / "data" / "more.txt").touch()
    assert files_with_the_key(session.home) == []


def test_a_keyring_that_goes_away_is_an_error_in_words(session):
    with session(UNLOCKED) as program:
        assert program.keep("openai-images", KEY) is True
        program.lose_the_bus()
        assert program.key("openai-images") == ""
        assert isinstance(program.kept("openai-images"), Refused)
        assert program.keep("openai-images", KEY) is False
        assert program.key("openai-images") == KEY
