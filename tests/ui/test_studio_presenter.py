"""The Studio: a concept becomes a model, is changed, fails calmly, and goes back."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.errors import InputError, MeshError
from memoreez_desktop.core.finding import CheckReport, Finding
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.sculpting.api import Sculpture
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.presenter import StudioPresenter
from memoreez_desktop.ui.viewport.fake import FakeMeshView
from tests.fakes.inline_workshop import HeldRunner, InlineWorkshop
from tests.fakes.made_solids import box

INFO = ProductInfo(
    "cube",
    "Cube",
    fields=(
        FieldSpec("height_mm", "Height", "float", 60.0, 30.0, 140.0, 1.0, unit="mm"),
        FieldSpec("edge", "Edge", "choice", "round", choices=(("round", "Round"), ("sharp", "Sharp"))),
        FieldSpec("loop", "Loop", "bool", False),
        FieldSpec("icon", "Symbol", "text", "", help="A word."),
        FieldSpec("count", "Count", "int", 3, 1, 9),
    ),
)
PLAN = ConceptPlan(
    "card-1", "Hates Mondays", "Cube", Recipe("cube", (), Story("Grandpa Karl")), colour="gold"
)
THIN = Finding("too-thin", "warning", "Thin.", "Grow.", np.array([0, 1], np.int32), "resize")


class Sculptor:
    """Builds boxes as high as the recipe says; says no to the word NO."""

    def __init__(self):
        self.built = []

    def __call__(self, recipe, job):
        self.built.append(recipe)
        job.progress(0.5, "Shaping")
        if "NO" in recipe.story.text_lines:
            raise InputError("These letters are in no font.", "Use others.")
        return Sculpture(box(20, 30, float(dict(recipe.params).get("height_mm", 60.0))))


@pytest.fixture
def sculptor(monkeypatch):
    made = Sculptor()
    findings = {"findings": (THIN,)}

    def check(mesh, printer, job):
        return CheckReport(True, 1.0, mesh.extents_mm, 1, mesh.triangles, 600.0, findings["findings"])

    made.findings = findings
    monkeypatch.setattr("memoreez_desktop.services.make_sculpture.make_sculpture", made)
    monkeypatch.setattr("memoreez_desktop.services.check_model.check_model", check)
    monkeypatch.setattr("memoreez_desktop.services.catalogs.product_infos", lambda: (INFO,))
    monkeypatch.setattr("memoreez_desktop.ui.studio.library_job.clay_png", lambda *a: b"\x89PNG picture")
    return made


class Page:
    def __init__(self, shop, qtbot):
        self.shop, self.qtbot = shop, qtbot
        shop.journey.project_id = shop.library.start_project(Brief(Story("Grandpa Karl")))
        shop.library.save_plan(shop.journey.project_id, PLAN)
        self.view = FakeMeshView()
        self.panel = StudioPanel(shop.icon_book, self.view, QWidget())
        qtbot.addWidget(self.panel)
        self.presenter = StudioPresenter(self.panel, shop.workshop, self.panel)

    def settle(self):
        """Let the pause after a change pass."""
        self.qtbot.waitUntil(lambda: not self.presenter.busy, timeout=4000)


@pytest.fixture
def page(tmp_path, qtbot, sculptor):
    shop = InlineWorkshop(tmp_path)
    yield Page(shop, qtbot)
    shop.close()


@pytest.fixture
def held(tmp_path, qtbot, sculptor):
    shop = InlineWorkshop(tmp_path, HeldRunner())
    yield Page(shop, qtbot)
    shop.close()


def test_an_empty_studio_says_what_it_is_for(page):
    assert page.panel.state == "empty"
    page.panel.empty.button.click()
    assert page.shop.pages == ["concepts"]


def test_a_chosen_concept_is_shown_after_it_has_been_saved(page):
    page.shop.journey.conceptChosen.emit(PLAN)
    assert page.panel.state == "model"
    assert page.view.mesh.extents_mm == (20, 30, 60)
    assert (page.view.colour, page.view.views[-1]) == ("gold", "home")
    (row,) = page.shop.library.keepsakes()
    assert row.mesh_digest == page.view.mesh.digest == page.shop.journey.keepsake.mesh.digest
    assert page.panel.bench.header.title.text() == "Hates Mondays"
    assert "Grandpa Karl" in page.panel.bench.header.subtitle.text()
    assert page.panel.text.words == ("GRANDPA KARL",)
    assert page.panel.go_on.isEnabled()
    page.panel.go_on.click()
    assert page.shop.pages[-1] == "print"
    assert not nameless_controls(page.panel)


def test_while_it_is_made_picture_stage_and_cancel_are_seen(held):
    held.shop.journey.conceptChosen.emit(PLAN)
    assert held.panel.state == "making"
    held.panel.making.show_progress(0.4, "Joining the parts")
    assert held.panel.making._stage.text() == "Joining the parts"
    assert "40 %" in held.panel.making._percent.text()
    held.panel.making.cancel.click()
    assert held.panel.state == "empty"
    assert held.shop.pages[-1] == "concepts"
    held.shop.workshop.runner.run_all()
    assert held.view.mesh is None
    assert held.shop.library.keepsakes() == ()


def test_a_size_is_built_after_a_pause_and_the_old_model_stays_until_then(page, sculptor):
    page.shop.journey.conceptChosen.emit(PLAN)
    for value in (700, 800, 900):
        page.panel.size_section.slider.setValue(value)
    assert page.view.mesh.extents_mm[2] == 60
    assert len(sculptor.built) == 1
    page.settle()
    assert page.view.mesh.extents_mm[2] == 90
    assert len(sculptor.built) == 2
    (row,) = page.shop.library.keepsakes()
    assert row.size_mm[2] == 90
    assert row.picture_png == b"\x89PNG picture"


def test_every_kind_of_parameter_has_a_control_that_changes_the_recipe(page, sculptor):
    from memoreez_desktop.ui.widgets.fields import Switch, TextField
    from memoreez_desktop.ui.widgets.length_field import LengthField
    from memoreez_desktop.ui.widgets.tiles import Segmented

    page.shop.journey.conceptChosen.emit(PLAN)
    form = page.panel.form
    form.findChild(Segmented)._chosen("sharp")
    form.findChild(Switch).click()
    line = form.findChild(TextField)
    line.setText("fish")
    line.editingFinished.emit()
    form.findChild(LengthField).setValue(5)
    page.settle()
    assert dict(sculptor.built[-1].params) == {"edge": "sharp", "loop": True, "icon": "fish", "count": 5}
    assert not nameless_controls(page.panel)


def test_undo_and_redo_go_through_every_change_and_the_library_follows(page, sculptor):
    page.shop.journey.conceptChosen.emit(PLAN)
    assert not page.panel.undo.isEnabled()
    page.panel.size_section.field.setValue(90)
    page.settle()
    page.panel.undo.click()
    page.settle()
    assert page.view.mesh.extents_mm[2] == 60
    assert page.panel.size_section.field.value() == 60
    assert page.shop.library.keepsakes()[0].size_mm[2] == 60
    page.panel.redo.click()
    page.settle()
    assert page.view.mesh.extents_mm[2] == 90
    assert len(sculptor.built) == 2
    assert (page.panel.undo.isEnabled(), page.panel.redo.isEnabled()) == (True, False)


def test_words_that_cannot_be_written_are_told_beside_them_and_the_model_stays(page):
    page.shop.journey.conceptChosen.emit(PLAN)
    page.panel.text.lines[0].setText("NO")
    page.panel.text.lines[0].textEdited.emit("NO")
    page.settle()
    assert page.view.mesh.extents_mm[2] == 60
    assert "no font" in page.panel._trouble.text()
    assert not page.panel._trouble_box.isHidden()
    assert page.shop.messages == []
    page.panel.text.lines[0].setText("KARL")
    page.panel.text.lines[0].textEdited.emit("KARL")
    page.settle()
    assert page.panel._trouble_box.isHidden()


def test_findings_are_sentences_with_pins_show_and_fix(page, sculptor):
    page.shop.journey.conceptChosen.emit(PLAN)
    (row,) = page.panel.findings.rows
    assert [pin.label for pin in page.view.pins] == ["1"]
    row.show_button.click()
    assert list(page.view.faces) == [0, 1]
    sculptor.findings["findings"] = ()
    row.fix_button.click()
    page.settle()
    assert page.view.mesh.extents_mm[2] == 75
    assert page.panel.findings.rows == []
    assert page.panel.findings.badge.text == "Ready to print"
    assert page.view.pins == ()


def test_a_concept_that_cannot_be_made_goes_back_with_a_word(page):
    bad = replace(PLAN, recipe=replace(PLAN.recipe, story=Story("Karl", text_lines=("NO",))))
    page.shop.journey.conceptChosen.emit(bad)
    assert page.panel.state == "empty"
    assert page.shop.messages[-1].title == "These letters are in no font."
    assert page.shop.pages[-1] == "concepts"


def drop(panel, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel.dropEvent(event)
    return event


def test_a_dropped_model_is_read_repaired_and_can_be_resized(page, tmp_path):
    path = tmp_path / "My Bench.stl"
    save_mesh(box(10, 10, 20), path)
    drop(page.panel, tmp_path / "notes.txt", path)
    assert page.panel.state == "model"
    assert page.panel.bench.header.title.text() == "My Bench"
    assert page.panel.form.isHidden()
    assert page.panel.text.isHidden()
    page.panel.size_section.field.setValue(40)
    page.settle()
    np.testing.assert_allclose(page.view.mesh.extents_mm, (20, 20, 40), atol=1e-4)
    (row,) = page.shop.library.keepsakes()
    assert (row.title, row.plan.recipe.product_id) == ("My Bench", "own-model")


def test_a_file_that_is_no_model_is_refused_in_words(page, tmp_path):
    path = tmp_path / "broken.stl"
    path.write_bytes(b"not a model")
    page.panel.fileDropped.emit(path)
    assert page.panel.state == "empty"
    assert page.shop.messages[-1].level == "error"


def test_a_keepsake_from_the_library_can_be_changed_again(page, sculptor):
    from memoreez_desktop.ui.journey import Keepsake

    report = CheckReport(True, 1.0, (20, 30, 60), 1, 12, 600.0, ())
    page.shop.journey.set_keepsake(Keepsake("Old one", box(20, 30, 60), report, PLAN))
    assert page.panel.state == "model"
    assert sculptor.built == []
    page.panel.size_section.field.setValue(100)
    page.settle()
    assert page.view.mesh.extents_mm[2] == 100


def test_a_cancel_shows_again_what_was_there_before(held):
    held.shop.journey.conceptChosen.emit(PLAN)
    held.shop.workshop.runner.run_all()
    first = held.view.mesh
    held.shop.journey.conceptChosen.emit(replace(PLAN, id="card-2"))
    held.panel.making.cancel.click()
    held.shop.workshop.runner.run_all()
    assert held.panel.state == "model"
    assert held.view.mesh is first


def test_another_printer_is_laid_under_it_and_checked_again(page, sculptor):
    page.shop.journey.conceptChosen.emit(PLAN)
    sculptor.findings["findings"] = ()
    page.shop.keeper.change(printer_id="prusa-mini")
    assert page.view.printer.id == "prusa-mini"
    assert page.panel.findings.rows == []


def test_a_worker_that_fails_while_changing_leaves_everything_as_it_was(page, monkeypatch):
    page.shop.journey.conceptChosen.emit(PLAN)

    def crash(recipe, job):
        raise MeshError("No sound solid came out.", "Try another size.")

    monkeypatch.setattr("memoreez_desktop.services.make_sculpture.make_sculpture", crash)
    page.panel.size_section.field.setValue(120)
    page.settle()
    assert page.view.mesh.extents_mm[2] == 60
    assert "No sound solid" in page.panel._trouble.text()


def section(page, kind):
    """Return a section of steps by its class's name."""
    return next(s for s in page.presenter._stage._sections.sections if type(s).__name__ == kind)


def reopened(page, qtbot):
    """Open the newest keepsake in a studio of its own, as after another start of the program."""
    from memoreez_desktop.ui.journey import Keepsake

    (row,) = page.shop.library.keepsakes()
    mesh = page.shop.library.load_mesh(row.mesh_digest)
    again = Page.__new__(Page)
    again.shop, again.qtbot, again.view = page.shop, qtbot, FakeMeshView()
    again.panel = StudioPanel(page.shop.icon_book, again.view, QWidget())
    qtbot.addWidget(again.panel)
    page.shop.journey.keepsake = None
    again.presenter = StudioPresenter(again.panel, page.shop.workshop, again.panel)
    report = CheckReport(True, 1.0, mesh.extents_mm, 1, mesh.triangles, 600.0, ())
    page.shop.journey.set_keepsake(Keepsake(row.title, mesh, report, row.plan))
    again.settle()
    return again


def test_a_reopened_keepsake_has_its_steps_and_its_way_back(page, sculptor, qtbot):
    page.shop.journey.conceptChosen.emit(PLAN)
    section(page, "PedestalSection").choice.changed.emit("octagon")
    page.settle()
    page.panel.size_section.field.setValue(90)
    page.settle()
    page.panel.undo.click()
    page.settle()
    standing = page.view.mesh.digest
    again = reopened(page, qtbot)
    assert again.view.mesh.digest == standing
    assert section(again, "PedestalSection").choice.value == "octagon"
    assert "octagon" in again.panel.undo.toolTip().lower()
    assert section(again, "PedestalSection").note_of(0) is not None
    before = len(sculptor.built)
    again.panel.undo.click()
    again.settle()
    assert again.view.mesh.extents_mm == (20, 30, 60)
    for _ in range(2):
        again.panel.redo.click()
        again.settle()
    assert again.view.mesh.extents_mm[2] > 90
    assert not again.panel.redo.isEnabled()
    # Sculpted before, by the other one.
    assert len(sculptor.built) == before


def test_a_change_that_was_seen_and_never_finished_is_finished_when_it_is_opened_again(page, qtbot):
    page.shop.journey.conceptChosen.emit(PLAN)
    section(page, "PedestalSection").choice.changed.emit("round")
    qtbot.waitUntil(lambda: bool(page.view.quick_meshes), timeout=2000)
    page.presenter._building.stop()
    (row,) = page.shop.library.keepsakes()
    assert row.size_mm[2] == 60
    again = reopened(page, qtbot)
    assert again.view.mesh.extents_mm[2] > 60
    (row,) = page.shop.library.keepsakes()
    assert row.mesh_digest == again.view.mesh.digest


def test_a_concept_that_is_chosen_again_is_where_it_was_left(page):
    page.shop.journey.conceptChosen.emit(PLAN)
    page.panel.size_section.field.setValue(90)
    page.settle()
    page.shop.journey.conceptChosen.emit(PLAN)
    page.settle()
    assert page.view.mesh.extents_mm[2] == 90
    assert page.panel.undo.isEnabled()


def test_a_snapshot_is_kept_looked_at_and_gone_back_to(page):
    page.shop.journey.conceptChosen.emit(PLAN)
    snapshots = page.presenter._stage._snapshots.list
    page.panel.snapshots.click()
    assert snapshots.rows == []
    snapshots.name.setText("Plain")
    snapshots.keep.click()
    assert [row.card.name for row in snapshots.rows] == ["Plain"]
    page.panel.size_section.field.setValue(90)
    page.settle()
    snapshots.rows[0].look.click()
    assert page.view.mesh.extents_mm[2] == 60
    assert page.panel.compare.isChecked()
    page.panel.compare.click()
    assert page.view.mesh.extents_mm[2] == 90
    snapshots.rows[0].go.click()
    page.settle()
    assert page.view.mesh.extents_mm[2] == 60
    assert "Plain" in page.panel.undo.toolTip()
    page.panel.undo.click()
    page.settle()
    assert page.view.mesh.extents_mm[2] == 90
    page.panel.snapshots.click()
    snapshots.rows[0].remove.click()
    assert snapshots.rows == []
    snapshots.close()
    assert not nameless_controls(snapshots)


def test_the_raw_sculpture_is_looked_at_as_it_lies_and_nothing_is_changed(page):
    page.shop.journey.conceptChosen.emit(PLAN)
    section(page, "PedestalSection").choice.changed.emit("round")
    page.settle()
    standing = page.view.mesh
    page.panel.compare.click()
    assert page.view.mesh.extents_mm == (20, 30, 60)
    page.panel.compare.click()
    assert page.view.mesh is standing
    page.panel.compare.click()
    page.panel.size_section.field.setValue(70)
    page.settle()
    assert not page.panel.compare.isChecked()
    assert page.view.mesh.extents_mm[2] > 70


def test_a_concept_that_was_left_at_something_impossible_opens_at_what_can_be_made(page):
    page.shop.journey.conceptChosen.emit(PLAN)
    page.panel.text.lines[0].setText("NO")
    page.panel.text.lines[0].textEdited.emit("NO")
    page.settle()
    page.shop.journey.conceptChosen.emit(PLAN)
    page.settle()
    assert page.panel.state == "model"
    assert page.shop.messages[-1].title == "These letters are in no font."
    assert page.panel.redo.isEnabled()
    assert not page.panel.undo.isEnabled()


def test_a_brought_keepsake_from_before_there_were_histories_is_its_own_raw_sculpture(page):
    from memoreez_desktop.core.edition import own_edition
    from memoreez_desktop.ui.journey import Keepsake

    report = CheckReport(True, 1.0, (20, 30, 60), 1, 12, 600.0, ())
    mesh, plan = box(20, 30, 60), own_edition("Bench", "ab" * 32).plan
    page.shop.library.save_mesh(mesh)
    page.shop.journey.set_keepsake(Keepsake("Bench", mesh, report, plan))
    assert page.panel.state == "model"
    page.panel.size_section.field.setValue(90)
    page.settle()
    np.testing.assert_allclose(page.view.mesh.extents_mm, (30, 45, 90), atol=1e-3)
    (row,) = page.shop.library.keepsakes()
    assert row.concept_id == plan.id
