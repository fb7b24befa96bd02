"""The binding must not lose references to True and None (PySide6 6.12.0 on CPython 3.11 does)."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal


class Bell(QObject):
    rang = Signal(bool)


def test_emitting_and_calling_keeps_the_counts(qapp):
    bell = Bell()
    heard = []
    bell.rang.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(500):
        bell.rang.emit(True)
        bell.setObjectName("bell")
        QCoreApplication.processEvents()
        heard.clear()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(new > old - 100 for old, new in zip(before, after, strict=True))
