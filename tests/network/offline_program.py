"""A program of its own that tries everything that uses the network, with the program switched offline.

Prints a line for whatever touched the network, and for whatever was not refused; nothing when all is well.
"""

import contextlib
import io
import os
import sys
from pathlib import Path

NAMES = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind")
OPENED = []
sys.addaudithook(lambda event, args: OPENED.append((event, args)) if event in NAMES else None)

from memoreez_desktop.cli.entry import main  # noqa: E402 - the hook first
from memoreez_desktop.concepts.generators.catalog import generator_catalog  # noqa: E402
from memoreez_desktop.concepts.writers.catalog import writer_catalog  # noqa: E402
from memoreez_desktop.core.job import JobContext  # noqa: E402
from memoreez_desktop.core.remote import (  # noqa: E402
    ConceptPrompt,
    PictureOrder,
    ProviderValues,
    ServiceError,
    UnkeptDesk,
)
from memoreez_desktop.core.story import Story  # noqa: E402
from memoreez_desktop.network.api import Ask, NetworkRules  # noqa: E402
from memoreez_desktop.network.wire import HttpWire  # noqa: E402
from memoreez_desktop.storage.settings import Settings, SettingsFile  # noqa: E402

HERE = "http://127.0.0.1:9"
KEYS = {"key": "sk-planted-0123456789"}
JOB = JobContext()
TOLD = Story("Karl")


def refused(name, attempt):
    """Make sure that an attempt is refused as offline."""
    try:
        attempt()
    except ServiceError as error:
        if error.reason == "offline":
            return
        print(f"{name}: {error.reason}")
    except Exception as error:  # noqa: BLE001 - anything else is what is looked for
        print(f"{name}: {error!r}")
    else:
        print(f"{name}: went through")


def services(wire):
    order = PictureOrder("5f" * 16, ConceptPrompt("Fish", "icon", "a fish"))
    for address in ({}, {"base_url": HERE}):
        values = ProviderValues({"account": "acc", **address}, KEYS)
        for member in generator_catalog():
            refused(f"{member.id}.test", lambda m=member, v=values: m.test(v, wire, JOB))
            refused(f"{member.id}.draw", lambda m=member, v=values: m.draw(order, v, wire, UnkeptDesk(), JOB))
        for writer in writer_catalog():
            if writer.id == "template":
                continue
            refused(f"{writer.id}.test", lambda w=writer, v=values: w.test(v, wire, JOB))
            refused(f"{writer.id}.write", lambda w=writer, v=values: w.write(TOLD, 4, 1, v, wire, JOB))


def doors(wire, folder):
    ask = Ask("GET", HERE, local=True)
    refused("call", lambda: wire.call(ask, JOB))
    refused("events", lambda: list(wire.events(ask, JOB)))
    refused("download", lambda: wire.download(HERE, JOB, local=True))
    refused("file", lambda: wire.fetch_to_file(HERE, folder / "part", 10, JOB, local=True))
    refused("socket", lambda: wire.socket("ws://127.0.0.1:9/", local=True).__enter__())


def command_line(folder):
    lines = {
        "providers --json": 0,
        "doctor --network --json": 0,
        "photo models --download u2netp --json": 5,
        f"concepts --name Karl --provider bfl --yes --out {folder}/o": 5,
        f"concepts --name Karl --provider comfyui --out {folder}/o": 5,
        f"make --name Karl --provider openai-images --yes --out {folder}/o": 5,
    }
    for line, expected in lines.items():
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            code = main(line.split())
        if code != expected:
            print(f"{line}: {code} {said.getvalue()}")


def everything(folder):
    os.environ |= {
        "MEMOREEZ_HOME": str(folder),
        "MEMOREEZ_KEY_BFL": "x" * 9,
        "MEMOREEZ_KEY_OPENAI_IMAGES": "y" * 9,
    }
    SettingsFile(folder / "settings.json").save(Settings(offline=True))
    wire = HttpWire(NetworkRules(offline=True))
    doors(wire, folder)
    services(wire)
    command_line(folder)
    for event, args in OPENED:
        print(event, args)


if __name__ == "__main__":
    everything(Path(sys.argv[1]))
