"""What services were really paid, per provider and month, and a monthly limit that holds.

Money is set aside in the same transaction that compares it with the limit, before anything is sent: two
orders at once cannot both slip under it, not even from two programs. An order that certainly cost nothing
gives it back; one that may have been charged keeps it, marked as uncertain.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import sqlite_utils

from memoreez_desktop.core.remote import Price, ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.database import LibraryDatabase

UNKNOWN_PRICE_USD = 0.25
"""Set aside for a picture whose price nobody publishes in advance: an assumption of ours, on the careful side
of the 0.01 to 0.10 USD that services ask for a picture of one megapixel."""
_ROUNDING_USD = 1e-9


@dataclass(frozen=True)
class SpentRow:
    """What a provider was paid in a month.

    Attributes
    ----------
    provider : str
        The generator's id.
    month : str
        "2026-11", by UTC as the services count.
    usd : float
        In all.
    uncertain_usd : float
        The part of it that is assumed: the price was not known, or nobody knows whether it was charged.
    pictures : int
        Orders that count.
    """

    provider: str
    month: str
    usd: float
    uncertain_usd: float
    pictures: int


class Spending:
    """The ledger. May be used from every thread."""

    def __init__(self, database: LibraryDatabase) -> None:
        self._database = database

    def rows(self) -> tuple[SpentRow, ...]:
        """Return what was paid, newest month first."""
        rows = self._database.rows(
            "SELECT provider, month, SUM(usd) AS usd, SUM(CASE WHEN certain THEN 0 ELSE usd END) AS "
            "uncertain_usd, COUNT(*) AS pictures FROM spending GROUP BY provider, month "
            "ORDER BY month DESC, provider"
        )
        return tuple(
            SpentRow(
                str(row["provider"]),
                str(row["month"]),
                float(row["usd"]),
                float(row["uncertain_usd"]),
                int(row["pictures"]),
            )
            for row in rows
        )

    def spent_usd(self, month: str = "") -> float:
        """Return what counts against the limit of a month, this one by default: what is set aside, too."""
        (row,) = self._database.rows(
            "SELECT COALESCE(SUM(usd), 0) AS usd FROM spending WHERE month = ?", month or this_month()
        )
        return float(row["usd"])


def this_month() -> str:
    """Return the month by UTC, "2026-11"."""
    return time.strftime("%Y-%m", time.gmtime())


def set_aside(db: sqlite_utils.Database, order_id: str, provider: str, price: Price, cap_usd: float) -> None:
    """Set the price of an order aside, inside a transaction.

    Raises
    ------
    ServiceError
        ``cap_reached``: it would not fit under the monthly limit. What is free always fits.
    """
    usd = UNKNOWN_PRICE_USD if price.usd is None else price.usd
    month = this_month()
    statement = "SELECT COALESCE(SUM(usd), 0) FROM spending WHERE month = ?"
    spent = float(db.conn.execute(statement, (month,)).fetchone()[0])
    if usd > 0 and spent + usd > cap_usd + _ROUNDING_USD:
        raise ServiceError(
            say(
                "This picture (about {usd:.2f} USD) does not fit under your monthly limit of {cap:.2f} USD.",
                usd=usd,
                cap=cap_usd,
            ),
            say(
                "Nothing was sent. Raise the limit in the settings, or go on with the studio, which is free."
            ),
            reason="cap_reached",
        )
    row = {"order_id": order_id, "provider": provider, "month": month, "usd": usd, "certain": 0}
    db["spending"].insert({**row, "at_s": time.time()})


def settle(db: sqlite_utils.Database, order_id: str, cost_usd: float | None) -> None:
    """Write down what an order really cost; None when nobody said: then what was set aside stays."""
    if cost_usd is not None:
        statement = "UPDATE spending SET usd = ?, certain = 1, at_s = ? WHERE order_id = ?"
        db.conn.execute(statement, (cost_usd, time.time(), order_id))


def give_back(db: sqlite_utils.Database, order_id: str) -> None:
    """Forget what was set aside: the order certainly cost nothing."""
    db.conn.execute("DELETE FROM spending WHERE order_id = ?", (order_id,))
