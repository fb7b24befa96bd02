"""What runs inside the warm child process: one job at a time, told apart from the window's life.

No Qt and no VTK is imported here. The child ends when its pipe closes, so it never outlives the
program, however that ended.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

from memoreez_desktop.core.errors import Cancelled, MemoreezError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.tasks.parcel import Parcel, pack, unpack

PROGRESS_EVERY_S = 0.05
NICENESS = 10


class _Answers:
    """Sends progress, partial results and the end of a job; one block of shared memory at a time."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lent: list[object] = []
        self._count = 0
        self._last_progress = 0.0

    def release(self) -> None:
        """Close what was lent; called when the parent has asked for more, so it has copied."""
        for block in self._lent:
            block.close()  # type: ignore[attr-defined]
        self._lent.clear()
        self._last_progress = 0.0

    def send(self, kind: str, value: object) -> None:
        self._count += 1
        parcel, block = pack(value, block_name(os.getpid(), self._count))
        if block is not None:
            self._lent.append(block)
        self._pipe.send((kind, parcel))

    def progress(self, fraction: float | None, message: str) -> None:
        now = time.monotonic()
        if now - self._last_progress >= PROGRESS_EVERY_S or fraction == 1.0:
            self._last_progress = now
            self.send("progress", (fraction, message))


def block_name(pid: int, count: int) -> str:
    """Name of the ``count``-th block of a process; macOS allows 31 characters."""
    return f"mz_{pid}_{count}"


def _listen(pipe: Connection, inbox: queue.SimpleQueue[Parcel | None], tokens: list[CancelToken]) -> None:
    try:
        while True:
            kind, parcel = pipe.recv()
            if kind == "cancel":
                for token in tokens:
                    token.cancel()
            else:
                inbox.put(parcel)
    except (EOFError, OSError):
        # The program is gone: a job in the middle of native code would not notice.
        os._exit(0)


def _run(parcel: Parcel, answers: _Answers, tokens: list[CancelToken]) -> None:
    call: tuple[Callable[..., object], tuple[object, ...]] = unpack(parcel)  # type: ignore[assignment]
    function, args = call
    answers.release()
    token = CancelToken()
    tokens[:] = [token]
    job = JobContext(token, answers.progress, lambda item: answers.send("partial", item))
    try:
        answers.send("done", function(*args, job))
    except Cancelled:
        answers.send("cancelled", None)
    except MemoreezError as error:
        answers.send("failed", error)
    except Exception:  # noqa: BLE001 - the one place in the child where a bug becomes a message
        import traceback  # noqa: PLC0415 - only when something is broken

        answers.send("bug", traceback.format_exc())
    finally:
        tokens.clear()


def step_back() -> None:
    """Let the window go first: this process computes with what it leaves."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
        return
    import psutil  # noqa: PLC0415 - Windows only, and in the child only

    psutil.Process().nice(getattr(psutil, "BELOW_NORMAL_PRIORITY_CLASS", None))


def serve(pipe: Connection) -> None:
    """Answer jobs until the pipe closes."""
    step_back()
    # Ctrl-C belongs to the parent, which decides what happens to a job.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inbox: queue.SimpleQueue[Parcel | None] = queue.SimpleQueue()
    tokens: list[CancelToken] = []
    threading.Thread(target=_listen, args=(pipe, inbox, tokens), daemon=True).start()
    answers = _Answers(pipe)
    while True:
        parcel = inbox.get()
        if parcel is not None:
            _run(parcel, answers, tokens)
