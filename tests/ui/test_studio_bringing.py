"""A model of one's own: asked about once, mended with a receipt that can be looked at and taken back."""

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.presenter import StudioPresenter
from memoreez_desktop.ui.viewport.fake import FakeMeshView
from tests.fakes.inline_workshop import InlineWorkshop
from tests.fakes.made_solids import ball, box

INCH = 25.4


class Page:
    def __init__(self, shop, qtbot):
        self.shop, self.qtbot = shop, qtbot
        self.view = FakeMeshView()
        self.panel = StudioPanel(shop.icon_book, self.view, QWidget())
        qtbot.addWidget(self.panel)
        self.presenter = StudioPresenter(self.panel, shop.workshop, self.panel)

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.presenter.busy, timeout=9000)

    @property
    def units(self):
        return list(self.panel.question.units._buttons)


@pytest.fixture
def page(tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr("memoreez_desktop.ui.studio.library_job.clay_png", lambda *a: b"\x89PNG picture")
    shop = InlineWorkshop(tmp_path)
    yield Page(shop, qtbot)
    shop.close()


def dropped(page, folder, mesh):
    path = folder / "Figure.stl"
    save_mesh(mesh, path)
    page.panel.fileDropped.emit(path)
    return page.panel


def merged_with(*meshes):
    offsets = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
    faces = [mesh.faces + offset for mesh, offset in zip(meshes, offsets, strict=False)]
    return MeshModel(np.concatenate([mesh.vertices for mesh in meshes]), np.concatenate(faces))


def test_millimetres_are_not_asked_about(page, tmp_path):
    panel = dropped(page, tmp_path, box(30, 30, 60))
    assert panel.state == "model"
    assert panel.receipt.isHidden()
    np.testing.assert_allclose(page.view.mesh.extents_mm, (30, 30, 60), atol=1e-3)


def test_inches_are_asked_about_with_the_likeliest_answer_ready(page, tmp_path):
    panel = dropped(page, tmp_path, box(30, 30, 60).scaled(1 / INCH))
    assert panel.state == "question"
    assert panel.question.units.value == "inch"
    assert "60" in panel.question.title.text()
    assert panel.question.height_field.isHidden()
    panel.question.take.click()
    assert panel.state == "model"
    np.testing.assert_allclose(page.view.mesh.extents_mm, (30, 30, 60), atol=1e-3)


def test_another_answer_is_taken_and_a_height_is_asked_for_once(page, tmp_path):
    panel = dropped(page, tmp_path, box(0.5, 0.5, 1.0))
    assert panel.question.units.value == "none"
    assert not panel.question.height_field.isHidden()
    panel.question.height_mm.setValue(120)
    panel.question.take.click()
    assert page.view.mesh.extents_mm[2] == pytest.approx(120, abs=0.01)
    panel = dropped(page, tmp_path, box(0.4, 0.4, 1.0))
    assert panel.question.height_mm.value() == 120
    panel.question.units.button("inch").click()
    assert panel.question.height_field.isHidden()
    panel.question.take.click()
    assert page.view.mesh.extents_mm[2] == pytest.approx(INCH, abs=0.01)


def test_a_question_that_is_cancelled_leaves_what_was_there(page, tmp_path):
    dropped(page, tmp_path, box(30, 30, 60))
    before = page.view.mesh.digest
    panel = dropped(page, tmp_path, box(0.5, 0.5, 1.0))
    panel.question.cancel.click()
    assert panel.state == "model"
    assert page.view.mesh.digest == before


def test_a_repair_is_told_step_by_step_and_can_be_looked_at(page, tmp_path):
    cube = box(30, 30, 60)
    holed = MeshModel(cube.vertices, cube.faces[2:])
    panel = dropped(page, tmp_path, merged_with(holed, box(0.5, 0.5, 0.5).moved(40, 0, 30)))
    steps = [row.step.id for row in panel.receipt.rows]
    assert not panel.receipt.isHidden()
    assert "dropped-specks" in steps
    assert panel.receipt.sentence.text()
    mended = page.view.mesh
    assert mended.triangles
    panel.receipt.choice.button("before").click()
    assert page.view.mesh.digest != mended.digest
    assert page.view.mesh.extents_mm[0] > 50
    assert page.view.pins == ()
    panel.receipt.choice.button("after").click()
    assert page.view.mesh.digest == mended.digest
    row = next(row for row in panel.receipt.rows if row.step.id == "dropped-specks")
    row.look.click()
    assert page.view.mesh.extents_mm[0] > 50
    row.look.click()
    assert page.view.mesh.digest == mended.digest


def test_a_step_can_be_undone_and_redone(page, tmp_path):
    panel = dropped(page, tmp_path, merged_with(box(30, 30, 60), box(0.5, 0.5, 0.5).moved(40, 0, 30)))
    (row,) = [row for row in panel.receipt.rows if row.step.id == "dropped-specks"]
    row.back.click()
    page.settle()
    assert "dropped-specks" not in [row.step.id for row in panel.receipt.rows]
    assert page.view.mesh.extents_mm[0] > 50
    panel.undo.click()
    page.settle()
    assert page.view.mesh.extents_mm[0] == pytest.approx(30, abs=0.01)


def test_another_size_keeps_the_receipt_at_that_size(page, tmp_path):
    panel = dropped(page, tmp_path, merged_with(box(30, 30, 60), box(0.5, 0.5, 0.5).moved(40, 0, 30)))
    panel.size_section.field.setValue(120)
    page.settle()
    assert page.view.mesh.extents_mm[2] == pytest.approx(120, abs=0.01)
    panel.receipt.choice.button("before").click()
    assert page.view.mesh.extents_mm[2] == pytest.approx(120, abs=0.01)


def test_all_that_can_be_fixed_is_fixed_with_one_button(page, tmp_path):
    panel = dropped(page, tmp_path, ball(60, 200.0))
    assert not panel.findings.fix_all.isHidden()
    panel.findings.fix_all.click()
    page.settle()
    assert "too-large" not in [f.code for f in page.shop.journey.keepsake.report.findings]
    assert max(page.view.mesh.extents_mm) < 220
    panel.undo.click()
    page.settle()
    assert max(page.view.mesh.extents_mm) == pytest.approx(400, abs=1)
