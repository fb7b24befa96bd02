"""Closing the window while a service draws what may be charged and cannot be fetched later: asked first."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.ui.concepts.page import build
from memoreez_desktop.ui.concepts.unrepeatable import Unrepeatable, is_unrepeatable
from memoreez_desktop.ui.main_window import MainWindow
from memoreez_desktop.ui.page import PageParts


@pytest.fixture
def parts(bench: Any, qtbot: Any) -> PageParts:
    made = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(made.panel)
    return made


@pytest.fixture
def drawing(parts: PageParts, held_calls: list[Any]) -> Any:
    return parts.presenter.ai.drawing


@pytest.fixture
def held_calls(bench: Any, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What is heard of each picture that is being brought."""
    calls: list[Any] = []

    def submit(_job: Any, **heard: Any) -> Any:
        calls.append(SimpleNamespace(**heard))
        return SimpleNamespace(cancel=lambda: None)

    monkeypatch.setattr(bench.workshop.runner, "submit", submit)
    return calls


def answer(said: list[str], *, keep: bool) -> None:
    """Keep drawing, or close, as soon as the question stands there."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said[:] = [box.text(), *(each.text() for each in box.buttons())]
        assert box.defaultButton() is box.escapeButton()
        next(each for each in box.buttons() if (box.buttonRole(each).name == "RejectRole") == keep).click()

    QTimer.singleShot(0, press)


def test_what_is_being_drawn_and_may_be_charged_is_asked_for_once(parts, drawing, held_calls) -> None:
    assert parts.presenter.may_leave()
    for key in ("a", "b"):
        drawing._bring(key)
        held_calls[-1].partial(Unrepeatable("OpenAI"))
    said: list[str] = []
    answer(said, keep=True)
    assert not parts.presenter.may_leave()
    assert said[0].startswith("2 picture")
    assert "OpenAI" in said[0]
    assert sorted(said[1:]) == ["Close anyway", "Keep drawing"]
    answer(said, keep=False)
    assert parts.presenter.may_leave()


@pytest.mark.parametrize("end", ["failed", "cancelled"])
def test_what_has_ended_is_not_asked_for(parts, drawing, held_calls, end) -> None:
    drawing._bring("a")
    bring = held_calls[-1]
    bring.partial(Unrepeatable("OpenAI"))
    assert drawing.unrepeatable == ("OpenAI",)
    bring.failed(MemoreezError("no")) if end == "failed" else bring.cancelled()
    assert not drawing.unrepeatable
    assert parts.presenter.may_leave()


@pytest.mark.parametrize(
    ("provider", "plain", "state", "lost"),
    [
        ("openai-images", {}, "ready", True),
        ("openai-images", {"own_server": True}, "ready", False),
        ("openai-images", {}, "done", False),
        ("bfl", {}, "ready", False),
    ],
)
def test_only_what_costs_and_cannot_be_fetched_later(bench, provider, plain, state, lost) -> None:
    bench.workshop.keeper.change(providers={provider: plain}, generator_id=provider)
    desk = bench.workshop.services.desk()
    assert isinstance(desk, AiDesk)
    service = desk.picture_service(bench.workshop.keeper.settings)
    order: Any = SimpleNamespace(size_px=1024, state=state)
    assert is_unrepeatable(service, order) is lost


class Hesitant(QObject):
    """A page that does not want to be left."""

    left, asked = 0, 0

    def may_leave(self) -> bool:
        self.asked += 1
        return False

    def leave(self) -> None:
        self.left += 1


def test_the_window_stays_unless_it_gives_way_to_another(bench, qtbot) -> None:
    window = MainWindow(bench.workshop, bench.theme_book, bench.icon_book)
    page = Hesitant(window)
    window._built["concepts"] = PageParts(QWidget(window), page)
    window.show()
    assert not window.close()
    assert window.isVisible()
    assert (page.asked, page.left) == (1, 0)
    window.give_way()
    assert not window.isVisible()
    assert (page.asked, page.left) == (1, 1)
