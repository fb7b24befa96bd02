"""Ctrl-C: first a polite wish that leaves nothing half-written, then, a second later, an end by force."""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from memoreez_desktop.core.job import CancelToken

PATIENCE_S = 1.0


@contextmanager
def ctrl_c_cancels(token: CancelToken) -> Iterator[None]:
    """Within the block Ctrl-C sets ``token``; what does not listen is interrupted ``PATIENCE_S`` later.

    Outside the main thread (tests) signals cannot be caught and the block changes nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    timers: list[threading.Timer] = []

    def wish(_signal: int, _frame: object) -> None:
        if token.cancelled:
            raise KeyboardInterrupt
        token.cancel()
        timer = threading.Timer(PATIENCE_S, _thread.interrupt_main)
        timer.daemon = True
        timers.append(timer)
        timer.start()

    before = signal.signal(signal.SIGINT, wish)
    try:
        yield
    finally:
        for timer in timers:
            timer.cancel()
        signal.signal(signal.SIGINT, before)
