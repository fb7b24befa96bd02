"""A workshop without threads, processes or a screen: every job runs at once, on this thread."""

from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import SettingsFile
from memoreez_desktop.tasks.child import InlineChildPool
from memoreez_desktop.tasks.runner import InlineTaskRunner
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Journey
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.workshop import DeskDoor, LibraryDoor, SettingsKeeper, Workshop
from tests.fakes.memory_keyring import MemoryKeyring


class InlineWorkshop:
    """A real library in a folder of the test's own, a real journey, and what was said on it."""

    def __init__(self, folder, runner=None):
        self.library = Library(folder / "library")
        self.journey = Journey()
        self.messages, self.pages, self.gcodes = [], [], []
        self.journey.messageRaised.connect(self.messages.append)
        self.journey.pageWanted.connect(self.pages.append)
        self.journey.gcodeChanged.connect(self.gcodes.append)
        self.keeper = SettingsKeeper(SettingsFile(folder / "settings.json"))
        self.theme_book = ThemeBook()
        self.icon_book = IconBook(self.theme_book)
        self.workshop = Workshop(
            self.journey,
            runner or InlineTaskRunner(),
            InlineChildPool(),
            LibraryDoor(lambda: self.library),
            self.keeper,
            folder / "cache",
            DeskDoor(lambda: AiDesk(Secrets(MemoryKeyring()))),
        )

    def close(self):
        self.library.close()


class HeldRunner:
    """Keeps jobs until the test lets them run, so that waiting and cancelling can be seen."""

    def __init__(self):
        self.inline = InlineTaskRunner()
        self.held = []

    def submit(self, job, *, pool="compute", **callbacks):
        handle = HeldHandle(callbacks.get("cancelled"))
        self.held.append((handle, job, pool, callbacks))
        return handle

    def run_next(self):
        """Run the oldest job that nobody has cancelled."""
        while self.held:
            handle, job, pool, callbacks = self.held.pop(0)
            if not handle.was_cancelled:
                self.inline.submit(job, pool=pool, **callbacks)
                return True
        return False

    def run_all(self):
        while self.run_next():
            pass


class HeldHandle:
    def __init__(self, cancelled):
        self.was_cancelled = False
        self._tell = cancelled

    def cancel(self):
        self.was_cancelled = True
        if self._tell:
            self._tell()
