"""Changes that come at once: one sync for all, each for itself, none told too early."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from memoreez_desktop.core.errors import RefusedError, StorageError
from memoreez_desktop.storage.database import LibraryDatabase
from memoreez_desktop.storage.shared_commits import SharedCommits

MANY = 12


@pytest.fixture
def database(tmp_path: Path) -> Any:
    made = LibraryDatabase(tmp_path / "library.db")
    yield made
    made.close()


def spend(number: int, *, refuse: bool = False) -> Any:
    def change(db: Any) -> None:
        db.conn.execute("INSERT INTO spending VALUES (?, 'x', '2026-11', 1, 1, 0)", (str(number),))
        if refuse:
            raise RefusedError(f"no {number}", "")

    return change


def kept(database: LibraryDatabase) -> set[str]:
    other = LibraryDatabase(database.path)
    try:
        return {str(row["order_id"]) for row in other.rows("SELECT order_id FROM spending")}
    finally:
        other.close()


def at_once(commits: SharedCommits, database: LibraryDatabase, changes: list[Any]) -> list[Any]:
    """Make changes that all wait while somebody else writes; return what each raised."""

    def make(change: Any) -> Any:
        try:
            commits.make(change)
        except (RefusedError, StorageError) as error:
            return error
        return None

    with ThreadPoolExecutor(len(changes)) as pool:
        with database.writing():
            ends = [pool.submit(make, change) for change in changes]
            while len(commits._wishes) < len(changes) - 1:
                threading.Event().wait(0.005)
        return [end.result(10) for end in ends]


def test_what_comes_at_once_is_kept_in_few_commits(database, monkeypatch) -> None:
    commits, count = SharedCommits(database), [0]
    writing = database.writing

    def counted() -> Any:
        count[0] += 1
        return writing()

    monkeypatch.setattr(database, "writing", counted)
    assert at_once(commits, database, [spend(number) for number in range(MANY)]) == [None] * MANY
    assert kept(database) == {str(number) for number in range(MANY)}
    assert count[0] <= 1 + 3


def test_one_that_is_refused_is_undone_alone(database) -> None:
    changes = [spend(number, refuse=number % 3 == 0) for number in range(MANY)]
    ends = at_once(SharedCommits(database), database, changes)
    assert [isinstance(end, RefusedError) for end in ends] == [number % 3 == 0 for number in range(MANY)]
    assert kept(database) == {str(number) for number in range(MANY) if number % 3}


def test_when_the_database_says_no_everyone_hears_it(database) -> None:
    def broken(db: Any) -> None:
        db.conn.execute("INSERT INTO nothing VALUES (1)")

    commits = SharedCommits(database)
    ends = at_once(commits, database, [broken, *(spend(number) for number in range(3)), broken])
    told = [end for end in ends if end is not None]
    assert told
    assert all(isinstance(end, StorageError) for end in told)
    # Who was told nothing is kept, who was told no is not.
    assert kept(database) == {str(number - 1) for number, end in enumerate(ends) if end is None}
    commits.make(spend(99))
    assert "99" in kept(database)
