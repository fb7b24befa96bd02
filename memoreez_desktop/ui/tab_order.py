"""The way of the Tab key: as the eye goes through the layouts, whatever was made when."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

# What has parts of its own that are no stops.
_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit)


def stops(root: QWidget) -> list[QWidget]:
    """Return everything in ``root`` that Tab stops at now, in the order of the layouts."""
    return [
        widget
        for widget in dict.fromkeys(_walk(root))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
    ]


def step(root: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Move the focus to the next stop, or the one before, round and round; return it."""
    way = stops(root)
    if not way:
        return None
    if here in way:
        wanted = way[(way.index(here) + (1 if forward else -1)) % len(way)]
    else:
        inside = [stop for stop in way if here is not None and here.isAncestorOf(stop)] or way
        wanted = inside[0 if forward else -1]
    wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    above = wanted.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(wanted, 24, 24)
        above = above.parentWidget()
    return wanted


def _walk(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if isinstance(widget, QScrollArea):
        if widget.widget() is not None:
            yield from _walk(widget.widget())
        return
    if isinstance(widget, (*_WHOLE, QAbstractScrollArea)):
        return
    layout = widget.layout()
    if layout is not None:
        yield from _through(layout)
    # What is placed by hand comes after what is laid out.
    for child in widget.children():
        if (
            isinstance(child, QWidget)
            and not child.isWindow()
            and (layout is None or layout.indexOf(child) < 0)
        ):
            yield from _walk(child)


def _through(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from _walk(widget)
        elif inner is not None:
            yield from _through(inner)
