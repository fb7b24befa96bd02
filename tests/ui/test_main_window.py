"""The window shows pages on demand, says things calmly, remembers, and speaks to screen readers."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.services.samples import sample_photo
from memoreez_desktop.ui.accessibility import nameless_controls, spoken_name
from memoreez_desktop.ui.concepts import jobs
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.main_window import MainWindow, page_table
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.story.dropped import Dropped

EVERY_PAGE = tuple(page_table())


@pytest.fixture
def window(bench: Any, qtbot: Any) -> MainWindow:
    made = MainWindow(bench.workshop, bench.theme_book, bench.icon_book)
    qtbot.addWidget(made)
    return made


def test_the_first_start_welcomes_and_the_next_does_not(bench, qtbot, window) -> None:
    assert window.current == "welcome"
    bench.journey.go("story")
    assert bench.workshop.keeper.settings.welcome_seen
    again = MainWindow(bench.workshop, bench.theme_book, bench.icon_book)
    qtbot.addWidget(again)
    assert again.current == "story"


def test_pages_are_built_at_the_first_visit_only(window) -> None:
    assert set(window._built) == {"welcome"}
    first = window.page("settings")
    window.show_page("settings")
    assert window.page("settings") is first
    assert set(window._built) == {"welcome", "settings"}


def test_every_page_of_the_table_can_be_found(window) -> None:
    assert set(window.pages) == set(page_table())
    for module, title, icon in window.pages.values():
        assert module.startswith("memoreez_desktop.ui.")
        assert title
        assert icon.startswith("mdi6.")


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_control_has_a_name(window, page) -> None:
    window.show_page(page)
    window.page(page).panel.show()
    nameless = nameless_controls(window)
    assert nameless == [], [type(widget).__name__ for widget in nameless]


def test_a_nameless_control_would_be_found(window) -> None:
    from PySide6.QtWidgets import QPushButton

    stranger = QPushButton(window)
    assert nameless_controls(window) == [stranger]
    stranger.setAccessibleName("A button")
    assert spoken_name(stranger) == "A button"


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_the_tab_key_walks_round_the_whole_page(window, page) -> None:
    window.show_page(page)
    window.show()
    reachable, here = set(), window.nextInFocusChain()
    while here is not window and here not in reachable:
        reachable.add(here)
        here = here.nextInFocusChain()
    from memoreez_desktop.ui.widgets.buttons import PaintedButton

    found = window.page(page).panel.findChildren(PaintedButton)
    # A list that pops up is a window of its own, with a round of its own.
    buttons = [button for button in found if button.window() is window]
    assert buttons
    assert set(buttons) <= reachable


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_pages_paint_in_both_themes_at_both_ends_of_the_sizes(bench, window, mode) -> None:
    bench.theme_book.set_mode(mode)
    bench.journey.set_brief(Brief(Story("Grandpa Karl", 70, ("fishing",) * 1, "", "birthday", ("Karl",))))
    window.show()
    for page in EVERY_PAGE:
        window.show_page(page)
        for width, height in ((1440, 900), (1024, 700)):
            window.resize(width, height)
            assert window.grab().width() >= width


def test_good_news_go_by_themselves_everything_else_waits(bench, window) -> None:
    window.show()
    bench.journey.messageRaised.emit(Message("good", "Saved"))
    assert window.toast.isVisible()
    assert not window.banner.isVisible()
    bench.journey.complain(StorageError("The disk is full.", "Free some space."))
    assert window.banner.isVisible()
    assert "Free some space." in window.banner.accessibleName()
    window.banner.dismiss()
    assert not window.banner.isVisible()


def test_a_message_offers_its_action_and_its_details(bench, window, qtbot) -> None:
    window.show()
    done = []
    said = Message("warning", "Hm", details="trace", action_label="Again", action=lambda: done.append(1))
    bench.journey.messageRaised.emit(said)
    assert not window.banner._details.isVisible()
    window.banner._more.click()
    assert window.banner._details.isVisible()
    window.banner._action.click()
    assert done == [1]
    assert not window.banner.isVisible()


def test_first_painted_comes_once(bench, qtbot, window) -> None:
    times = []
    window.first_painted.connect(lambda: times.append(1))
    window.show()
    qtbot.waitUntil(lambda: bool(times))
    window.repaint()
    qtbot.wait(20)
    assert times == [1]


def test_what_was_written_last_is_there_after_a_restart(bench, make_bench, qtbot, window) -> None:
    bench.journey.set_brief(Brief(Story(name="Karl")))
    window.close()
    again = make_bench(None)
    later = MainWindow(again.workshop, again.theme_book, again.icon_book)
    qtbot.addWidget(later)
    later.show()
    qtbot.waitUntil(lambda: again.journey.brief.story.name == "Karl")
    assert again.journey.project_id


def test_a_restart_opens_the_grid_where_there_is_one(bench, make_bench, qtbot, window, fakes) -> None:
    project = bench.library.start_project(Brief(Story(name="Karl")))
    bench.library.save_concept(project, fakes.concept(fakes.plan(1)))
    bench.workshop.keeper.change(welcome_seen=True)
    again = make_bench(None)
    later = MainWindow(again.workshop, again.theme_book, again.icon_book)
    qtbot.addWidget(later)
    later.show()
    qtbot.waitUntil(lambda: later.current == "concepts")
    assert [card.state for card in later.page("concepts").panel.model.cards] == ["ready"]


def test_the_window_remembers_its_place(bench, make_bench, qtbot, window) -> None:
    window.close()
    kept = bytes(window.saveGeometry().data())
    places = []

    class Later(MainWindow):
        def restoreGeometry(self, geometry: Any) -> bool:  # noqa: N802
            places.append(bytes(geometry.data()))
            return super().restoreGeometry(geometry)

    again = make_bench(None)
    qtbot.addWidget(Later(again.workshop, again.theme_book, again.icon_book))
    assert places == [kept]


def test_closing_leaves_every_presenter_in_peace(window) -> None:
    left = []

    class Presenter(QObject):
        def leave(self) -> None:
            left.append(self)

    presenter = Presenter(window)
    window._built["studio"] = PageParts(QWidget(window), presenter)
    window.close()
    assert left == [presenter]


def test_the_samples_lead_straight_to_concepts(bench, window, monkeypatch, fakes) -> None:
    def plan(brief: Brief, count: int, product: str, known: tuple[str, ...], job: object) -> Any:
        return tuple(fakes.plan(number) for number in range(1, count + 1))

    monkeypatch.setattr(jobs, "plan_new", plan)
    monkeypatch.setattr(jobs, "draw", lambda plan, job: fakes.concept(plan))
    panel = window.page("welcome").panel
    panel.photo_wanted.emit()
    assert window.current == "concepts"
    assert len(bench.journey.brief.photos) == 1
    panel.story_wanted.emit()
    assert bench.journey.brief.story.age == 70
    assert len(window.page("concepts").panel.model.cards) == 8


def test_labels_show_no_markup(window) -> None:
    window.show_page("story")
    label = window.page("story").panel.findChild(QLabel)
    assert label is not None
    window.page("concepts").panel.show_person("<b>Karl</b> & Co")
    assert "<b>" in window.page("concepts").panel.title.text()


def test_nothing_heavy_is_imported_for_the_first_window() -> None:
    heavy = (
        "scipy numba cv2 PIL manifold3d trimesh sqlite_utils httpx keyring vtkmodules pyvista numpy qtawesome"
    )
    code = f"""
import sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from memoreez_desktop.storage.settings import SettingsFile
from memoreez_desktop.tasks.child import ChildPool
from memoreez_desktop.tasks.runner import TaskRunner
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Journey
from memoreez_desktop.ui.main_window import MainWindow
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.workshop import DeskDoor, LibraryDoor, SettingsKeeper, Workshop
home = Path(tempfile.mkdtemp())
book = ThemeBook()
book.apply(app)
keeper = SettingsKeeper(SettingsFile(home / "settings.json"))
doors = LibraryDoor(lambda: 1 / 0), DeskDoor(lambda: 1 / 0)
shop = Workshop(Journey(), TaskRunner(), ChildPool(1), doors[0], keeper, home, doors[1])
for page in ("welcome", "story", "concepts"):
    window = MainWindow(shop, book, IconBook(book))
    window.show_page(page)
    window.show()
    window.grab()
print([name for name in {heavy.split()!r} if name in sys.modules])
import os
sys.stdout.flush()
os._exit(0)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.strip() == "[]"


def test_a_photo_may_be_dropped_on_any_page(bench, window, monkeypatch) -> None:
    window.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sample_photo()))])
    place, none = QPoint(300, 300), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, drop)
    assert window.current == "story"
    assert [ref.name for ref in bench.journey.brief.photos] == ["photo.jpg"]


def test_a_window_may_vanish_while_jobs_run(make_bench, held, qtbot, monkeypatch, fakes) -> None:
    bench = make_bench(held)
    monkeypatch.setattr(jobs, "plan_new", lambda *_: tuple(fakes.plan(number) for number in range(1, 9)))
    monkeypatch.setattr(jobs, "draw", lambda plan, job: fakes.concept(plan))
    window = MainWindow(bench.workshop, bench.theme_book, bench.icon_book)
    for page in ("welcome", "story", "concepts", "settings"):
        window.show_page(page)
    window.page("story").presenter.take(Dropped(paths=(sample_photo(),)))
    bench.journey.createWanted.emit(Brief(Story(name="Karl")))
    held.run(3)
    shiboken6.delete(window)
    held.run()
    bench.workshop.keeper.change(material_id="petg")
    bench.theme_book.set_mode("light")
    assert all(row.picture_png for row in bench.library.concepts(bench.journey.project_id))


def test_less_motion_is_remembered(bench, qtbot) -> None:
    bench.workshop.keeper.change(reduce_motion=True)
    qtbot.addWidget(MainWindow(bench.workshop, bench.theme_book, bench.icon_book))
    assert bench.theme_book.reduced_motion
