"""What each control of the photo editor changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from memoreez_desktop.core.photo_edit import UNTOUCHED, Stroke, SubjectWish
from memoreez_desktop.ui.photo_editor.crop_box import fitted
from memoreez_desktop.ui.photo_editor.cut_out_choice import chosen, cleared
from memoreez_desktop.ui.photo_editor.edits import Edits
from memoreez_desktop.ui.photo_editor.frame import upright_size
from memoreez_desktop.ui.photo_editor.panel import PhotoEditorPanel
from memoreez_desktop.ui.photo_editor.tools import SUBJECT_TOOLS, ToolName


class Hands(QObject):
    """Listens to the panel and changes the edit; the tool follows what one is about to look at."""

    def __init__(self, panel: PhotoEditorPanel, edits: Edits) -> None:
        super().__init__(edits)
        self._panel, self._edits = panel, edits
        canvas, subject = panel.canvas, panel.subject
        panel.undo.clicked.connect(edits.undo)
        panel.redo.clicked.connect(edits.redo)
        panel.reset.clicked.connect(self._reset)
        panel.turn.turned.connect(edits.turn)
        panel.turn.straightened.connect(self._straighten)
        panel.turn.aspect_chosen.connect(self._choose_aspect)
        panel.light.changed.connect(self._light)
        canvas.crop_changed.connect(lambda crop: self._set(crop=crop))
        canvas.box_changed.connect(lambda box: self._say_subject(box=box))
        canvas.stroke_drawn.connect(self._stroke)
        subject.candidate_chosen.connect(self._choose_cut_out)
        subject.brush_changed.connect(self._brush)
        subject.cleared.connect(self._clear)
        subject.background_wanted.connect(self._background)

    def begin(self) -> None:
        """Lay every tool down: another photo is open."""
        self._panel.turn.aspect.set_value("free")
        self._panel.canvas.aspect = 0.0
        self._panel.take_tool("look")

    def _reset(self) -> None:
        self._panel.turn.aspect.set_value("free")
        self._panel.canvas.aspect = 0.0
        self._edits.change(UNTOUCHED)

    def _set(self, move: str = "", **values: Any) -> None:
        self._edits.change(replace(self._edits.edit, **values), move)

    def _take(self, tool: ToolName, *unless: ToolName) -> None:
        if self._panel.canvas.tool not in (tool, *unless):
            self._panel.take_tool(tool)

    def _straighten(self, degrees: float) -> None:
        self._take("crop")
        self._set("straighten", straighten_deg=degrees)

    def _choose_aspect(self, aspect: float) -> None:
        self._panel.canvas.aspect = aspect
        self._take("crop")
        if aspect and self._edits.ready:
            width, height = upright_size(self._edits.size, self._edits.edit)
            self._set(crop=fitted(self._edits.edit.crop, aspect * height / width))

    def _light(self, name: str, value: float) -> None:
        if self._panel.canvas.tool in SUBJECT_TOOLS:
            self._take("look")
        self._set(name, **{name: value})

    def _stroke(self, stroke: Stroke) -> None:
        self._say_subject(strokes=(*self._edits.edit.subject.strokes, stroke))

    def _choose_cut_out(self, number: int) -> None:
        if not self._edits.edit.remove_background:
            self._take("box", *SUBJECT_TOOLS)
        self._set(subject=chosen(self._edits.edit.subject, number, self._panel.subject.trained))

    def _clear(self) -> None:
        self._set(subject=cleared(self._edits.edit.subject, self._panel.subject.trained))

    def _say_subject(self, **values: Any) -> None:
        wish: SubjectWish = replace(self._edits.edit.subject, **values)
        self._set(subject=wish)

    def _brush(self, ratio: float) -> None:
        self._panel.canvas.brush_ratio = ratio
        self._take("keep", "remove")
        self._panel.canvas.show_pen((0.5, 0.5))

    def _background(self, away: bool) -> None:
        if away:
            self._take("look")
        self._set(remove_background=away)
