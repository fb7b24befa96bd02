"""Cards of a service in the real window, in a process of its own; needs a display.

    python benchmarks/concepts_window.py landing|workers|mixed|library URL

``landing``: sixteen pictures arrive at once, from each one's last byte to its pixels on the card.
``workers``: eight cards of a second each with the program's own four workers; ``mixed``: five fast beside
three slow ones.
``library``: a thousand concepts: opening the page, scrolling through it, and the memory that takes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable
from typing import Any

if "MEMOREEZ_HOME" not in os.environ:
    # The program's own processes read this file, too.
    os.environ["MEMOREEZ_HOME"] = tempfile.mkdtemp(prefix="memoreez-bench-")
# The key of the loopback service is nobody's: it never goes to the keyring of whoever measures.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import numpy as np
from bench_window_gap import Heart, line, live

AT_ONCE, CARDS = 16, 8
LANDING_S, GAP_MS = 0.100, 50.0
ALL_S, FAST_S, SLOW_S = 2.4, 0.2, 3.0


class Stopwatch:
    """Remembers when a card's picture had come, and when it was painted."""

    def __init__(self) -> None:
        from memoreez_desktop.network.wire import HttpWire
        from memoreez_desktop.services import ai_orders
        from memoreez_desktop.ui.concepts.pictures import PictureShelf

        self.came: dict[str, float] = {}
        self.painted: dict[str, float] = {}
        here = threading.local()
        call, keep, shown = HttpWire.call, ai_orders._keep, PictureShelf.picture

        def timed_call(wire: HttpWire, *told: Any) -> Any:
            answer = call(wire, *told)
            here.last_byte = time.perf_counter()
            return answer

        def timed_keep(library: Any, order: Any, *told: Any) -> None:
            self.came[order.concept_id] = here.last_byte
            keep(library, order, *told)

        def timed_picture(shelf: PictureShelf, key: str, *told: Any) -> Any:
            found = shown(shelf, key, *told)
            if found is not None:
                self.painted.setdefault(key, time.perf_counter())
            return found

        HttpWire.call, ai_orders._keep, PictureShelf.picture = timed_call, timed_keep, timed_picture  # type: ignore[method-assign,assignment]

    def clear(self) -> None:
        """Begin anew."""
        self.came.clear()
        self.painted.clear()


class Room:
    """The program with a loopback service chosen."""

    def __init__(self, url: str, workers: int, count: int) -> None:
        from memoreez_desktop import app
        from memoreez_desktop.tasks import runner

        runner.THREADS["network"] = workers
        self.application = app.make_application(["memoreez"])
        self.program = app.Program(self.application)
        self.url = url
        self.program.workshop.services.desk().keys.set("openai-images", "sk-benchmark")
        self.program.keeper.change(
            generator_id="openai-images",
            providers={"openai-images": {"base_url": url, "stream": False}},
            private_services=True,
            ask_before_paid=False,
            ai_count=count,
            monthly_cap_usd=1000.0,
        )
        self.program.window.resize(2600, 1900)
        self.program.window.show()
        live(1500)
        self.wait(lambda: not self.program.runner.busy, 120)

    def wait(self, done: Callable[[], bool], seconds: float, every_ms: int = 20) -> None:
        """Let the window live until something has come true."""
        end = time.perf_counter() + seconds
        while not done() and time.perf_counter() < end:
            live(every_ms)

    def play(self, script: str) -> None:
        """Tell the service how to answer the next pictures."""
        urllib.request.urlopen(f"{self.url}/play/{script}").read()

    def create(self, name: str) -> None:
        """Press Create concepts for a story."""
        from memoreez_desktop.core.story import Brief, Story

        brief = Brief(Story(name, passions=("fishing", "tractors"), quirk="hates Mondays"))
        self.program.journey.set_brief(brief)
        self.program.journey.go("concepts")
        self.program.journey.createWanted.emit(brief)


def landing(url: str) -> bool:
    """Let sixteen pictures land at once."""
    room, watch = Room(url, AT_ONCE, AT_ONCE), Stopwatch()
    heart = Heart()
    room.program.journey.go("concepts")
    late: list[float] = []
    gaps: list[np.ndarray] = []
    for number in range(2):
        watch.clear()
        room.play(f"gate{AT_ONCE}")
        heart.take()
        room.create(f"Karl {number}")
        room.wait(lambda: len(watch.came) == AT_ONCE and set(watch.came) <= set(watch.painted), 30)
        gaps.append(heart.take())
        took = [watch.painted[key] - came for key, came in watch.came.items() if key in watch.painted]
        print(
            f"  round {number + 1}: {len(took)} of {len(watch.came)} painted, last {max(took) * 1e3:.0f} ms"
        )
        late += took
        room.wait(lambda: not room.program.runner.busy, 90)
        gaps.append(heart.take())
    high = float(np.percentile(late, 95))
    kept = high < LANDING_S
    print(
        f"last byte to pixels, {AT_ONCE} cards at once: p95 {high * 1e3:.0f} ms,"
        f" median {np.median(late) * 1e3:.0f} ms"
        f" (promise < {LANDING_S * 1e3:.0f} ms: {'kept' if kept else 'MISSED'})"
    )
    return line("window meanwhile, keepsakes included", np.concatenate(gaps), GAP_MS) and kept


def timed_cards(url: str, script: str) -> list[float]:
    """Create eight cards; return when each was painted, in seconds after the first order."""
    room, watch = Room(url, 4, CARDS), Stopwatch()
    room.program.journey.go("concepts")
    live(500)
    room.play(script)
    before = seen(url)
    room.create("Karl")
    room.wait(lambda: seen(url) > before, 30, every_ms=1)
    sent = time.perf_counter()
    room.wait(lambda: len(watch.came) == CARDS and set(watch.came) <= set(watch.painted), 30)
    return sorted(at - sent for key, at in watch.painted.items() if key in watch.came)


def workers(url: str) -> bool:
    """Eight cards of a second with four workers."""
    times = timed_cards(url, ",".join("1" * CARDS))
    kept = len(times) == CARDS and times[-1] < ALL_S
    print(
        f"{len(times)} of {CARDS} cards of 1 s, 4 workers: all painted after {times[-1]:.2f} s"
        f" (promise < {ALL_S} s: {'kept' if kept else 'MISSED'}), the first after {times[0]:.2f} s"
    )
    return kept


def mixed(url: str) -> bool:
    """Five fast cards beside three slow ones: the one worker left brings all five meanwhile."""
    times = timed_cards(url, ",".join([str(SLOW_S)] * 3 + [str(FAST_S)] * 5))
    kept = len(times) == CARDS and times[0] < 3 * FAST_S and times[4] < SLOW_S
    told = ", ".join(f"{at:.2f}" for at in times)
    print(
        f"five cards of {FAST_S} s beside three of {SLOW_S:g} s, painted after {told} s"
        f" (no fast one waits for a slow one: {'kept' if kept else 'MISSED'})"
    )
    return kept


def seen(url: str) -> int:
    """Return how many pictures in JSON were asked for."""
    import json

    return int(json.load(urllib.request.urlopen(f"{url}/seen")).get("images", 0))


def main(part: str, url: str) -> int:
    """Measure one part; ends the process at once, whatever still runs."""
    if part == "library":
        from concepts_library import library

        kept = library(Room(url, 4, CARDS))
    else:
        kept = {"landing": landing, "workers": workers, "mixed": mixed}[part](url)
    sys.stdout.flush()
    os._exit(0 if kept else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
