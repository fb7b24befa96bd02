"""Changes that come at once share one commit, and each is on disk when its caller goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import sqlite_utils

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.storage.database import LibraryDatabase

Change = Callable[[sqlite_utils.Database], None]
_POINT = "one_change"


@dataclass(eq=False)
class _Wish:
    """A change that somebody waits for, and what became of it."""

    change: Change
    settled: bool = False
    error: BaseException | None = None


class SharedCommits:
    """Commits whatever was wished for while the commit before was being synced, in one transaction.

    A change that fails is undone alone; if the commit itself fails, all of them have failed.
    """

    def __init__(self, database: LibraryDatabase) -> None:
        self._database = database
        self._turn = threading.Lock()
        self._asking = threading.Lock()
        self._wishes: list[_Wish] = []

    def make(self, change: Change) -> None:
        """Make a change; it is committed and synced when this returns.

        Raises
        ------
        StorageError
            The database said no.
        MemoreezError
            What the change itself raised; nothing of it is kept.
        """
        wish = _Wish(change)
        with self._asking:
            self._wishes.append(wish)
        with self._turn:
            # Whoever had the turn before may have seen to it.
            if not wish.settled:
                self._settle()
        if wish.error is not None:
            raise wish.error

    def _settle(self) -> None:
        with self._asking:
            wishes, self._wishes = self._wishes, []
        try:
            with self._database.writing() as db:
                for wish in wishes:
                    _make(wish, db)
        except BaseException as error:  # noqa: BLE001 - raised again by everyone who waits
            for wish in wishes:
                wish.error = wish.error or error
        finally:
            for wish in wishes:
                wish.settled = True


def _make(wish: _Wish, db: sqlite_utils.Database) -> None:
    db.conn.execute(f"SAVEPOINT {_POINT}")
    try:
        wish.change(db)
    except MemoreezError as error:
        wish.error = error
        db.conn.execute(f"ROLLBACK TO {_POINT}")
    db.conn.execute(f"RELEASE {_POINT}")
