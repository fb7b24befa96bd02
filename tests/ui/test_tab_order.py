"""Tab goes as the eye does, on every page, and comes round."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from memoreez_desktop.ui.main_window import MainWindow, page_table
from memoreez_desktop.ui.tab_order import step, stops


@pytest.fixture
def window(bench: Any, qtbot: Any) -> MainWindow:
    made = MainWindow(bench.workshop, bench.theme_book, bench.icon_book)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def test_layouts_decide_not_the_order_of_making(qtbot: Any) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    late, early, hidden, last = (QPushButton(name, whole) for name in ("late", "early", "hidden", "last"))
    column, row = QVBoxLayout(whole), QHBoxLayout()
    row.addWidget(early)
    row.addWidget(late)
    column.addLayout(row)
    column.addWidget(last)
    whole.show()
    hidden.hide()
    assert [stop.text() for stop in stops(whole)] == ["early", "late", "last"]
    late.setEnabled(False)
    assert step(whole, early, forward=True) is last
    assert step(whole, last, forward=True) is early
    assert step(whole, early, forward=False) is last
    assert step(whole, whole, forward=True) is early


@pytest.mark.parametrize("page", tuple(page_table()))
def test_every_stop_of_a_page_is_reached_once_and_the_way_back_is_the_same(window, page) -> None:
    window.show_page(page)
    way = stops(window)
    assert len(way) == len(set(way)) >= 6
    way[0].setFocus()
    seen = [QApplication.focusWidget()]
    for _ in way[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == way
    QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is way[0]
    QTest.keyClick(way[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is way[-1]


def test_what_scrolls_away_is_brought_into_sight(window, qtbot) -> None:
    window.resize(1024, 700)
    window.show_page("story")
    panel = window.page("story").panel
    qtbot.wait(20)
    # The footer under what scrolls is always in sight.
    scrolled = [stop for stop in stops(panel) if not panel.footer.isAncestorOf(stop)]
    last = scrolled[-1]
    assert last.visibleRegion().isEmpty()
    assert step(window, scrolled[-2], forward=True) is last
    assert last.visibleRegion().boundingRect().size() == last.size()
    assert last.mapTo(window, QPoint(0, 0)).y() < 700
