"""What a call has returned is still there after kill -9, whenever that comes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from memoreez_desktop.storage.library import Library

WRITER = Path(__file__).with_name("library_writer.py")


def start(folder, name, count=100_000):
    env = {**os.environ, "PYTHONPATH": str(WRITER.parents[2])}
    return subprocess.Popen(
        [sys.executable, WRITER, folder, name, str(count)], stdout=subprocess.PIPE, text=True, env=env
    )


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a Unix word")
def test_nothing_returned_is_lost_by_kill(tmp_path):
    promised = {}
    # So many lines are waited for, that a slow machine still kills in the midst of work.
    for lines, wait_s in ((2, 0.0), (4, 0.013), (7, 0.05), (8, 0.11), (9, 0.237)):
        writer = start(tmp_path, f"round{lines}")
        words = [next(writer.stdout).split() for _ in range(lines)]
        time.sleep(wait_s)
        os.kill(writer.pid, signal.SIGKILL)
        words += [line.split() for line in writer.stdout if line.endswith("\n")]
        writer.stdout.close()
        assert writer.wait() == -signal.SIGKILL
        promised[words[0][1]] = words[1:]

    library = Library(tmp_path)
    assert not library.notice
    kept = {row.mesh_digest for row in library.keepsakes()}
    for project, words in promised.items():
        rows = {row.plan.id: row for row in library.concepts(project)}
        for kind, name in words:
            if kind == "concept":
                picture = name.replace("-", " ").encode() * 5000
                assert rows[name].picture_png == picture
                assert rows[name].stats is not None
            else:
                assert name in kept
                assert library.load_mesh(name).digest == name
    assert sum(len(words) for words in promised.values()) > 20
    # A file under its final name is whole; what was cut off lies hidden under another one.
    for file in library.objects.folder.rglob("*.mesh"):
        if not file.name.startswith("."):
            library.load_mesh(file.parent.name + file.stem)
    library.close()


def test_several_programs_write_at_once(tmp_path):
    writers = [start(tmp_path, f"writer{k}", 15) for k in range(3)]
    said = [writer.communicate(timeout=60)[0].split("\n") for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    library = Library(tmp_path)
    assert not library.notice
    assert len(library.keepsakes()) == 45
    for lines in said:
        assert len(library.concepts(lines[0].split()[1])) == 15
    library.close()
