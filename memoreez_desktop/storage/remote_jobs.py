"""Orders of pictures and meshes, on disk before anything is sent: what was asked, its name there, what came.

An order walks one way: ``ready`` (nothing was sent), ``submitting`` (from right before the request that may
cost money), ``accepted`` (the service named the job, it can be asked for), then ``done``, ``failed``
(certainly no picture, and certainly free unless the ledger says otherwise) or ``unsure`` (it may have arrived
and may have been charged). No step can be taken twice, so no order can be sent twice.
"""

from __future__ import annotations

import hashlib
import os
import time
from typing import Any

import psutil
import sqlite_utils

from memoreez_desktop.core.errors import RefusedError
from memoreez_desktop.core.remote import Price
from memoreez_desktop.core.words import say
from memoreez_desktop.storage import records, spending
from memoreez_desktop.storage.database import LibraryDatabase, no_such_entry
from memoreez_desktop.storage.remote_job_rows import ArrivedFile, NewOrder, OrderKind, OrderRow, order_row
from memoreez_desktop.storage.shared_commits import SharedCommits


class RemoteJobs:
    """The records of the orders. May be used from every thread; every call is committed when it returns.

    Raises
    ------
    StorageError
        From every method: the disk is full, another program holds the library.
    RefusedError
        From every step: the order is in no state to take it, because it was taken before.
    """

    def __init__(self, database: LibraryDatabase) -> None:
        self._database = database
        self._commits = SharedCommits(database)

    def plan(self, order: NewOrder) -> OrderRow:
        """Write down an order that is going to be sent; nothing is set aside for it yet."""
        now = time.time()
        row = {
            **vars(order),
            "prompt_hash": hashlib.sha256(order.prompt.encode()).hexdigest(),
            "with_photo": int(order.with_photo),
            "state": "ready",
            "owner": this_program(),
            "created_s": now,
            "changed_s": now,
        }
        with self._database.writing() as db:
            db["orders"].insert(row)
        return self.order(order.id)

    def reserve(self, order_id: str, price: Price, cap_usd: float) -> None:
        """Set an order's price aside under the monthly limit, and make it this program's own.

        Raises
        ------
        ServiceError
            ``cap_reached``: there is no room for it under the limit.
        """

        def change(db: sqlite_utils.Database) -> None:
            _step(db, order_id, ("ready",), {"owner": this_program()}, " AND id NOT IN " + _RESERVED)
            found = db.conn.execute("SELECT provider FROM orders WHERE id = ?", (order_id,)).fetchone()
            spending.set_aside(db, order_id, str(found[0]), price, cap_usd)

        self._commits.make(change)

    def submitting(self, order_id: str) -> None:
        """Say that the request leaves now: only once for an order, and only with its price set aside."""

        def change(db: sqlite_utils.Database) -> None:
            _step(db, order_id, ("ready",), {"state": "submitting"}, " AND id IN " + _RESERVED)

        self._commits.make(change)

    def accepted(self, order_id: str, remote_id: str) -> None:
        """Keep the name the service gave to the job."""

        def change(db: sqlite_utils.Database) -> None:
            changes = {"state": "accepted", "remote_id": remote_id}
            _step(db, order_id, ("submitting", "accepted"), changes)

        self._commits.make(change)

    def found(self, order_id: str, remote_id: str) -> None:
        """Keep the name of a job that was in doubt and is known now: it can be asked for again."""
        with self._database.writing() as db:
            _step(db, order_id, ("unsure",), {"state": "accepted", "remote_id": remote_id})

    def done(self, order_id: str, arrived: ArrivedFile) -> None:
        """Keep where the picture is and what it cost."""

        def change(db: sqlite_utils.Database) -> None:
            changes = {**vars(arrived), "state": "done", "message": None, "hint": None}
            # What was in doubt may turn out to have come.
            _step(db, order_id, ("submitting", "accepted", "unsure"), changes)
            spending.settle(db, order_id, arrived.cost_usd)

        self._commits.make(change)

    def failed(self, order_id: str, message: str, hint: str) -> None:
        """Say that there is no picture and that it certainly was not charged."""
        with self._database.writing() as db:
            changes = {"state": "failed", **_words(message, hint)}
            _step(db, order_id, ("ready", "submitting", "accepted"), changes)
            spending.give_back(db, order_id)

    def unsure(self, order_id: str, message: str, hint: str) -> None:
        """Say that there is no picture and that it may have been charged; what was free has failed."""
        with self._database.writing() as db:
            changes = _in_doubt(db, order_id, message, hint)
            _step(db, order_id, ("submitting", "accepted"), changes)

    def waiting(self, order_id: str, message: str, hint: str) -> None:
        """Keep why an accepted order brought nothing this time; it can be asked for again."""
        with self._database.writing() as db:
            _step(db, order_id, ("accepted",), _words(message, hint))

    def stand_down(self, order_id: str) -> None:
        """Give back what was set aside for an order that did not leave; it may be sent another time."""
        with self._database.writing() as db:
            _step(db, order_id, ("ready",), {})
            spending.give_back(db, order_id)

    def note_ending(self, order_id: str, ending: str) -> None:
        """Keep what became of an order at the service when it was cancelled."""
        self._database.update("orders", {"ending": ending}, "id = ?", order_id)

    def note_reason(self, order_id: str, reason: str, wait_s: float = 0.0) -> None:
        """Keep what the service's last no was about, and how long from then on it wants to be left alone.

        Where the order stands is not changed.
        """
        self._database.update("orders", {"reason": reason, "wait_s": wait_s}, "id = ?", order_id)

    def order(self, order_id: str) -> OrderRow:
        """Return an order by its id."""
        rows = self._database.rows("SELECT * FROM orders WHERE id = ?", order_id)
        if not rows:
            raise no_such_entry()
        return order_row(rows[0])

    def of_card(self, project_id: str, concept_id: str, kind: OrderKind = "picture") -> tuple[OrderRow, ...]:
        """Return every order of a card, the newest first."""
        rows = self._database.rows(
            "SELECT * FROM orders WHERE project_id = ? AND concept_id = ? AND kind = ? "
            "ORDER BY created_s DESC, rowid DESC",
            project_id,
            concept_id,
            kind,
        )
        return tuple(order_row(row) for row in rows)

    def of_project(self, project_id: str) -> dict[str, OrderRow]:
        """Return the newest order of a picture of every card of a project that has one, by the card's id."""
        rows = self._database.rows(
            "SELECT * FROM orders WHERE project_id = ? AND kind = 'picture' ORDER BY created_s, rowid",
            project_id,
        )
        return {str(row["concept_id"]): order_row(row) for row in rows}

    def history(self, kind: OrderKind, most: int = 200) -> tuple[OrderRow, ...]:
        """Return the last orders of a kind, the newest first."""
        rows = self._database.rows(
            "SELECT * FROM orders WHERE kind = ? ORDER BY created_s DESC, rowid DESC LIMIT ?", kind, most
        )
        return tuple(order_row(row) for row in rows)

    def take_over(self, kind: OrderKind = "picture") -> tuple[OrderRow, ...]:
        """Take what programs left behind that are no more, and return it as it is now.

        What was ``submitting`` is ``unsure``; what was ``ready`` gives back what was set aside for it and
        can be sent as ever; ``accepted`` is to be asked for, and ``done`` is returned where its card has no
        picture yet. No other program gets the same orders.
        """
        with self._database.writing() as db:
            open_states = "state IN ('ready', 'submitting', 'accepted')"
            unshown = (
                "state = 'done' AND EXISTS (SELECT 1 FROM concepts c WHERE c.project_id = orders.project_id "
                "AND c.concept_id = orders.concept_id AND c.picture IS NULL)"
            )
            wanted = open_states if kind == "mesh" else f"({open_states} OR ({unshown}))"
            rows = list(db.query(f"SELECT * FROM orders WHERE kind = ? AND {wanted}", (kind,)))
            left = [row for row in rows if not _is_running(str(row["owner"]))]
            for row in left:
                _take(db, row)
        return tuple(self.order(str(row["id"])) for row in left)


_RESERVED = "(SELECT order_id FROM spending)"


_CLOCK_S = 60.0
"""How far the moment a program began may seem to move: Linux counts it from a clock that may be set."""


def this_program() -> str:
    """Return what tells this program from every other that runs or ran on this computer."""
    process = psutil.Process(os.getpid())
    return f"{process.pid} {process.create_time():.2f}"


def _is_running(owner: str) -> bool:
    """Tell whether the program that owns an order still runs; a process id alone may have a new bearer."""
    try:
        pid, begun_s = owner.split()
        return abs(psutil.Process(int(pid)).create_time() - float(begun_s)) < _CLOCK_S
    except (psutil.Error, ValueError):
        return False


def _take(db: sqlite_utils.Database, row: dict[str, Any]) -> None:
    changes: dict[str, Any] = {"owner": this_program()}
    if row["state"] == "submitting":
        changes |= _in_doubt(db, str(row["id"]), *unsure_words())
    if row["state"] == "ready":
        spending.give_back(db, str(row["id"]))
    db["orders"].update(row["id"], {**changes, "changed_s": time.time()})


def _in_doubt(db: sqlite_utils.Database, order_id: str, message: str, hint: str) -> dict[str, str]:
    """Return what becomes of an order nobody knows the end of: a free one may simply be sent again."""
    statement = "SELECT usd FROM spending WHERE order_id = ?"
    found = db.conn.execute(statement, (order_id,)).fetchone()
    if found is not None and found[0] == 0:
        return {"state": "failed", **_words(message, say("Nothing was charged. Try again."))}
    return {"state": "unsure", **_words(message, hint)}


def unsure_words() -> tuple[str, str]:
    """Say that nobody knows what became of an order."""
    return (
        say("The program ended while this picture was being ordered."),
        say("It may have been charged. It was not ordered again; look at the service's own page."),
    )


def _words(message: str, hint: str) -> dict[str, str]:
    return {
        "message": records.dump({"words": records.words_to_record(message)}),
        "hint": records.dump({"words": records.words_to_record(hint)}),
    }


def _step(
    db: sqlite_utils.Database,
    order_id: str,
    states: tuple[str, ...],
    changes: dict[str, Any],
    further: str = "",
) -> None:
    """Change an order that is in one of the states, or refuse."""
    changes = {**changes, "changed_s": time.time()}
    assignments = ", ".join(f"{column} = ?" for column in changes)
    marks = ", ".join("?" for _ in states)
    statement = f"UPDATE orders SET {assignments} WHERE id = ? AND state IN ({marks}){further}"
    if db.conn.execute(statement, (*changes.values(), order_id, *states)).rowcount == 0:
        raise RefusedError(
            say("This was ordered before."),
            say("It is not ordered a second time by itself. Start a new one where you want another."),
        )
