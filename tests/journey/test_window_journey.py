"""The whole journey in the real window: a photo or a story becomes G-code that can be read back."""

import re
from contextlib import closing

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from real_window import pixels

from memoreez_desktop.core.money import filament_cost
from memoreez_desktop.slicing.gcode.reader import read_gcode
from memoreez_desktop.ui.print.figures import cost_words, time_words, weight_words
from memoreez_desktop.ui.viewport.probe import probe_gl
from memoreez_desktop.ui.viewport.soft_view import SoftView

pytestmark = pytest.mark.gl


@pytest.fixture(autouse=True)
def _needs_gl(qapp):
    if not probe_gl().usable:
        pytest.skip(f"no OpenGL widgets on the platform {qapp.platformName()!r}")


def save(real, path):
    """Save through the page, under a name as the file dialog would give it."""
    printing = real.window.page("print")
    printing.presenter._exporter.save_to(path)
    real.wait(lambda: any("Read back" in m.text or "verglichen" in m.text for m in real.messages), "Saved")
    assert path.is_file()


def look_at_model(real, studio):
    """Check that the 3D view shows a model and not just its empty ground, and return how much of it."""
    real.wait(lambda: studio.view.canvas is not None, "the 3D view")
    assert not isinstance(studio.view.canvas, SoftView)
    real.idle()
    real.qtbot.wait(900)
    shown = studio.view.screenshot()
    seen = pixels(shown).astype(int)
    assert np.abs(real.on_screen(studio.view).astype(int) - seen).mean() < 12
    mesh = real.journey.keepsake.mesh
    studio.view.show_mesh(None)
    real.qtbot.wait(300)
    empty = pixels(studio.view.screenshot()).astype(int)
    studio.view.show_mesh(mesh)
    real.idle()
    return float((np.abs(seen - empty).max(axis=2) > 24).mean())


def test_a_photo_and_a_name_become_a_saved_print(start, astronaut, tmp_path):
    out = tmp_path / "card" / "karl.gcode"
    out.parent.mkdir()
    with start() as real:
        real.drop_photos(astronaut)
        real.wait(real.photo_rows, "the verdict")
        (row,) = real.photo_rows()
        assert (row.name, row.badge) == ("IMG_0815.jpg", "good")
        form = real.panel("story").form
        real.type(form.name, "Grandpa Karl")
        real.type(form.loves.line, "fishing,")
        assert form.loves.values == ("fishing",)
        real.create()
        assert real.window.current == "concepts"
        assert len(real.cards) == 8
        real.wait(real.settled, "the cards")
        assert len(real.filled()) == 8
        assert set(real.kept_when_shown) == {card.key for card in real.cards}
        assert all(real.kept_when_shown.values())
        products = [card.plan.recipe.product_id for card in real.cards]
        assert len({id for id in products if id.startswith(("lithophane", "relief"))}) >= 3
        real.sculpt(products.index("relief-medallion"))
        studio = real.panel("studio")
        assert look_at_model(real, studio) > 0.04
        real.slice()
        result = real.journey.gcode
        figures = [label.text() for label in real.panel("print").figures.numbers]
        save(real, out)
        told, paths = read_gcode(out)
        assert out.read_bytes() == result.path.read_bytes()
        assert figures == [
            time_words(told.time_s),
            weight_words(told.filament_g),
            cost_words(told.filament_g, real.window.page("print").presenter.settings.material.price_per_kg),
        ]
        assert len(paths.start_mm) > 1000
        size = real.journey.keepsake.mesh.extents_mm
        spread = np.ptp(np.array(told.bounds_mm), axis=0)
        assert spread[2] == pytest.approx(size[2], abs=0.35)
        before = [(card.key, card.picture_png) for card in real.cards]
        title, digest = real.journey.keepsake.title, real.journey.keepsake.mesh.digest
    with start() as again:
        again.wait(lambda: len(again.filled()) == 8, "the cards of before")
        assert again.window.current == "concepts"
        assert [(card.key, card.picture_png) for card in again.cards] == before
        assert again.panel("story").form.name.text() == "Grandpa Karl"
        shelf = again.go("library").view.model()
        again.wait(shelf.rowCount, "the keepsake on its shelf")
        assert shelf.index(0).data() == title
        with closing(again.library()) as library:
            (kept,) = library.keepsakes()
        assert (kept.title, kept.mesh_digest) == (title, digest)
        assert kept.gcode is not None
        assert kept.gcode.read_bytes() == out.read_bytes()


def test_a_story_told_in_german_becomes_a_print(start, tmp_path):
    with start(language="de") as real:
        form = real.go("story").form
        assert form.name.accessibleName() == "Name"
        real.type(form.name, "Oma Käthe")
        real.type(form.loves.line, "Gärtnern, Kaffee,")
        real.type(form.quirk, "Summt beim Kochen")
        real.create()
        real.wait(lambda: len(real.filled()) >= 3, "three cards")
        assert real.panel("concepts").title.text() == "Ideen für Oma Käthe"
        assert all(real.kept_when_shown.values())
        products = {card.plan.recipe.product_id for card in real.cards}
        assert not {id for id in products if id.startswith(("lithophane", "relief"))}
        row = next(row for row, card in enumerate(real.cards) if card.state == "ready")
        real.sculpt(row)
        studio = real.panel("studio")
        assert look_at_model(real, studio) > 0.02
        real.slice()
        time_text, weight, cost = (label.text() for label in real.panel("print").figures.numbers)
        price = real.window.page("print").presenter.settings.material.price_per_kg
        euros = filament_cost(real.journey.gcode.stats.filament_g, price)
        assert cost.split() == [f"{euros:.2f}".replace(".", ","), "€"]
        assert QLocale().language() == QLocale.Language.German
        assert re.search(r"\d", time_text + weight)
        save(real, tmp_path / "käthe.gcode")
        assert any(m.text == "Zurückgelesen und verglichen." for m in real.messages), real.messages
