"""Opening the library's database: write-ahead log, migrations, and a broken file set aside.

Notes
-----
One connection behind one lock serves every thread of a process; other processes wait for each other
(``busy_timeout``). ``synchronous=FULL`` makes a commit survive a power cut as well as ``kill -9``.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlite_utils

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.words import say

BUSY_TIMEOUT_S = 20.0

# One script for each version; a database of version n has seen the first n. Never edit one that shipped.
MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE projects (
        id TEXT PRIMARY KEY, brief TEXT NOT NULL, created_s REAL NOT NULL, changed_s REAL NOT NULL
    );
    CREATE TABLE concepts (
        project_id TEXT NOT NULL REFERENCES projects(id),
        concept_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        plan TEXT NOT NULL,
        picture TEXT, stats TEXT, seconds REAL NOT NULL DEFAULT 0,
        failure_message TEXT, failure_hint TEXT,
        starred INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (project_id, concept_id)
    );
    CREATE TABLE keepsakes (
        id TEXT PRIMARY KEY,
        project_id TEXT NOT NULL, concept_id TEXT NOT NULL,
        plan TEXT NOT NULL, mesh TEXT NOT NULL, picture TEXT,
        size_x_mm REAL NOT NULL, size_y_mm REAL NOT NULL, size_z_mm REAL NOT NULL,
        triangles INTEGER NOT NULL, words TEXT NOT NULL,
        created_s REAL NOT NULL, changed_s REAL NOT NULL,
        UNIQUE (project_id, concept_id)
    );
    CREATE INDEX keepsakes_changed ON keepsakes (changed_s);
    CREATE TABLE slices (
        mesh TEXT NOT NULL, settings TEXT NOT NULL,
        gcode TEXT NOT NULL, stats TEXT NOT NULL, created_s REAL NOT NULL,
        PRIMARY KEY (mesh, settings)
    );
    """,
    """
    ALTER TABLE keepsakes ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
    """,
    """
    ALTER TABLE slices ADD COLUMN notes TEXT;
    """,
    """
    CREATE TABLE orders (
        id TEXT PRIMARY KEY,
        project_id TEXT NOT NULL, concept_id TEXT NOT NULL,
        provider TEXT NOT NULL, model TEXT NOT NULL,
        title TEXT NOT NULL, character TEXT NOT NULL, prompt TEXT NOT NULL, prompt_hash TEXT NOT NULL,
        size_px INTEGER NOT NULL, seed INTEGER, with_photo INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL, owner TEXT NOT NULL, remote_id TEXT NOT NULL DEFAULT '',
        message TEXT, hint TEXT,
        picture TEXT, picture_suffix TEXT, licence TEXT NOT NULL DEFAULT '', cost_usd REAL,
        created_s REAL NOT NULL, changed_s REAL NOT NULL
    );
    CREATE INDEX orders_of_card ON orders (project_id, concept_id, created_s);
    CREATE INDEX orders_by_state ON orders (state);
    CREATE TABLE spending (
        order_id TEXT PRIMARY KEY, provider TEXT NOT NULL, month TEXT NOT NULL,
        usd REAL NOT NULL, certain INTEGER NOT NULL, at_s REAL NOT NULL
    );
    CREATE INDEX spending_by_month ON spending (month);
    """,
    """
    ALTER TABLE orders ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    """,
    """
    ALTER TABLE orders ADD COLUMN wait_s REAL NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE editions (
        project_id TEXT NOT NULL, concept_id TEXT NOT NULL, number INTEGER NOT NULL,
        label TEXT NOT NULL, edition TEXT NOT NULL, mesh TEXT NOT NULL DEFAULT '', made_s REAL NOT NULL,
        PRIMARY KEY (project_id, concept_id, number)
    );
    CREATE TABLE edition_places (
        project_id TEXT NOT NULL, concept_id TEXT NOT NULL, here INTEGER NOT NULL,
        PRIMARY KEY (project_id, concept_id)
    );
    CREATE TABLE snapshots (
        id TEXT PRIMARY KEY, project_id TEXT NOT NULL, concept_id TEXT NOT NULL,
        name TEXT NOT NULL, edition TEXT NOT NULL, mesh TEXT NOT NULL DEFAULT '', picture TEXT,
        made_s REAL NOT NULL
    );
    CREATE INDEX snapshots_of_keepsake ON snapshots (project_id, concept_id, made_s);
    """,
    """
    CREATE TABLE raw_models (
        key TEXT PRIMARY KEY, mesh TEXT NOT NULL, receipt TEXT NOT NULL, made_s REAL NOT NULL
    );
    """,
    """
    ALTER TABLE orders ADD COLUMN kind TEXT NOT NULL DEFAULT 'picture';
    ALTER TABLE orders ADD COLUMN source TEXT NOT NULL DEFAULT '';
    ALTER TABLE orders ADD COLUMN detail TEXT NOT NULL DEFAULT '';
    ALTER TABLE orders ADD COLUMN ending TEXT NOT NULL DEFAULT '';
    """,
)


class LibraryDatabase:
    """A connection, its lock, and nothing else.

    Parameters
    ----------
    path : Path
        The database file; its folder exists.

    Attributes
    ----------
    notice : str
        A sentence for people when a broken database was set aside, else empty.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        self._lock = threading.RLock()
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            if not _is_broken(error):
                raise _in_words(error) from error
            self.notice = self._set_aside()
            try:
                self._open()
            except sqlite3.DatabaseError as again:
                raise _in_words(again) from again

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """Read rows as dictionaries."""
        with self._lock, _worded():
            return list(self._db.query(sql, values))

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """One transaction, committed and synced when the block ends without an error."""
        with self._lock, _worded():
            # IMMEDIATE: a deferred transaction that turns to writing fails at once when another
            # process wrote in between, however long the busy timeout is.
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def update(self, table: str, changes: dict[str, Any], where: str, *keys: str) -> None:
        """Change one row in a transaction of its own; StorageError when it is not there."""
        assignments = ", ".join(f"{column} = ?" for column in changes)
        with self.writing() as db:
            statement = f"UPDATE {table} SET {assignments} WHERE {where}"
            if db.conn.execute(statement, (*changes.values(), *keys)).rowcount == 0:
                raise no_such_entry()

    def close(self) -> None:
        """Close the file; nothing may be asked afterwards."""
        with self._lock:
            self._connection.close()

    def _open(self) -> None:
        connection = sqlite3.connect(
            self.path, timeout=BUSY_TIMEOUT_S, check_same_thread=False, isolation_level=None
        )
        try:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA journal_mode=WAL").fetchone()
            # Plug-ins of sqlite-utils are programs of the user's that have no business in here.
            self._db = sqlite_utils.Database(connection, execute_plugins=False)
            self._connection = connection
            _check(connection)
            self._migrate()
        except BaseException:
            connection.close()
            raise

    def _migrate(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
            if version > len(MIGRATIONS):
                raise StorageError(
                    say("The library was written by a newer version of the program."),
                    say("Install the newer version, or choose another data folder in the settings."),
                )
            for script in MIGRATIONS[version:]:
                for statement in script.split(";"):
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version={len(MIGRATIONS)}")
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def _set_aside(self) -> str:
        stamp = time.strftime("%Y%m%d-%H%M%S")
        aside = self.path.with_name(f"{self.path.stem}.broken-{stamp}-{os.getpid()}{self.path.suffix}")
        try:
            os.replace(self.path, aside)
            for tail in ("-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.replace(Path(f"{self.path}{tail}"), Path(f"{aside}{tail}"))
        except OSError as error:
            raise StorageError(
                say("The library's database is damaged and could not be set aside."),
                say("Rename {path} by hand and start again.", path=str(self.path)),
            ) from error
        return say(
            "The library's database was damaged. It was set aside as “{name}” and a new one was started; "
            "every picture, model and G-code file is still in the data folder.",
            name=aside.name,
        )


def _check(connection: sqlite3.Connection) -> None:
    """Find damage now, not in the middle of the work (quick_check reads every page once)."""
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict is None or verdict[0] != "ok":
        raise sqlite3.DatabaseError("database disk image is malformed")


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    """Tell a damaged file from one that is merely busy, locked or on a full disk."""
    words = str(error).lower()
    return (
        "malformed" in words
        or "not a database" in words
        or "no such table" in words
        or ("already exists" in words)
    )


@contextlib.contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(error) from error


def _in_words(error: sqlite3.Error) -> StorageError:
    words = str(error).lower()
    if "locked" in words or "busy" in words:
        return StorageError(
            say("Another program is using the library right now."),
            say("Close other windows of Memoreez and try again."),
            retryable=True,
        )
    if "full" in words:
        return StorageError(
            say("The disk with the library is full."), say("Free some space and try again."), retryable=True
        )
    if "readonly" in words or "unable to open" in words:
        return StorageError(
            say("The library's folder cannot be written."),
            say("Choose another data folder in the settings, or change its permissions."),
        )
    return StorageError(
        say("The library's database said no: {reason}.", reason=str(error)),
        say("Restart the program; a damaged database is set aside and its files are kept."),
    )


def no_such_entry() -> StorageError:
    """Return the error for an id that is not in the library."""
    return StorageError(
        say("The library has no such entry."), say("It may have been made with another data folder.")
    )
