"""The parent's side of one geometry process: started by spawn, asked politely to stop, ended if it must."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, TypeVar

from memoreez_desktop.core.errors import Cancelled, MemoreezError, WorkerCrashedError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.tasks.child_bug import ChildBug
from memoreez_desktop.tasks.child_main import block_name, serve
from memoreez_desktop.tasks.parcel import forget_block, pack, unpack

R = TypeVar("R")
POLL_S = 0.05
_CLEAN_PATH_WITHIN_S = 5.0
_parcels = itertools.count(1)


def wait_for_a_clean_path() -> None:
    """Wait until no import in another thread has changed ``sys.path`` for a moment.

    Notes
    -----
    WORKAROUND opencv-python-headless 5.0: while it is imported, its own folder stands in ``sys.path``. A
    process that is spawned in this moment inherits that, takes ``cv2/typing`` for ``typing``, and ends.
    """
    until = time.monotonic() + _CLEAN_PATH_WITHIN_S
    while any("cv2" in Path(entry).parts for entry in list(sys.path)) and time.monotonic() < until:
        time.sleep(0.005)


class ChildProcess:
    """One process and the parent's end of its pipe."""

    def __init__(self) -> None:
        wait_for_a_clean_path()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="memoreez-geometry", daemon=True)
        self._process.start()
        theirs.close()
        self._answers = 0

    @property
    def alive(self) -> bool:
        """True while the process runs."""
        return self._process.is_alive()

    def call(
        self,
        function: Callable[..., R],
        args: tuple[Any, ...],
        job: JobContext,
        patience_s: float,
    ) -> R:
        """Run ``function(*args, job)`` there and return what it returns.

        A job that does not stop within ``patience_s`` of the wish ends with the process.
        """
        parcel, block = pack((function, args), f"mzp_{os.getpid()}_{next(_parcels)}")
        try:
            self._pipe.send(("job", parcel))
            return self._listen(job, patience_s)  # type: ignore[return-value]
        except (EOFError, OSError) as error:
            # Also in the middle of a message, when the program closes while an answer is on its way.
            self.end()
            if job.cancelled:
                raise Cancelled from error
            raise WorkerCrashedError(
                say("The geometry worker stopped unexpectedly."),
                say("It has been started again; please try once more."),
                retryable=True,
            ) from error
        finally:
            if block is not None:
                block.close()
                if not self.alive:
                    forget_block(block.name)

    def _listen(self, job: JobContext, patience_s: float) -> object:
        until_s: float | None = None
        while True:
            if job.cancelled:
                if until_s is None:
                    until_s = time.monotonic() + patience_s
                    self._pipe.send(("cancel", None))
                elif time.monotonic() > until_s:
                    self.end()
                    raise Cancelled
            wait([self._pipe, self._process.sentinel], timeout=POLL_S)
            if not self._pipe.poll():
                if not self.alive and not self._pipe.poll():
                    raise EOFError
                continue
            kind, parcel = self._pipe.recv()
            self._answers += 1
            value = unpack(parcel)
            if kind == "progress":
                with contextlib.suppress(Cancelled):
                    job.progress(*value)  # type: ignore[misc]
            elif kind == "partial":
                job.partial(value)
            elif kind == "done":
                return value
            elif kind == "cancelled":
                raise Cancelled
            elif kind == "failed":
                assert isinstance(value, MemoreezError)
                raise value
            else:
                raise ChildBug(str(value))

    def end(self) -> None:
        """End the process; what it had shared for us and we never read is freed."""
        pid = self._process.pid
        self._process.terminate()
        self._process.join(1.0)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(1.0)
        # The thread that waits for an answer and the one that closes the program may both come here.
        with contextlib.suppress(OSError):
            self._pipe.close()
        if pid is not None:
            for count in range(self._answers + 1, self._answers + 4):
                forget_block(block_name(pid, count))
