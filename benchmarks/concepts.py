"""AI concepts: the way of a picture, in time and work, against scripted services on this computer.

    python benchmarks/concepts.py [--only overhead|workers|mixed|landing|library|kills] [--rounds 200]

Ends with 1 if a promise is missed. The window's parts need a display (``dev.py bench`` brings one).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import ROUNDS, report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PICTURES, WALL, CPU = 30, 1.1, 1.5
WINDOW = ("workers", "mixed", "landing", "library")
ENV = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


@contextlib.contextmanager
def services() -> Iterator[str]:
    """Run the scripted services in a process of their own, and give their address."""
    command = [sys.executable, str(HERE / "concepts_server.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        if server.stdin is None or server.stdout is None:
            raise RuntimeError("no pipes")
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        server.stdin.close()


def overhead(url: str) -> bool:
    """Draw pictures through the generators, and with a bare httpx script that sends the same requests."""
    kept = True
    for service_id in ("openai-images", "bfl"):
        taken: dict[str, list[dict[str, float]]] = {"ours": [], "bare": [], "looked": []}
        for _ in range(ROUNDS):
            for side, rounds in taken.items():
                command = [sys.executable, HERE / "concepts_overhead.py", side, service_id, url, PICTURES, 1]
                done = subprocess.run(
                    [str(part) for part in command], env=ENV, check=True, capture_output=True, text=True
                )
                rounds.append(json.loads(done.stdout))
        sent = {rounds[0]["bytes"] for rounds in taken.values()}
        if len(sent) != 1:
            raise RuntimeError("the sides did not fetch the same")
        for unit, limit in (("wall_s", WALL), ("cpu_s", CPU)):
            ours, bare, looked = ([one[unit] for one in taken[side]] for side in ("ours", "bare", "looked"))
            word = "wall s" if unit == "wall_s" else "CPU s"
            kept &= report(f"{PICTURES} pictures by {service_id} vs bare httpx", ours, bare, limit, word)
            report("  the same, if the script also opens each picture", ours, looked, limit, word)
    return kept


def window(part: str, url: str) -> bool:
    """Run a part that needs the window, in a process of its own."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        print(f"{part}: left out, there is no display")
        return True
    command = [sys.executable, str(HERE / "concepts_window.py"), part, url]
    return subprocess.run(command, env=ENV, check=False).returncode == 0


def kills(rounds: int) -> bool:
    """Kill the program again and again at random moments; see tests/services/test_ai_killed.py."""
    env = {**ENV, "MEMOREEZ_KILL_ROUNDS": str(rounds)}
    test = "tests/services/test_ai_killed.py"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test]
    done = subprocess.run(command, env=env, cwd=ROOT, check=False, capture_output=True, text=True)
    kept = done.returncode == 0
    if not kept:
        print(done.stdout[-4000:])
    print(
        f"{rounds} runs with kill -9: no picture lost, no request repeated, no card stuck:"
        f" {'kept' if kept else 'MISSED'} ({done.stdout.strip().splitlines()[-1]})"
    )
    return kept


def main() -> int:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("overhead", *WINDOW, "kills"))
    parser.add_argument("--rounds", type=int, default=200)
    asked = parser.parse_args()
    kept = []
    with services() as url:
        if asked.only in (None, "overhead"):
            kept.append(overhead(url))
        for part in WINDOW:
            if asked.only in (None, part):
                kept.append(window(part, url))
    if asked.only in (None, "kills"):
        kept.append(kills(asked.rounds))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
