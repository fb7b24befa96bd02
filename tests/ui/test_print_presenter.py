"""The Print page: slicing in the background, results kept, cards and files."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.errors import DoesNotFitError
from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.gcode import GcodeStats, RoleUsage
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.printing.drives import Drive
from memoreez_desktop.slicing.api import SliceResult
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.print.panel import PrintPanel
from memoreez_desktop.ui.print.presenter import PrintPresenter
from memoreez_desktop.ui.viewport.fake import FakeMeshView
from tests.fakes.inline_workshop import HeldRunner, InlineWorkshop
from tests.fakes.made_solids import box, square_paths

STATS = GcodeStats(
    7740.0,
    10100.0,
    30.2,
    40,
    ((0, 0, 0), (20, 20, 8)),
    {
        "external_perimeter": RoleUsage(6000, 9000),
        "infill": RoleUsage(1000, 1100),
        "travel": RoleUsage(740, 0),
    },
)


def keepsake(product="icon-figurine", height_mm=20.0):
    report = CheckReport(True, 1.0, (1, 1, 1), 1, 12, 1.0, ())
    plan = ConceptPlan("a", "Gone fishing", "Medallion", Recipe(product, (), Story("Karl")), colour="teal")
    return Keepsake("Gone fishing", box(height_mm=height_mm), report, plan)


class Slicer:
    """Writes a small file at once, and counts."""

    def __init__(self):
        self.sliced = []
        self.error = None

    def __call__(self, mesh, settings, out, engine_id, job):
        self.sliced.append(settings)
        job.progress(0.5, "Slicing")
        if self.error:
            raise self.error
        out.write_text(f"G1 ; {settings.quality.id}\n")
        return SliceResult(out, STATS, engine_id)


@pytest.fixture
def slicer(monkeypatch):
    made = Slicer()
    monkeypatch.setattr("memoreez_desktop.services.slice_keepsake.slice_keepsake", made)
    monkeypatch.setattr(
        "memoreez_desktop.services.preview.read_toolpaths", lambda path, job: (STATS, square_paths(40))
    )
    return made


class Page:
    def __init__(self, shop, qtbot):
        self.shop, self.qtbot = shop, qtbot
        self.view = FakeMeshView()
        self.panel = PrintPanel(shop.icon_book, self.view, QWidget())
        qtbot.addWidget(self.panel)
        self.presenter = PrintPresenter(self.panel, shop.workshop, self.panel)

    def settle(self):
        """Do now what would be done after the pause."""
        if self.presenter._wait.isActive():
            self.presenter._wait.stop()
            self.presenter._wait.timeout.emit()


@pytest.fixture
def page(tmp_path, qtbot, slicer):
    shop = InlineWorkshop(tmp_path)
    yield Page(shop, qtbot)
    shop.close()


@pytest.fixture
def held(tmp_path, qtbot, slicer):
    shop = InlineWorkshop(tmp_path, HeldRunner())
    yield Page(shop, qtbot)
    shop.close()


def test_without_a_keepsake_the_page_says_what_it_is_for(page, slicer):
    assert page.panel.is_empty
    page.panel.empty.button.click()
    assert page.shop.pages == ["concepts"]
    assert slicer.sliced == []


def test_a_keepsake_is_sliced_by_itself_and_everything_is_shown(page):
    page.shop.journey.set_keepsake(keepsake())
    assert page.view.mesh is not None
    page.settle()
    numbers = [label.text() for label in page.panel.figures.numbers]
    assert numbers[:2] == ["2 h 09 min", "30 g"]
    assert "0.66" in numbers[2].replace(",", ".")
    assert page.view.drawing.layers == 40
    assert page.panel.badge.text.startswith("Sliced in")
    assert len(page.panel.legend._entries) == 3
    assert page.shop.journey.gcode.path.read_text() == "G1 ; standard\n"
    page.panel.layers.slider.setValue(12)
    assert page.view.layer == 11
    assert not nameless_controls(page.panel)


def test_it_waits_a_moment_after_the_last_change(page, slicer):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    for quality in ("fine", "draft", "strong"):
        page.panel.qualities._chosen(quality)
    assert page.presenter._wait.interval() == 1500
    assert len(slicer.sliced) == 1
    assert page.shop.journey.gcode is None
    assert page.view.drawing is None
    page.settle()
    assert [s.quality.id for s in slicer.sliced] == ["standard", "strong"]
    assert page.shop.keeper.settings.quality_id == "strong"


def test_what_was_sliced_before_is_not_sliced_again(page, slicer):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    page.panel.materials._chosen("petg")
    page.settle()
    page.panel.materials._chosen("pla")
    page.settle()
    assert [s.material.id for s in slicer.sliced] == ["pla", "petg"]
    assert page.panel.badge.text == "Sliced before"
    page.shop.journey.set_keepsake(keepsake(height_mm=21))
    page.settle()
    assert len(slicer.sliced) == 3


def test_known_times_stand_on_the_quality_tiles(page):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    tiles = {tile.spec.id: tile.spec.text for tile in page.panel.qualities._buttons.values()}
    assert tiles["standard"] == "0.20 · 2 h 09"
    assert tiles["fine"] == "0.12 mm"


def test_a_lithophane_is_sliced_solid_until_the_person_says_otherwise(page, slicer):
    page.shop.journey.set_keepsake(keepsake("lithophane"))
    page.settle()
    assert slicer.sliced[-1].quality.id == "lithophane"
    assert page.shop.keeper.settings.quality_id == "standard"
    page.panel.qualities._chosen("fine")
    page.settle()
    assert slicer.sliced[-1].quality.id == "fine"
    assert page.shop.keeper.settings.quality_id == "standard"


def test_supports_are_chosen_for_this_keepsake(page, slicer):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    assert page.panel.supports.value == "auto"
    page.panel.supports.button("off").click()
    page.settle()
    assert [s.quality.supports for s in slicer.sliced] == ["auto", "off"]
    page.shop.journey.set_keepsake(keepsake("lithophane"))
    page.settle()
    assert page.panel.supports.value == "off"
    page.panel.supports.button("on").click()
    page.settle()
    assert slicer.sliced[-1].quality.supports == "on"
    page.shop.journey.set_keepsake(keepsake())
    assert page.panel.supports.value == "auto"


def test_another_printer_changes_the_bed_and_slices_anew(page, slicer):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    page.panel.printer.setCurrentIndex(page.panel.printer.findData("prusa-mini"))
    page.settle()
    assert page.view.printer.id == "prusa-mini"
    assert slicer.sliced[-1].printer.id == "prusa-mini"
    assert "180 × 180" in page.panel.printer.second_line


def test_a_model_that_does_not_fit_is_told_in_words(page, slicer):
    slicer.error = DoesNotFitError("It is 300 mm wide.", "Make it smaller.")
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    assert page.panel._trouble.text() == "It is 300 mm wide. Make it smaller."
    assert page.panel.badge.text == "Cannot be sliced"
    assert not page.panel.export.save_accented.isEnabled()
    slicer.error = None
    page.panel.qualities._chosen("draft")
    page.settle()
    assert page.panel._trouble_box.isHidden()
    assert page.panel.export.save_accented.isEnabled()


def test_cancel_stops_until_it_is_asked_for_again(held, slicer):
    held.shop.workshop.runner.run_all()
    held.shop.journey.set_keepsake(keepsake())
    held.shop.workshop.runner.run_all()
    held.settle()
    assert not held.panel.stop.isHidden()
    held.panel.stop.click()
    held.shop.workshop.runner.run_all()
    assert slicer.sliced == []
    assert held.panel.badge.text == "Not sliced"
    held.panel.again.click()
    held.shop.workshop.runner.run_all()
    assert len(slicer.sliced) == 1
    assert held.shop.journey.gcode is not None


def test_a_change_while_slicing_stops_the_old_slicing(held, slicer):
    held.shop.workshop.runner.run_all()
    held.shop.journey.set_keepsake(keepsake())
    held.shop.workshop.runner.run_all()
    held.settle()
    held.panel.qualities._chosen("draft")
    held.settle()
    held.shop.workshop.runner.run_all()
    assert [s.quality.id for s in slicer.sliced] == ["draft"]


def test_a_file_is_saved_read_back_and_told(page, tmp_path, monkeypatch):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    asked = []

    def answer(parent, title, proposed, kinds):
        asked.append(proposed)
        return str(tmp_path / "Grüße.gcode"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page.panel.export.save_accented.click()
    assert Path(asked[0]).name == "Gone_fishing.gcode"
    (saved,) = tmp_path.glob("*.gcode")
    assert saved.read_text() == "G1 ; standard\n"
    assert page.shop.messages[-1].level == "good"
    assert saved.name in page.shop.messages[-1].title
    assert "read back" in page.panel.export._word.text().lower()
    assert page.shop.keeper.settings.last_folder == str(tmp_path)


def test_a_folder_that_is_gone_is_told_in_words(page, tmp_path):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    page.presenter._exporter.save_to(tmp_path / "gone" / "x.gcode")
    assert page.shop.messages[-1].level == "error"
    assert page.panel.export.save_accented.isEnabled()


def test_the_card_that_is_plugged_in_is_the_accented_way(page, tmp_path, monkeypatch):
    card = Drive(tmp_path, "KARL_SD", 14_200_000_000, 16_000_000_000, "vfat", True, True)
    locked = Drive(tmp_path / "b", "LOCKED", 1, 2, "vfat", True, False)
    plugged = [()]
    monkeypatch.setattr("memoreez_desktop.services.send_print.list_drives", lambda: plugged[0])
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    page.presenter._exporter.look()
    assert page.panel.export.cards == []
    assert not page.panel.export.save_accented.isHidden()
    plugged[0] = (card, locked)
    page.presenter._exporter.look()
    first, second = page.panel.export.cards
    assert "14.2 GB free" in first.second_line
    assert first.isEnabled()
    assert not second.isEnabled()
    assert page.panel.export.save_accented.isHidden()
    sent = []

    def send(gcode, link_id, target, name, job):
        from memoreez_desktop.printing.api import SendReceipt

        sent.append((gcode.read_text(), link_id, target, name))
        return SendReceipt(11, True, "Gone_fishing.gcode", target)

    monkeypatch.setattr("memoreez_desktop.services.send_print.send", send)
    first.click()
    assert sent == [("G1 ; standard\n", "drive", str(tmp_path), "Gone fishing")]
    assert "KARL_SD" in page.shop.messages[-1].title


def test_cards_are_looked_for_only_while_the_page_is_seen(page):
    clock = page.presenter._exporter._clock
    assert not clock.isActive()
    page.panel.show()
    assert clock.isActive()
    page.panel.hide()
    assert not clock.isActive()


def test_a_page_that_is_opened_late_slices_the_keepsake_that_is_already_there(tmp_path, qtbot, slicer):
    shop = InlineWorkshop(tmp_path)
    shop.journey.set_keepsake(keepsake())
    page = Page(shop, qtbot)
    assert page.presenter._wait.interval() == 0 or page.presenter._wait.remainingTime() == 0
    qtbot.waitUntil(lambda: shop.journey.gcode is not None, timeout=2000)
    shop.close()


def test_more_settings_are_closed_at_first_and_slice_anew(page, slicer):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    more = page.panel.more
    assert more._body.isHidden()
    more.heading.click()
    assert not more._body.isHidden()
    assert more.reset.isHidden()
    more.infill.patterns.button("gyroid").click()
    more.infill.density.setValue(40)
    more.walls.setValue(4)
    more.seam.setCurrentIndex(more.seam.findData("rear"))
    more.brim.setCurrentIndex(more.brim.findData("5"))
    more.plate_only.click()
    page.settle()
    quality = slicer.sliced[-1].quality
    assert (quality.fill_pattern, quality.fill_density_ratio, quality.perimeters) == ("gyroid", 0.4, 4)
    assert (quality.seam_position, quality.brim_type, quality.brim_width_mm) == ("rear", "outer_only", 5.0)
    assert quality.support_material_buildplate_only
    assert more.heading.aside == "6 changed"
    assert not nameless_controls(page.panel)
    more.reset.click()
    page.settle()
    assert more.heading.aside == ""
    assert more.walls.value() == quality.perimeters - 2
    assert len(slicer.sliced) == 2
    assert page.panel.badge.text == "Sliced before"


def test_what_cannot_be_is_said_beside_its_control(page, slicer):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    more = page.panel.more
    page.panel.supports.button("off").click()
    assert not more.plate_only.isEnabled()
    assert "switched off" in more.rows["support_material_buildplate_only"].hint.text()
    page.panel.supports.button("auto").click()
    assert more.plate_only.isEnabled()


def test_copies_are_arranged_and_sliced_together(page, slicer, monkeypatch):
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    more = page.panel.more
    assert "fit on this bed" in more.rows["copies"].hint.text()
    assert more.copies.maximum() > 20
    sizes = []
    arranged = slicer.__class__.__call__

    def remember(self, mesh, settings, out, engine_id, job):
        sizes.append(mesh.triangles)
        return arranged(self, mesh, settings, out, engine_id, job)

    monkeypatch.setattr(slicer.__class__, "__call__", remember)
    more.copies.setValue(3)
    page.settle()
    assert sizes == [36]
    more.copies.setValue(1)
    page.settle()
    assert page.panel.badge.text == "Sliced before"
    assert len(sizes) == 1


def test_what_the_slicer_did_by_itself_is_said_again_later(page, slicer, monkeypatch):
    note = say("A brim of {width:g} mm was added: it stands on little.", width=5.0)
    plain = slicer.__class__.__call__

    def noting(self, *work):
        return dataclasses.replace(plain(self, *work), notes=(note,))

    monkeypatch.setattr(slicer.__class__, "__call__", noting)
    page.shop.journey.set_keepsake(keepsake())
    page.settle()
    assert "A brim of 5 mm" in page.panel.figures.notes.text()
    page.panel.materials._chosen("petg")
    assert page.panel.figures.notes.isHidden()
    page.settle()
    page.panel.materials._chosen("pla")
    page.settle()
    assert page.panel.badge.text == "Sliced before"
    assert "A brim of 5 mm" in page.panel.figures.notes.text()
    assert page.shop.journey.gcode.notes == (note,)


def test_a_pause_is_set_where_one_looks_and_can_be_taken_away(page, slicer):
    page.shop.journey.set_keepsake(keepsake(height_mm=8.0))
    page.settle()
    layers, events = page.panel.layers, page.panel.events
    assert events.isHidden()
    layers.slider.setValue(1)
    assert not layers.pause.isEnabled()
    layers.slider.setValue(12)
    layers.pause.click()
    page.settle()
    (event,) = slicer.sliced[-1].events
    assert (event.kind, event.height_mm) == ("pause", pytest.approx(2.21))
    assert not events.isHidden()
    assert layers.slider.value() == 12
    assert layers.slider._marks == ((12, "pause"),)
    layers.slider.setValue(20)
    layers.colour.click()
    page.settle()
    assert [event.kind for event in slicer.sliced[-1].events] == ["pause", "color_change"]
    assert "before layer 20" in events.buttons[1].accessibleName()
    events.buttons[0].click()
    page.settle()
    assert [event.kind for event in slicer.sliced[-1].events] == ["color_change"]
    assert not nameless_controls(page.panel)
    page.shop.journey.set_keepsake(keepsake(height_mm=9.0))
    page.settle()
    assert slicer.sliced[-1].events == ()
    assert events.isHidden()


def test_real_slicer_real_figures(tmp_path, qtbot):
    """Nothing replaced: a box is sliced, read back, drawn and added up."""
    shop = InlineWorkshop(tmp_path)
    page = Page(shop, qtbot)
    page.shop.journey.set_keepsake(keepsake(height_mm=6.0))
    page.settle()
    result = shop.journey.gcode
    assert result.stats.filament_g == pytest.approx(20 * 30 * 6 * 1.24e-3 * 0.6, rel=0.5)
    drawing = page.view.drawing
    assert drawing.layers == result.stats.layers
    np.testing.assert_allclose(np.ptp(drawing.bounds_mm, axis=0)[:2], (20, 30), atol=0.6)
    assert sum(usage.time_s for usage in result.stats.roles.values()) == pytest.approx(
        result.stats.time_s, rel=0.01
    )
    shop.close()
