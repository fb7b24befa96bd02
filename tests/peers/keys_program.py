"""A program of its own for the keyring test: does what each line says, and answers in a line."""

import json
import logging
import os
import signal
import sys
import traceback
from pathlib import Path

import psutil

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.provider_settings import with_provider_values
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings, SettingsFile

SETTINGS = Settings(private_services=True)


class Program:
    """Every method is a word that a line may say."""

    def __init__(self, folder):
        self.secrets = Secrets()
        self.desk = AiDesk(self.secrets)
        self.folder = folder

    def note(self):
        return self.desk.keys.note()

    def keep(self, provider_id, key):
        return self.desk.keys.set(provider_id, key)

    def key(self, provider_id):
        return self.desk.keys.get(provider_id)

    def kept(self, provider_id):
        return self.secrets.get(provider_id)

    def delete(self, provider_id):
        return self.secrets.delete(provider_id)

    def ask(self, provider_id, url):
        """Save settings and ask a service with the key, as the window's Test button does."""
        info = generator_catalog().get(provider_id).info
        settings = with_provider_values(SETTINGS, info, {"base_url": url, "key": self.key(provider_id)})
        SettingsFile(self.folder / "settings.json").save(settings)
        service = self.desk.picture_service(settings, provider_id)
        return service.generator.test(service.values, service.wire, JobContext())

    def lose_the_bus(self):
        """End the session's bus under this program's feet."""
        (bus,) = (one for one in psutil.Process(os.getppid()).children() if one.name() == "dbus-daemon")
        bus.send_signal(signal.SIGKILL)
        psutil.wait_procs([bus], timeout=0.3)


def main(folder):
    logging.basicConfig(level=logging.DEBUG, filename=folder / "everything.log")
    program = Program(folder)
    for line in sys.stdin:
        name, *words = json.loads(line)
        try:
            answer = {"value": getattr(program, name)(*words)}
        except MemoreezError as error:
            logging.exception("refused")
            (folder / "crash.txt").write_text(traceback.format_exc())
            answer = {"refused": f"{error.message} {error.hint}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
