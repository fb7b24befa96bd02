"""Whatever a card has shown is still there after ``kill -9``, and no process is left behind."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from memoreez_desktop.storage.library import Library

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_kill_nine_in_the_middle_loses_nothing_that_was_shown(start, home, qtbot):
    script = Path(__file__).with_name("reporting_program.py")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, script], env=env, stdout=subprocess.PIPE, text=True) as program:
        watchdog = threading.Timer(150, program.kill)
        watchdog.start()
        shown = []
        for line in program.stdout:
            shown.append(line.split())
            if len(shown) == 3:
                break
        family = psutil.Process(program.pid).children(recursive=True)
        os.kill(program.pid, signal.SIGKILL)
        shown += [line.split() for line in program.stdout if line.endswith("\n")]
        watchdog.cancel()
    assert len(shown) >= 3
    assert family, "it had no geometry processes"
    _gone, left = psutil.wait_procs(family, timeout=20)
    assert not left, "processes without a program"
    with closing(Library(home)) as library:
        project = library.latest_project()
        rows = {row.plan.id: row for row in library.concepts(project.id)}
    assert project.brief.story.name == "Karl"
    assert len(rows) == 8
    for key, size in shown:
        assert len(rows[key].picture_png) == int(size)
        assert rows[key].stats is not None
    with start() as real:
        real.wait(lambda: len(real.cards) == 8, "the grid of before")
        assert {key for key, _size in shown} <= {card.key for card in real.filled()}
        assert {card.state for card in real.cards} == {"ready", "stopped"}
        assert real.panel("story").form.name.text() == "Karl"
        assert real.panel("concepts").rest.isVisible()
