"""Killed at any moment, no mesh is ordered twice, and all that was sent is fetched or called unsure."""

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
from memoreez_desktop.services.mesh_orders import bring_mesh, raw_file, take_up_meshes
from memoreez_desktop.storage.library import Library
from tests.fakes.loopback import Asked, Reply, loopback
from tests.fakes.mesh_services.service import FILE, KEY, file_reply, mesh_bytes
from tests.services.mesh_ordering_program import PROVIDERS, service

PROGRAM = Path(__file__).with_name("mesh_ordering_program.py")
ROUNDS = int(os.environ.get("MEMOREEZ_KILL_ROUNDS", "8"))
DATA = mesh_bytes()


class Services:
    """Three services that take their time, and count the orders that came."""

    def __init__(self, lots):
        self.url, self.orders, self._lots = "", collections.Counter(), lots
        self._ids, self._lock = itertools.count(), threading.Lock()

    def __call__(self, asked: Asked) -> Reply:
        with self._lock:
            wait_s = self._lots.uniform(0.0, 0.1)
            provider = self._ordered(asked)
            if provider:
                self.orders[provider] += 1
            number = next(self._ids)
        reply = self._reply(asked, number)
        reply.wait_s = wait_s
        return reply

    @staticmethod
    def _ordered(asked: Asked) -> str:
        ways = {"/generation/image-to-model": "tripo", "/image-to-3d": "meshy", "-3d": "stability-3d"}
        ends = (way for way in ways if asked.method == "POST" and asked.path.endswith(way))
        return ways[next(ends)] if asked.method == "POST" and asked.path != "/files" else ""

    def _reply(self, asked: Asked, number: int) -> Reply:
        link = self.url + FILE
        if asked.path == FILE:
            return file_reply(DATA)
        if asked.path == "/files":
            return Reply.of_json({"code": 0, "data": {"file_token": "token"}})
        if asked.path.startswith("/generation"):
            return Reply.of_json({"code": 0, "data": {"task_id": f"t{number}"}})
        if asked.path.startswith("/tasks"):
            task = {"status": "success", "output": {"model_url": link}, "credits_consumed": 20}
            return Reply.of_json({"code": 0, "data": task})
        if asked.path.endswith("/image-to-3d"):
            return Reply.of_json({"result": f"m{number}"}, 202)
        if "image-to-3d/" in asked.path:
            urls = {"glb": link}
            return Reply.of_json({"status": "SUCCEEDED", "model_urls": urls, "consumed_credits": 20})
        return Reply(200, DATA)


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a Unix word")
def test_killed_at_any_moment_no_mesh_is_ordered_twice(tmp_path):
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
            time.sleep(lots.uniform(0.0, 1.0))
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
    assert KEY not in said
    assert "done" in seen
    assert not list((folder / "arriving").glob("*/mesh.*"))


def look_after(folder, services):
    """Start again after a kill, fetch what can be fetched, and compare with what the services saw."""
    library = Library(folder)
    assert not library.notice
    sent = services.orders.copy()
    for order in take_up_meshes(library):
        if order.state == "accepted":
            bring_mesh(library, order.id, service(order.provider, services.url), JobContext())
    # Nothing was ordered by going on.
    assert services.orders == sent
    ends = collections.Counter()
    counted = collections.Counter()
    for order in library.orders.history("mesh", 10_000):
        ends[order.state] += 1
        assert order.state in ("ready", "done", "unsure")
        counted[order.provider] += order.state == "done"
        if order.state == "done":
            assert raw_file(library, order).read_bytes() == DATA
        if order.state == "unsure":
            assert order.message
    for provider in PROVIDERS:
        # Every order that came is done or called unsure, and no more than one came of each.
        unsure = sum(
            order.state == "unsure" and order.provider == provider
            for order in library.orders.history("mesh", 10_000)
        )
        assert counted[provider] <= services.orders[provider] <= counted[provider] + unsure
    library.close()
    return ends
