"""One side of the comparison with a bare httpx script, in a process of its own.

    python benchmarks/concepts_overhead.py ours|bare|looked SERVICE URL COUNT WORKERS

Prints wall and processor seconds of COUNT pictures, after two that warm it up. ``bare`` sends the same
requests with nothing but httpx; ``looked`` also opens each picture, as whoever shows it must.
"""

from __future__ import annotations

import base64
import io
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

KEY = "sk-benchmark"
PROMPT = "clay{number} a solid clay fish, one body wait=0.05"
Draw = Callable[[int], bytes]


def ours(service_id: str, url: str) -> Draw:
    """Draw as the program does."""
    from memoreez_desktop.concepts.generators.catalog import generator_catalog
    from memoreez_desktop.core.job import JobContext
    from memoreez_desktop.core.remote import ConceptPrompt, PictureOrder, ProviderValues
    from memoreez_desktop.network.api import NetworkRules
    from memoreez_desktop.network.wire import HttpWire

    class Desk:
        def about_to_send(self) -> None:
            """Nothing is kept here."""

        def accepted(self, remote_id: str) -> None:
            """Nothing is kept here."""

    generator = generator_catalog().get(service_id)
    values = ProviderValues({"base_url": url, "stream": False}, {"key": KEY})
    wire = HttpWire(NetworkRules(allow_private=True))

    def draw(number: int) -> bytes:
        prompt = ConceptPrompt("Fish", "icon", PROMPT.format(number=number))
        order = PictureOrder(f"{number:032x}", prompt, 1024, 7)
        return generator.draw(order, values, wire, Desk(), JobContext()).data

    return draw


def bare(service_id: str, url: str) -> Draw:
    """Send the same requests with one httpx client."""
    import httpx

    client = httpx.Client(timeout=60.0)

    def openai(number: int) -> bytes:
        body = {"model": "gpt-image-1", "prompt": PROMPT.format(number=number), "size": "1024x1024", "n": 1}
        answer = client.post(
            f"{url}/images/generations", json=body, headers={"authorization": f"Bearer {KEY}"}
        )
        return base64.b64decode(answer.json()["data"][0]["b64_json"])

    def bfl(number: int) -> bytes:
        body = {"prompt": PROMPT.format(number=number), "width": 1024, "height": 1024, "seed": 7}
        task = client.post(f"{url}/flux-2-klein-4b", json=body, headers={"x-key": KEY}).json()
        done = client.get(task["polling_url"], headers={"x-key": KEY}).json()
        return client.get(done["result"]["sample"]).content

    return openai if service_id == "openai-images" else bfl


def looked(service_id: str, url: str) -> Draw:
    """Send the same requests, and open what came."""
    from PIL import Image

    draw = bare(service_id, url)

    def opened(number: int) -> bytes:
        data = draw(number)
        Image.open(io.BytesIO(data)).load()
        return data

    return opened


def main(side: str, service_id: str, url: str, count: int, workers: int) -> None:
    """Draw, and print what it took."""
    draw = {"ours": ours, "bare": bare, "looked": looked}[side](service_id, url)
    with ThreadPoolExecutor(workers) as threads:
        list(threads.map(draw, range(2 * workers)))
        wall, spent = time.perf_counter(), time.process_time()
        sizes = [len(data) for data in threads.map(draw, range(count))]
        wall, spent = time.perf_counter() - wall, time.process_time() - spent
    print(json.dumps({"wall_s": wall, "cpu_s": spent, "bytes": sum(sizes)}))


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(int, sys.argv[4:]))  # type: ignore[arg-type,misc]
