"""Module-level jobs that a child process can find by name."""

import os
import signal
import struct
import sys
import time

import numpy as np

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.words import say


def add(a, b, job):
    job.progress(0.5, "halfway")
    job.partial("first")
    return a + b


def pid(job):
    return os.getpid()


def nap(seconds, job):
    job.progress(0.0, "asleep")
    time.sleep(seconds)


def double(array, job):
    return array * 2


def refuse(job):
    raise MeshError(say("It came out in {count} pieces.", count=2), say("Join them."), retryable=True)


def bug(job):
    raise ZeroDivisionError("a bug")


def die(job):
    os.kill(os.getpid(), signal.SIGKILL)


def stubborn(seconds, job):
    """Never looks at the token, like native code."""
    time.sleep(seconds)


def polite(job):
    while True:
        job.check_cancelled()
        time.sleep(0.01)


def mesh_back(mesh, job):
    return mesh.moved(dz_mm=1.0)


def big(job):
    return {"a": np.arange(1_000_000, dtype=np.float32), "b": [np.ones((3, 3)), b"x" * 10]}


def search_path(job):
    return list(sys.path)


def die_in_the_middle_of_an_answer(job):
    pipe = job._on_progress.__self__._pipe
    os.write(pipe.fileno(), struct.pack("!i", 1000) + b"and then")
    os._exit(1)
