"""Orders and money: on disk before anything is sent, and never over the limit."""

import itertools
import threading
import uuid

import pytest

from memoreez_desktop.core.errors import RefusedError
from memoreez_desktop.core.remote import Price, ServiceError
from memoreez_desktop.storage import remote_jobs, spending
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import ArrivedFile, NewOrder

PRICE = Price(0.04, 10.0, "2026-11-22")
CAME = ArrivedFile("ab" * 32, ".png", "m-2", 7, "terms of X", 0.03)


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path)
    yield library
    library.close()


def planned(library, **changes):
    order = NewOrder(uuid.uuid4().hex, "p", "c", "bfl", "m", "Fish", "icon", "a clay fish")
    return library.orders.plan(NewOrder(**{**vars(order), **changes})).id


def sent(library, price=PRICE, cap=10.0):
    order_id = planned(library)
    library.orders.reserve(order_id, price, cap)
    library.orders.submitting(order_id)
    return order_id


def test_an_order_walks_its_way_and_comes_back_from_disk(library, tmp_path):
    order_id = sent(library)
    library.orders.accepted(order_id, "remote-1")
    other = Library(tmp_path)
    assert (other.orders.order(order_id).state, other.orders.order(order_id).remote_id) == (
        "accepted",
        "remote-1",
    )
    library.orders.done(order_id, CAME)
    row = other.orders.order(order_id)
    assert (row.state, row.picture, row.seed, row.cost_usd) == ("done", "ab" * 32, 7, 0.03)
    assert row.prompt.prompt == "a clay fish"
    assert len(row.prompt_hash) == 64
    assert "clay" not in repr(row)
    (spent,) = other.spending.rows()
    assert (spent.provider, spent.usd, spent.uncertain_usd, spent.pictures) == ("bfl", 0.03, 0.0, 1)
    other.close()


STEPS = {
    "reserve": lambda orders, i: orders.reserve(i, PRICE, 10.0),
    "submitting": lambda orders, i: orders.submitting(i),
    "accepted": lambda orders, i: orders.accepted(i, "r"),
    "done": lambda orders, i: orders.done(i, CAME),
    "failed": lambda orders, i: orders.failed(i, "no", ""),
    "unsure": lambda orders, i: orders.unsure(i, "perhaps", ""),
}
ALLOWED = {
    "planned": {"reserve", "failed"},
    "reserve": {"submitting", "failed"},
    "submitting": {"accepted", "done", "failed", "unsure"},
    "accepted": {"accepted", "done", "failed", "unsure"},
    "done": set(),
    "failed": set(),
    "unsure": set(),
}


@pytest.mark.parametrize("way", list(itertools.product(STEPS, repeat=3)), ids="-".join)
def test_no_step_is_taken_out_of_turn(library, way):
    order_id, at = planned(library), "planned"
    for step in way:
        if step in ALLOWED[at]:
            STEPS[step](library.orders, order_id)
            at = step
        else:
            with pytest.raises(RefusedError):
                STEPS[step](library.orders, order_id)
    counted = library.spending.spent_usd()
    assert counted == {"planned": 0.0, "failed": 0.0, "done": 0.03}.get(at, 0.04)


def test_what_is_over_the_limit_is_refused_before_it_is_sent(library):
    sent(library, cap=0.10)
    sent(library, cap=0.10)
    order_id = planned(library)
    with pytest.raises(ServiceError) as caught:
        library.orders.reserve(order_id, PRICE, 0.10)
    assert caught.value.reason == "cap_reached"
    assert not caught.value.maybe_charged
    with pytest.raises(RefusedError):
        library.orders.submitting(order_id)
    assert library.spending.spent_usd() == pytest.approx(0.08)
    # What is free always fits, and what was given back makes room.
    library.orders.reserve(planned(library), Price(0.0), 0.0)
    library.orders.reserve(order_id, PRICE, 0.12)
    library.orders.failed(order_id, "no", "")
    assert library.spending.spent_usd() == pytest.approx(0.08)


def test_an_unknown_price_is_assumed_and_called_uncertain(library):
    with pytest.raises(ServiceError):
        library.orders.reserve(planned(library), Price(None), spending.UNKNOWN_PRICE_USD / 2)
    order_id = sent(library, Price(None))
    library.orders.done(order_id, ArrivedFile(**{**vars(CAME), "cost_usd": None}))
    (row,) = library.spending.rows()
    assert row.uncertain_usd == row.usd == spending.UNKNOWN_PRICE_USD


def test_the_limit_begins_anew_with_the_month(library, monkeypatch):
    monkeypatch.setattr(spending, "this_month", lambda: "2026-11")
    sent(library, cap=0.05)
    with pytest.raises(ServiceError):
        sent(library, cap=0.05)
    monkeypatch.setattr(spending, "this_month", lambda: "2026-12")
    sent(library, cap=0.05)
    assert [row.month for row in library.spending.rows()] == ["2026-12", "2026-11"]


def test_many_at_once_do_not_slip_under_the_limit(tmp_path):
    rooms = [Library(tmp_path) for _ in range(2)]
    ready = [(room, planned(room)) for room in rooms for _ in range(12)]
    start, passed, refused = threading.Barrier(len(ready)), [], []

    def reserve(room, order_id):
        start.wait()
        try:
            room.orders.reserve(order_id, PRICE, 0.22)
        except ServiceError as error:
            refused.append(error.reason)
        else:
            passed.append(order_id)

    threads = [threading.Thread(target=reserve, args=args) for args in ready]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 5
    assert refused == ["cap_reached"] * 19
    assert rooms[0].spending.spent_usd() == pytest.approx(0.20)
    for room in rooms:
        room.close()


def test_one_order_is_sent_by_one_of_many(library):
    order_id = planned(library)
    library.orders.reserve(order_id, PRICE, 1.0)
    start, passed = threading.Barrier(8), []

    def submit():
        start.wait()
        try:
            library.orders.submitting(order_id)
        except RefusedError:
            return
        passed.append(1)

    threads = [threading.Thread(target=submit) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert passed == [1]


def left_behind(library, monkeypatch):
    """Make the orders those of a program that is no more."""
    monkeypatch.setattr(remote_jobs, "this_program", lambda: "999999999 1.00")
    ready = planned(library)
    library.orders.reserve(ready, PRICE, 10.0)
    submitting, accepted, done = sent(library), sent(library), sent(library)
    library.orders.accepted(accepted, "r-9")
    library.orders.done(done, CAME)
    monkeypatch.undo()
    return ready, submitting, accepted, done


def test_what_a_killed_program_left_is_taken_over_once(library, monkeypatch, tmp_path):
    own = sent(library)
    ready, submitting, accepted, done = left_behind(library, monkeypatch)
    states = {row.id: row.state for row in library.orders.take_over()}
    # The card of what is done has its picture, or there is none: nothing to take up.
    assert states == {ready: "ready", submitting: "unsure", accepted: "accepted"}
    assert library.orders.order(own).state == "submitting"
    assert library.orders.order(submitting).hint
    assert library.orders.order(accepted).remote_id == "r-9"
    assert library.orders.order(done).state == "done"
    # Own, unsure, accepted and done; what never left costs nothing.
    assert library.spending.spent_usd() == pytest.approx(3 * 0.04 + 0.03)
    # What never left may still be sent, once.
    library.orders.reserve(ready, PRICE, 10.0)
    assert library.orders.take_over() == ()
    other = Library(tmp_path)
    assert other.orders.take_over() == ()
    other.close()


def test_what_was_free_has_failed_and_may_be_sent_again(library, monkeypatch):
    stopped = sent(library, Price(0.0))
    library.orders.unsure(stopped, "stopped", "charged?")
    monkeypatch.setattr(remote_jobs, "this_program", lambda: "999999999 1.00")
    killed = sent(library, Price(0.0))
    monkeypatch.undo()
    library.orders.take_over()
    for order_id in (stopped, killed):
        row = library.orders.order(order_id)
        assert row.state == "failed"
        assert "Nothing was charged" in row.hint
