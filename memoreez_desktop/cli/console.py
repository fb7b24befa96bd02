"""What the command line says: words for people on stderr, results on stdout."""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import CancelToken, JobContext

_BAR = 24
_SPEAK_EVERY_S = 1.0


class Console:
    """The two streams of one call.

    Parameters
    ----------
    as_json : bool
        Results become JSON on stdout; otherwise only lists are written there.
    token : CancelToken
        Shared with every job of this call.
    """

    def __init__(
        self,
        *,
        as_json: bool = False,
        quiet: bool = False,
        token: CancelToken | None = None,
        out: IO[str] | None = None,
        err: IO[str] | None = None,
    ) -> None:
        self.as_json = as_json
        self._quiet = quiet
        self._token = token or CancelToken()
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._live = self._err.isatty()
        self._last_words = ""
        self._last_s = float("-inf")
        self._line_open = False

    def job(self) -> JobContext:
        """Return a context whose progress is shown here."""
        return JobContext(self._token, self._progress)

    def say(self, text: str) -> None:
        """Write a line for people."""
        if not self._quiet:
            self._close_line()
            print(text, file=self._err, flush=True)

    def result(self, record: Mapping[str, Any] | Sequence[Any]) -> None:
        """Write the one JSON document, when JSON is wanted."""
        if self.as_json:
            self._close_line()
            print(json.dumps(plain(record), allow_nan=False), file=self._out, flush=True)

    def table(self, rows: Iterable[Sequence[str]]) -> None:
        """Write a list for people, when JSON is not wanted; a list is a result, so it goes to stdout."""
        lines = [tuple(str(cell) for cell in row) for row in rows]
        if self.as_json or not lines:
            return
        self._close_line()
        widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]
        for line in lines:
            cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            print("  ".join(cells).rstrip(), file=self._out, flush=True)

    def complain(self, error: MemoreezError, code: int) -> None:
        """Write an expected error: one line, with its hint; as JSON, too, when that is wanted."""
        self._close_line()
        print(f"memoreez: {one_line(str(error))}", file=self._err, flush=True)
        self.result({"error": error.message, "hint": error.hint, "exit_code": code})

    def _progress(self, fraction: float | None, message: str) -> None:
        if self._quiet:
            return
        if self._live:
            done = round(_BAR * (fraction or 0.0))
            percent = "" if fraction is None else f"{100 * fraction:3.0f} %"
            bar = "█" * done + "·" * (_BAR - done)
            print(f"\r\033[K{bar} {percent} {message[:60]}", end="", file=self._err, flush=True)
            self._line_open = True
        elif message and message != self._last_words and time.monotonic() - self._last_s > _SPEAK_EVERY_S:
            # In a log file a line a second says enough.
            print(f"{message} …", file=self._err, flush=True)
            self._last_words, self._last_s = message, time.monotonic()

    def _close_line(self) -> None:
        if self._line_open:
            print("\r\033[K", end="", file=self._err, flush=True)
            self._line_open = False


def one_line(text: str) -> str:
    """Fold a text into one line."""
    return " ".join(text.split())


def plain(value: Any) -> Any:
    """Turn a value into what JSON knows: paths to text, numbers rounded, nothing infinite."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, str | Path):
        return str(value)
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    number = float(value)
    return round(number, 4) if math.isfinite(number) else None
