"""The place of the view: it remembers, it falls back, it never crashes."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport import host as host_module
from memoreez_desktop.ui.viewport.api import SectionPlane
from memoreez_desktop.ui.viewport.host import ViewportHost
from memoreez_desktop.ui.viewport.probe import GlFacts, probe_gl
from memoreez_desktop.ui.viewport.soft_view import SoftView
from memoreez_desktop.ui.viewport.strip import ViewStrip
from memoreez_desktop.ui.viewport.toolpath_drawing import prepare_toolpaths
from tests.fakes.inline_workshop import InlineWorkshop
from tests.fakes.made_solids import ball, box, square_paths

PRINTER = PrinterProfile("p", "Good Printer", 220, 210, 250)


@pytest.fixture
def shop(tmp_path, qapp):
    made = InlineWorkshop(tmp_path)
    yield made
    made.close()


@pytest.fixture
def pictures(monkeypatch):
    """Stands in for the clay picture; notes from where it was asked for."""
    asked = []

    def draw(mesh, camera, size_px, colour, kept, job):
        asked.append((mesh.triangles, camera.azimuth_deg, camera.elevation_deg, colour, kept))
        return np.full((size_px, size_px, 4), 200, np.uint8)

    monkeypatch.setattr(host_module, "clay_picture", draw)
    return asked


def shown(shop, qtbot, **more):
    host = ViewportHost(shop.workshop, shop.theme_book, **more)
    qtbot.addWidget(host)
    host.resize(600, 500)
    host.show()
    qtbot.waitUntil(lambda: host.canvas is not None, timeout=3000)
    return host


def test_where_no_widget_can_have_opengl_the_probe_says_no(qapp):
    if qapp.platformName() != "offscreen":
        pytest.skip("this platform has OpenGL widgets")
    assert probe_gl() == GlFacts(False)


def test_without_opengl_there_is_a_picture_a_sentence_and_it_can_be_turned(shop, qtbot, pictures):
    host = ViewportHost(shop.workshop, shop.theme_book, probe=lambda: GlFacts(False))
    qtbot.addWidget(host)
    host.show_bed(PRINTER)
    host.show_mesh(box(), "gold")
    host.show_ruler(True)
    assert host.canvas is None
    host.resize(600, 500)
    host.show()
    qtbot.waitUntil(lambda: isinstance(host.canvas, SoftView), timeout=3000)
    assert pictures[-1][0] == 12
    assert pictures[-1][3] == "gold"
    before = pictures[-1][1]
    view = host.canvas
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 250))
    qtbot.mouseMove(view, QPoint(340, 250))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(340, 250))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert pictures[-1][1] != before
    assert not host.screenshot().isNull()


def test_the_picture_view_shows_layers_from_above(shop, qtbot, pictures):
    host = shown(shop, qtbot, probe=lambda: GlFacts(False))
    drawing = prepare_toolpaths(square_paths(8), PRINTER)
    host.show_toolpaths(drawing)
    host.set_layer(3)
    image = host.screenshot()
    wall = shop.theme_book.color("toolpath_outer_wall").rgb()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert wall in colours


def test_a_picture_that_cannot_be_drawn_leaves_the_view_alive(shop, qtbot, monkeypatch):
    def refuse(*_arguments):
        raise MeshError("There is nothing to draw.")

    monkeypatch.setattr(host_module, "clay_picture", refuse)
    host = shown(shop, qtbot, probe=lambda: GlFacts(False))
    host.show_mesh(box())
    host.view("top")
    assert not host.screenshot().isNull()


def test_libraries_that_cannot_be_imported_give_the_picture(shop, qtbot, pictures, monkeypatch):
    def broken(_job):
        raise MeshError("no PyVista")

    monkeypatch.setattr(host_module, "import_libraries", broken)
    host = shown(shop, qtbot, probe=lambda: GlFacts(True))
    assert isinstance(host.canvas, SoftView)


def test_a_driver_that_ended_the_program_last_time_is_not_tried_again(shop, qtbot, pictures, monkeypatch):
    marker = shop.workshop.cache_folder / "3d-view-starting"
    marker.parent.mkdir(parents=True)
    marker.touch()
    monkeypatch.setattr(host_module, "import_libraries", lambda job: pytest.fail("tried"))
    host = shown(shop, qtbot, probe=lambda: GlFacts(True))
    assert isinstance(host.canvas, SoftView)
    assert not marker.exists()


def test_the_strip_speaks_to_the_view_and_gives_way_on_narrow_windows(shop, qtbot):
    from memoreez_desktop.ui.viewport.fake import FakeMeshView

    view = FakeMeshView()
    strip = ViewStrip(shop.icon_book, view)
    qtbot.addWidget(strip)
    strip.resize(1000, 56)
    strip.show()
    strip.show_printer(PRINTER)
    assert view.printer == PRINTER
    assert "220 × 210" in strip.bed.text()
    strip.show_printer(PrinterProfile("g", "Generic 200 × 200", 200, 200, 250))
    assert strip.bed.text() == "Generic 200 × 200 mm"
    strip.show_printer(PRINTER)
    strip.look("top")
    strip.ruler.click()
    strip.coin.click()
    assert (view.views, view.ruler, view.coin) == (["top"], True, True)
    assert strip.ruler.text()
    strip.resize(560, 56)
    assert not strip.ruler.text()
    assert strip.ruler.accessibleName()
    assert not strip.bed.isVisible()


def test_the_picture_is_cut_open_and_a_place_of_it_picked(shop, qtbot, pictures):
    host = shown(shop, qtbot, probe=lambda: GlFacts(False))
    solid, picked, left = box(20, 20, 20), [], []
    host.show_quick(solid)
    host.view("front")
    host.show_section(SectionPlane("y", 0.5))
    origin, normal = pictures[-1][4]
    assert (origin[1], normal[1]) == (0, 1)
    host.show_section(None)
    assert pictures[-1][4] is None
    host.pick_mode(lambda face, point: picked.append((face, point)), "", lambda: left.append(1))
    view = host.canvas
    middle = view._square().center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert picked == []
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    face, point = picked[0]
    assert point[1] == pytest.approx(-10, abs=1e-3)
    assert (solid.vertices[solid.faces[face]][:, 1] == -10).all()
    host.pick_mode(lambda *_: None, "", lambda: left.append(1))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert left == [1]


def test_half_a_ball_is_drawn_in_clay_where_the_whole_stood():
    from memoreez_desktop.core.job import JobContext
    from memoreez_desktop.core.product import Camera
    from memoreez_desktop.ui.viewport.clay_picture import clay_picture

    solid, camera = ball(24), Camera(-90, 10)
    whole = clay_picture(solid, camera, 64, "sage", None, JobContext())
    kept = (np.array([0, 0, 20.0]), np.array([0, 0, -1.0]))
    half = clay_picture(solid, camera, 64, "sage", kept, JobContext())
    solid_rows = [np.flatnonzero((picture[..., 3] > 250).any(axis=1)) for picture in (whole, half)]
    assert solid_rows[1].max() == solid_rows[0].max()
    assert solid_rows[1].min() > solid_rows[0].min() + 15
    open_box = MeshModel(box().vertices, box().faces[2:])
    assert clay_picture(open_box, camera, 32, "sage", kept, JobContext()).shape == (32, 32, 4)


def test_where_nothing_can_be_turned_by_hand_it_is_said(shop, qtbot, pictures):
    host = shown(shop, qtbot, probe=lambda: GlFacts(False))
    host.show_mesh(box())
    calm = host.screenshot()
    host.turn_mode(lambda *_: None)
    assert host.screenshot() != calm
    host.turn_mode(None)
    assert host.screenshot() == calm
