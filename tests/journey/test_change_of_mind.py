"""Stopping, trying again, asking for more, changing the language, leaving in the middle."""

import time
from contextlib import closing

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

STRIP_GONE_WITHIN_S = 5.0


def tell(real, name="Karl", *passions):
    form = real.go("story").form
    real.type(form.name, name)
    for passion in passions:
        real.type(form.loves.line, f"{passion},")
    real.create()


def test_cancel_keeps_what_arrived_and_closing_ends_every_process(start):
    me = psutil.Process()
    before = set(me.children(recursive=True))
    with start() as real:
        tell(real, "Karl", "fishing", "chess")
        grid = real.panel("concepts")
        real.wait(real.filled, "the first card")
        clicked = time.monotonic()
        real.click(grid.strip.cancel)
        real.wait(lambda: not grid.strip.isVisible(), "the strip to go")
        assert time.monotonic() - clicked < STRIP_GONE_WITHIN_S
        kept = {card.key: card.picture_png for card in real.filled()}
        assert kept
        assert {card.state for card in real.cards} == {"ready", "stopped"}
        real.idle()
        assert {card.key: card.picture_png for card in real.filled()} == kept
        with closing(real.library()) as library:
            rows = {row.plan.id: row for row in library.concepts(real.journey.project_id)}
        assert set(rows) == {card.key for card in real.cards}
        assert {key: rows[key].picture_png for key in kept} == kept
        real.click(grid.rest)
        real.wait(lambda: len(real.filled()) > len(kept), "one card more")
        family = set(me.children(recursive=True)) - before
        assert family
        assert real.program.runner.busy
        # Python's own tracker of shared memory lives exactly as long as the process that began it.
        workers = [child for child in family if "resource_tracker" not in " ".join(child.cmdline())]
        assert workers
    _gone, left = psutil.wait_procs(workers, timeout=10)
    assert not left
    assert set(me.children(recursive=True)) <= before | (family - set(workers))


def test_a_failed_card_is_tried_again_alone_and_more_are_added(start, astronaut, home):
    with start() as real:
        real.drop_photos(astronaut)
        real.wait(lambda: real.journey.brief.photos, "the photo")
        (photo,) = real.journey.brief.photos
        kept = photo.path.read_bytes()
        photo.path.unlink()
        real.create()
        real.wait(real.settled, "the cards")
        assert {card.state for card in real.cards} == {"failed"}
        count = len(real.cards)
        card = real.cards[1]
        assert card.message
        assert card.hint
        photo.path.write_bytes(kept)
        view = real.panel("concepts").view
        view.setCurrentIndex(view.model().index(1))
        QTest.keyClick(view, Qt.Key.Key_R)
        real.wait(lambda: real.cards[1].state == "ready", "the card, tried again")
        assert [card.state for card in real.cards] == ["failed", "ready", *["failed"] * (count - 2)]
        assert real.kept_when_shown == {card.key: True}
        real.click(real.panel("concepts").more)
        assert len(real.cards) >= count + 4
        real.click(real.panel("concepts").strip.cancel)
        real.idle()
        assert len(real.cards) == count
        keys, project = [card.key for card in real.cards], real.journey.project_id
        change_language(real, "de")
        assert real.window.page("settings").panel.accessibleName() == "Einstellungen"
        assert_same_project(real, keys, project)
        change_language(real, "en")
        assert_same_project(real, keys, project)


def change_language(real, language):
    real.go("settings")
    old = real.window
    real.program.keeper.change(language=language)
    real.wait(lambda: real.window is not old and real.window.isVisible(), "the new window")


def assert_same_project(real, keys, project):
    real.go("concepts")
    real.wait(lambda: [card.key for card in real.cards] == keys, "the same cards")
    assert real.journey.project_id == project
    assert real.cards[1].state == "ready"
    rows = real.go("story").photos.model
    real.wait(rows.rowCount, "the photo in its list")
