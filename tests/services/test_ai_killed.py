"""Killed at any moment, nothing is ordered twice, nothing that was shown is lost, and no card is stuck."""

import collections
import itertools
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.storage.library import Library
from tests.fakes.image_services.service import KEY, b64, picture
from tests.fakes.loopback import Asked, Reply, loopback
from tests.services.ordering_program import CARDS, resume, service

PROGRAM = Path(__file__).with_name("ordering_program.py")
ROUNDS = int(os.environ.get("MEMOREEZ_KILL_ROUNDS", "20"))
DATA = picture(size_px=256)


class Services:
    """Two services that take their time, and remember every prompt that came."""

    def __init__(self, lots):
        self.url, self.prompts, self._lots = "", collections.Counter(), lots
        self._ids, self._lock = itertools.count(), threading.Lock()

    def __call__(self, asked: Asked) -> Reply:
        with self._lock:
            wait_s = self._lots.uniform(0.0, 0.12)
            if asked.method == "POST":
                self.prompts[asked.json()["prompt"]] += 1
        if asked.path.endswith("/images/generations"):
            reply = Reply.of_json({"data": [{"b64_json": b64(DATA)}]})
        elif asked.method == "POST":
            link = f"{self.url}/get_result?id={next(self._ids)}"
            reply = Reply.of_json({"id": "t", "polling_url": link, "cost": 1.4})
        elif asked.path == "/get_result":
            reply = Reply.of_json({"status": "Ready", "result": {"sample": f"{self.url}/cdn/x"}})
        else:
            reply = Reply(200, DATA)
        reply.wait_s = wait_s
        return reply


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a Unix word")
def test_killed_at_any_moment_nothing_is_ordered_twice(tmp_path):
    lots = random.Random(2026)
    services = Services(lots)
    folder = tmp_path / "library"
    seen = collections.Counter()
    with loopback(services) as server:
        services.url = server.url
        env = {**os.environ, "PYTHONPATH": str(PROGRAM.parents[2])}
        program = subprocess.Popen(
            [sys.executable, PROGRAM, folder, server.url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=env,
        )
        for number in range(ROUNDS):
            program.stdin.write(f"r{number}\n")
            program.stdin.flush()
            child = int(program.stdout.readline())
            time.sleep(lots.uniform(0.0, 0.8))
            os.kill(child, signal.SIGKILL)
            assert program.stdout.readline() == "ended\n"
            # What the killed one had sent is read by then.
            time.sleep(0.05)
            seen += look_after(folder, services)
        program.stdin.close()
        said = program.stderr.read() + program.stdout.read()
        program.stdout.close()
        program.stderr.close()
        assert program.wait(10) == 0
    assert max(services.prompts.values()) == 1
    assert KEY not in said
    for path in folder.rglob("*"):
        assert path.is_dir() or KEY.encode() not in path.read_bytes()
    # The moments were many: every end an order may come to was seen.
    assert {"done", "unsure"} <= set(seen)
    assert seen.total() > ROUNDS


def look_after(folder, services):
    """Start again after a kill, and compare the library with what the services saw."""
    ends = collections.Counter()
    library = Library(folder)
    assert not library.notice
    before = {row.plan.id: row.picture_png for row in cards(library)}
    asked = services.prompts.total()
    resume(library, lambda name: service(name, services.url), JobContext())
    assert services.prompts.total() == asked
    project = library.latest_project()
    for row in library.concepts(project.id) if project else ():
        assert before[row.plan.id] in (None, row.picture_png)
        (order,) = library.orders.of_card(project.id, row.plan.id)
        ends[order.state] += 1
        arrived = services.prompts[order.prompt.prompt]
        if order.state == "done":
            assert arrived == 1
            assert library.objects.read(order.picture, order.picture_suffix) == DATA
            assert row.picture_png
        elif order.state == "ready":
            # It never left, and waits on its card to be wanted again.
            assert not arrived
            assert row.failure is None
        else:
            assert order.state in ("unsure", "failed")
            assert row.failure.message
            assert order.state == "unsure" or not arrived
    assert sum(ends.values()) <= CARDS
    library.close()
    return ends


def cards(library):
    project = library.latest_project()
    return library.concepts(project.id) if project else ()
