"""What a person writes is in the library a moment later, in the right project."""

from __future__ import annotations

from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.ui.draft_keeper import DraftKeeper

KARL, ANNA = Brief(Story(name="Karl")), Brief(Story(name="Anna"))


def test_a_change_is_kept_after_a_moment(bench, qtbot) -> None:
    keeper = DraftKeeper(bench.workshop)
    bench.journey.set_brief(KARL)
    qtbot.waitUntil(lambda: bool(bench.journey.project_id))
    assert bench.library.latest_project().brief == KARL
    bench.journey.set_brief(ANNA)
    keeper.flush()
    assert bench.library.project(bench.journey.project_id).brief == ANNA


def test_an_empty_library_restores_nothing(bench, qtbot) -> None:
    keeper = DraftKeeper(bench.workshop)
    with qtbot.assertNotEmitted(keeper.restored):
        keeper.restore()
    assert bench.journey.project_id == ""


def test_the_last_project_is_open_again(bench, qtbot, fakes) -> None:
    bench.library.start_project(ANNA)
    project = bench.library.start_project(KARL)
    bench.library.save_plan(project, fakes.plan(1))
    keeper, opened = DraftKeeper(bench.workshop), []
    bench.journey.projectOpened.connect(opened.append)
    with qtbot.waitSignal(keeper.restored) as restored:
        keeper.restore()
    assert restored.args == [True]
    assert opened == [project]
    assert bench.journey.brief == KARL


def test_whoever_writes_already_is_not_interrupted(bench, qtbot) -> None:
    bench.library.start_project(ANNA)
    keeper = DraftKeeper(bench.workshop)
    bench.journey.set_brief(KARL)
    keeper.restore()
    assert bench.journey.brief == KARL


def test_opening_a_project_loads_its_brief_and_keeps_the_old_one(bench, qtbot) -> None:
    other = bench.library.start_project(ANNA)
    keeper = DraftKeeper(bench.workshop)
    bench.journey.set_brief(KARL)
    keeper.flush()
    first = bench.journey.project_id
    bench.journey.projectOpened.emit(other)
    assert bench.journey.brief == ANNA
    assert bench.journey.project_id == other
    assert bench.library.project(first).brief == KARL
