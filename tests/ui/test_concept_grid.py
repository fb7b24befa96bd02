"""The grid fills card by card, keeps everything, and mixes no projects."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.ui.concepts import jobs
from memoreez_desktop.ui.concepts.page import build
from memoreez_desktop.ui.page import PageParts

KARL, ANNA = Brief(Story(name="Karl")), Brief(Story(name="Anna"))


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch, fakes: Any) -> set[int]:
    """Fake plans and pictures; seeds in the returned set cannot be drawn."""
    broken: set[int] = set()

    def plan(brief: Brief, count: int, product_id: str, known: tuple[str, ...], job: JobContext) -> Any:
        plans = (fakes.plan(n, product_id or "keychain", brief.story.name) for n in range(1, 200))
        return tuple([plan for plan in plans if plan.id not in known][:count])

    def draw(plan: ConceptPlan, job: JobContext) -> Any:
        job.progress(0.5, "Shaping")
        if plan.recipe.seed in broken:
            raise MeshError("It came out in two pieces", "Retry joins them.")
        return fakes.concept(plan)

    monkeypatch.setattr(jobs, "plan_new", plan)
    monkeypatch.setattr(jobs, "draw", draw)
    return broken


def states(parts: PageParts) -> list[str]:
    return [card.state for card in parts.panel.model.cards]


def open_page(bench: Any, qtbot: Any) -> PageParts:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    parts.panel.resize(1200, 800)
    return parts


def test_placeholders_stand_at_once_and_fill_one_by_one(make_bench, held, studio, qtbot) -> None:
    bench = make_bench(held)
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    assert states(parts) == ["waiting"] * 8
    assert not parts.panel.strip.isHidden()
    held.run(1)
    assert [card.title for card in parts.panel.model.cards] == [f"Idea {n}" for n in range(1, 9)]
    held.run(1)
    assert states(parts) == ["ready"] + ["waiting"] * 7
    held.run()
    assert states(parts) == ["ready"] * 8
    assert parts.panel.strip.isHidden()


def test_what_is_shown_is_kept_first(make_bench, held, studio, qtbot) -> None:
    bench = make_bench(held)
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    held.run(1)
    assert len(bench.library.concepts(bench.journey.project_id)) == 8
    held.run(1, deliver=False)
    assert states(parts)[0] == "waiting"
    assert bench.library.concepts(bench.journey.project_id)[0].picture_png


def test_one_failed_card_says_why_and_can_be_retried_alone(bench, studio, qtbot) -> None:
    studio.add(3)
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    assert states(parts).count("ready") == 7
    card = parts.panel.model.cards[2]
    assert (card.state, card.message) == ("failed", "It came out in two pieces")
    kept = bench.library.concepts(bench.journey.project_id)[2]
    assert kept.failure.message == card.message
    studio.clear()
    parts.panel.view.asked.emit("retry", card.key)
    assert states(parts) == ["ready"] * 8
    assert bench.library.concepts(bench.journey.project_id)[2].failure is None


def test_cancel_keeps_what_arrived_and_the_rest_can_be_drawn_later(make_bench, held, studio, qtbot) -> None:
    parts = open_page(make_bench(held), qtbot)
    parts.presenter._journey.createWanted.emit(KARL)
    held.run(4)
    parts.panel.cancel_wanted.emit()
    assert states(parts) == ["ready"] * 3 + ["stopped"] * 5
    assert not held.held
    parts.panel.view.asked.emit("retry", parts.panel.model.cards[4].key)
    held.run()
    assert states(parts) == ["ready"] * 3 + ["stopped", "ready"] + ["stopped"] * 3


def test_what_was_stopped_can_be_drawn_together(make_bench, held, studio, qtbot) -> None:
    parts = open_page(make_bench(held), qtbot)
    parts.presenter._journey.createWanted.emit(KARL)
    held.run(4)
    assert parts.panel.rest.isHidden()
    parts.panel.cancel_wanted.emit()
    assert not parts.panel.rest.isHidden()
    parts.panel.rest.click()
    assert parts.panel.rest.isHidden()
    held.run()
    assert states(parts) == ["ready"] * 8


def test_cancel_while_planning_leaves_no_empty_cards(make_bench, held, studio, qtbot) -> None:
    parts = open_page(make_bench(held), qtbot)
    parts.presenter._journey.createWanted.emit(KARL)
    parts.panel.cancel_wanted.emit()
    assert states(parts) == []


def test_late_results_of_an_older_project_are_kept_but_not_shown(make_bench, held, studio, qtbot) -> None:
    bench = make_bench(held)
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    held.run(1)
    first = bench.journey.project_id
    # One of the old project is being drawn already when the new one begins.
    parts.panel.model.change(parts.panel.model.cards[0].key, state="drawing")
    bench.journey.createWanted.emit(ANNA)
    held.run()
    second = bench.journey.project_id
    assert second != first
    assert {card.plan.recipe.story.name for card in parts.panel.model.cards} == {"Anna"}
    assert states(parts) == ["ready"] * 8
    drawn = [row for row in bench.library.concepts(first) if row.picture_png]
    assert len(drawn) == 1


def test_explore_more_appends_only_new_ideas(bench, studio, qtbot) -> None:
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    parts.panel.more_wanted.emit()
    keys = [card.key for card in parts.panel.model.cards]
    assert len(keys) == len(set(keys)) == 12
    assert states(parts) == ["ready"] * 12


def test_when_all_ideas_are_used_it_says_so_and_ends(bench, studio, qtbot, monkeypatch) -> None:
    whole = jobs.plan_new
    monkeypatch.setattr(
        jobs,
        "plan_new",
        lambda brief, count, product, known, job: whole(brief, count, product, known, job)[: 10 - len(known)],
    )
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    assert parts.panel.more.isEnabled()
    with qtbot.waitSignal(bench.journey.messageRaised) as said:
        parts.panel.more.click()
    assert said.args[0].level == "info"
    assert states(parts) == ["ready"] * 10
    assert not parts.panel.more.isEnabled()
    assert parts.panel.more.text() == "All ideas are here"
    bench.journey.createWanted.emit(ANNA)
    assert parts.panel.more.isEnabled()
    assert parts.panel.more.text() == "Explore more"


def test_another_version_of_a_used_up_product_is_declined_in_words(bench, studio, qtbot, monkeypatch) -> None:
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    monkeypatch.setattr(jobs, "plan_new", lambda brief, count, product, known, job: ())
    with qtbot.waitSignal(bench.journey.messageRaised):
        parts.panel.view.asked.emit("more", parts.panel.model.cards[1].key)
    assert states(parts) == ["ready"] * 8
    assert parts.panel.more.isEnabled()


def test_more_like_this_stands_behind_its_card(bench, studio, qtbot) -> None:
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    key = parts.panel.model.cards[1].key
    parts.panel.view.asked.emit("more", key)
    titles = [card.title for card in parts.panel.model.cards]
    assert titles[:7] == ["Idea 1", "Idea 2", "Idea 9", "Idea 10", "Idea 11", "Idea 12", "Idea 3"]


def test_a_restart_shows_everything_again(bench, make_bench, studio, qtbot) -> None:
    studio.add(2)
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    parts.panel.view.asked.emit("star", parts.panel.model.cards[0].key)
    parts.panel.view.asked.emit("remove", parts.panel.model.cards[7].key)
    project = bench.journey.project_id
    again = make_bench(None)
    later = open_page(again, qtbot)
    again.journey.projectOpened.emit(project)
    assert states(later) == ["ready", "failed"] + ["ready"] * 5
    assert later.panel.model.cards[0].starred
    assert later.panel.title.text() == "Concepts for Karl"


def test_removing_can_be_undone(bench, studio, qtbot) -> None:
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    before = [card.key for card in parts.panel.model.cards]
    with qtbot.waitSignal(bench.journey.messageRaised) as said:
        parts.panel.view.asked.emit("remove", before[3])
    assert [card.key for card in parts.panel.model.cards] == before[:3] + before[4:]
    assert bench.library.concepts(bench.journey.project_id)[3].removed
    said.args[0].action()
    assert [card.key for card in parts.panel.model.cards] == before
    assert not bench.library.concepts(bench.journey.project_id)[3].removed


def test_enter_opens_and_letters_work(bench, studio, qtbot) -> None:
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    parts.panel.show()
    view = parts.panel.view
    view.setCurrentIndex(parts.panel.model.index(1))
    qtbot.keyClick(view, Qt.Key.Key_S)
    assert parts.panel.model.cards[1].starred
    went, chosen = [], []
    bench.journey.pageWanted.connect(went.append)
    bench.journey.conceptChosen.connect(chosen.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert went == ["studio"]
    assert chosen == [parts.panel.model.cards[1].plan]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(parts.panel.model.cards) == 7


def test_every_card_can_be_heard(bench, studio, qtbot) -> None:
    studio.add(2)
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    model = parts.panel.model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "Idea 1, Keychain, Prints well, 1 h 00 · 12 g"
    assert "two pieces" in model.index(1).data(role)


def test_the_model_is_a_sound_qt_model(bench, studio, qtbot, qtmodeltester) -> None:
    parts = open_page(bench, qtbot)
    qtmodeltester.check(parts.panel.model)
    bench.journey.createWanted.emit(KARL)
    parts.panel.view.asked.emit("remove", parts.panel.model.cards[0].key)
    qtmodeltester.check(parts.panel.model)


def test_the_page_paints_in_every_state(make_bench, held, studio, qtbot) -> None:
    studio.add(2)
    bench = make_bench(held)
    parts = open_page(bench, qtbot)
    parts.panel.show()
    bench.journey.createWanted.emit(KARL)
    for theme in ("light", "dark"):
        bench.theme_book.set_mode(theme)
        assert not parts.panel.grab().isNull()
    held.run(4)
    parts.panel.model.change(parts.panel.model.cards[5].key, state="drawing", fraction=0.4, stage="Shaping")
    assert not parts.panel.grab().isNull()
    parts.panel.cancel_wanted.emit()
    assert not parts.panel.grab().isNull()


def test_a_closed_window_is_left_alone(make_bench, held, studio, qtbot) -> None:
    bench = make_bench(held)
    parts = open_page(bench, qtbot)
    bench.journey.createWanted.emit(KARL)
    held.run(2)
    parts.presenter.leave()
    held.run()
    assert states(parts).count("ready") == 1
    assert all(row.picture_png for row in bench.library.concepts(bench.journey.project_id))
