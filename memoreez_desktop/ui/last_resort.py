"""What happens to a bug that nothing else caught: a log line with its trace, and a calm sentence."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from memoreez_desktop.tasks.task import UnexpectedError
from memoreez_desktop.ui.journey import Journey

LOG_BYTES = 1_000_000
LOG_FILES = 3
_log = logging.getLogger("memoreez")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_log(folder: Path) -> None:
    """Log to a few files of bounded size, native crashes too; without a folder the program goes on."""
    import logging.handlers  # noqa: PLC0415 - saves 10 ms before the first paint

    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "memoreez.log"
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1)
        # Kept open for the life of the process: a crash has no time to open a file.
        crashes = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    # httpx logs every address it calls; addresses of printers are nobody's business.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    faulthandler.enable(crashes)
    qInstallMessageHandler(lambda kind, _where, text: _log.log(_QT_LEVELS[kind], "%s", text))


class LastResort(QObject):
    """Catches what reached the top of a thread and shows it in the window, once at a time."""

    _caught = Signal(str)

    def __init__(self, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter and of its threads."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("uncaught:\n%s", text)
        self._caught.emit(text)

    def _show(self, text: str) -> None:
        self._journey.complain(UnexpectedError(text))
