"""A process of its own for a rung that may hang or end the program: it is given a time, and then ended.

It is started by spawn, which also works in a frozen program and from the window's geometry process, and
it ends with its pipe, so it never outlives whoever started it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from typing import Protocol

from memoreez_desktop.core.errors import Cancelled, MemoreezError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.printability.ladder.api import Change, Rung, Wishes

_POLL_S = 0.05
_starting = threading.Lock()


class RungEnded(Exception):  # noqa: N818 - news for the ladder, which goes on; never shown
    """The rung took too long, or its process ended by itself."""


class Ward(Protocol):
    """Where a heavy rung is climbed."""

    def climb(self, rung: Rung, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """Climb it.

        Raises
        ------
        RungEnded
        MeshError, Cancelled
            As the rung raises them.
        """
        ...


class OwnProcess:
    """Climbs in a new process; ends it when its time is over or nobody wants the result any more."""

    def climb(self, rung: Rung, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """See :class:`Ward`."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="memoreez-rung", daemon=True)
        with _allowed():
            process.start()
        theirs.close()
        until = time.monotonic() + rung.info.limit_s
        try:
            ours.send((rung, mesh, wishes))
            while time.monotonic() < until:
                job.check_cancelled()
                wait([ours, process.sentinel], timeout=_POLL_S)
                if ours.poll():
                    return _answer(ours.recv())
                if not process.is_alive():
                    raise RungEnded(rung.id)
            raise RungEnded(rung.id)
        except (EOFError, OSError) as error:
            raise RungEnded(rung.id) from error
        finally:
            ours.close()
            process.kill()
            process.join(1.0)


@contextlib.contextmanager
def _allowed() -> Iterator[None]:
    """Let a geometry process have a process of its own.

    Notes
    -----
    WORKAROUND multiprocessing of Python 3.11-3.14: a daemonic process may start none, lest it outlive its
    parent; ours ends with its pipe. The mark is taken off for the moment of the start.
    """
    with _starting:
        marks = multiprocessing.process.current_process()._config  # type: ignore[attr-defined]
        daemon = marks.pop("daemon", None)
        try:
            yield
        finally:
            if daemon is not None:
                marks["daemon"] = daemon


def _answer(message: tuple[str, object]) -> list[Change]:
    kind, value = message
    if kind == "failed" and isinstance(value, MemoreezError):
        raise value
    if kind != "done" or not isinstance(value, list):
        raise RungEnded(str(value))
    return value


def _serve(pipe: Connection) -> None:
    """Climb one rung and answer; end when whoever asked is gone."""
    rung, mesh, wishes = pipe.recv()
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()
    try:
        pipe.send(("done", rung.climb(mesh, wishes, JobContext(CancelToken()))))
    except MemoreezError as error:
        pipe.send(("failed", error))
    except (ValueError, ArithmeticError, LookupError, MemoryError, Cancelled) as error:
        pipe.send(("ended", repr(error)))


def _end_with(pipe: Connection) -> None:
    with contextlib.suppress(EOFError, OSError):
        pipe.recv()
    os._exit(0)
