"""The real 3D view, where there is OpenGL (Xvfb with Mesa, or a desktop)."""

import gc
import time

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QPoint, Qt

from memoreez_desktop.core.heat_map import ColourScale, HeatMap
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.api import Pin, SectionPlane
from memoreez_desktop.ui.viewport.host import ViewportHost, import_libraries
from memoreez_desktop.ui.viewport.probe import probe_gl
from memoreez_desktop.ui.viewport.soft_view import SoftView
from memoreez_desktop.ui.viewport.toolpath_drawing import prepare_toolpaths
from tests.fakes.inline_workshop import InlineWorkshop
from tests.fakes.made_solids import ball, box, square_paths

pytestmark = pytest.mark.gl
PRINTER = PrinterProfile("p", "P", 220, 220, 250)


@pytest.fixture
def shop(tmp_path, qapp):
    facts = probe_gl()
    if not facts.usable:
        pytest.skip(f"no OpenGL widgets on the platform {qapp.platformName()!r}")
    made = InlineWorkshop(tmp_path)
    yield made
    made.close()


@pytest.fixture
def host(shop, qtbot):
    made = ViewportHost(shop.workshop, shop.theme_book)
    qtbot.addWidget(made, before_close_func=lambda host: host.canvas and host.canvas.finish())
    made.resize(480, 400)
    made.show_bed(PRINTER)
    made.show()
    qtbot.waitUntil(lambda: made.canvas is not None, timeout=20000)
    assert not isinstance(made.canvas, SoftView)
    return made


def picture(host, qtbot):
    """What is on the screen once the camera and the light drawing have come to rest."""
    qtbot.wait(220)
    image = host.screenshot().convertToFormat(host.screenshot().format().Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def reddish(pixels):
    return int(((pixels[..., 0] - pixels[..., 2]) > 40).sum())


def test_a_model_stands_in_the_middle_in_its_colour(host, qtbot):
    assert reddish(picture(host, qtbot)) == 0
    host.show_mesh(box(40, 40, 40), "terracotta")
    seen = picture(host, qtbot)
    assert reddish(seen) > 0.1 * seen.shape[0] * seen.shape[1]
    assert reddish(seen[190:210, 230:250]) == 400
    assert host.canvas.works()
    host.clear()
    assert reddish(picture(host, qtbot)) == 0


def test_points_that_see_no_sky_are_darker(host, qtbot):
    host.show_mesh(box(40, 40, 40), "terracotta")
    bright = picture(host, qtbot)[180:220, 220:260].mean()
    points = host.canvas._model.full.actor.GetMapper().GetInput().GetNumberOfPoints()
    host.canvas.show_daylight(np.zeros(points, np.float32))
    assert picture(host, qtbot)[180:220, 220:260].mean() < 0.7 * bright


def test_dragging_turns_and_the_wheel_zooms(host, qtbot):
    host.show_mesh(box(40, 10, 20), "terracotta")
    before = picture(host, qtbot)
    canvas = host.canvas._canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(240, 200))
    for x in range(240, 340, 20):
        qtbot.mouseMove(canvas, QPoint(x, 200))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 200))
    turned = picture(host, qtbot)
    assert np.abs(turned - before).mean() > 1
    assert canvas.turntable.axes()[1][2] > 0
    near = canvas.turntable.distance_mm
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.turntable.distance_mm < near
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    np.testing.assert_allclose(picture(host, qtbot), before, atol=12)


def test_a_large_model_is_turned_with_its_light_copy_and_rests_in_full(host, qtbot):
    host.show_mesh(ball(330), "sage")
    picture(host, qtbot)
    model, canvas = host.canvas._model, host.canvas._canvas
    canvas.moved(canvas.turntable.orbited(10, 0))
    assert (model.full.actor.GetVisibility(), model.light.actor.GetVisibility()) == (0, 1)
    qtbot.wait(300)
    assert (model.full.actor.GetVisibility(), model.light.actor.GetVisibility()) == (1, 0)


def test_layers_come_and_go_without_rebuilding_what_is_below(host, qtbot):
    host.show_mesh(box(20, 20, 8), "blue")
    host.show_toolpaths(prepare_toolpaths(square_paths(40), PRINTER))
    host.view("front")
    whole = reddish(picture(host, qtbot))
    chunks = host.canvas._paths._chunks
    untouched = [shell.data.GetLines() for _chunk, shell, _inside in chunks[:4]]
    host.set_layer(19)
    half = reddish(picture(host, qtbot))
    assert 0.3 * whole < half < 0.8 * whole
    assert all(
        shell.data.GetLines() is cells
        for cells, (_chunk, shell, _inside) in zip(untouched, chunks[:4], strict=True)
    )
    host.set_layer(39)
    assert reddish(picture(host, qtbot)) == pytest.approx(whole, rel=0.02)
    host.show_toolpaths(None)
    assert reddish(picture(host, qtbot)) < whole / 10


def test_faces_of_a_finding_are_coloured_and_the_camera_goes_there(host, qtbot):
    host.show_mesh(box(60, 60, 60), "blue")
    before = picture(host, qtbot)
    canvas = host.canvas._canvas
    away = canvas.turntable
    mesh = box(60, 60, 60)
    left = np.flatnonzero((mesh.vertices[mesh.faces][:, :, 0] == -30).all(axis=1))
    host.highlight_faces(left)
    assert reddish(picture(host, qtbot)) > 1000 > reddish(before)
    assert canvas.turntable.eye_mm[0] < -30
    assert canvas.turntable != away
    host.highlight_faces(np.empty(0, int))
    assert reddish(picture(host, qtbot)) < 1000


def test_rulers_coin_and_pins_are_painted_and_the_theme_changes(host, qtbot, shop):
    host.show_mesh(box(), "cream")
    plain = picture(host, qtbot)
    host.show_ruler(True)
    host.show_coin(True)
    host.show_pins([Pin("1", (0, 0, 10), "err")])
    host.view("home")
    assert np.abs(picture(host, qtbot) - plain).mean() > 0.5
    mode = shop.theme_book.mode
    try:
        for wanted in ("dark", "light"):
            shop.theme_book.set_mode(wanted)
            corner = picture(host, qtbot)[4, 4]
            top = shop.theme_book.color("viewport_top")
            np.testing.assert_allclose(corner, [top.red(), top.green(), top.blue()], atol=14)
    finally:
        shop.theme_book.set_mode(mode)


def test_what_is_said_before_the_view_is_there_is_seen_afterwards(shop, qtbot):
    made = ViewportHost(shop.workshop, shop.theme_book)
    qtbot.addWidget(made, before_close_func=lambda host: host.canvas and host.canvas.finish())
    made.resize(480, 400)
    made.show_bed(PRINTER)
    made.show_mesh(box(40, 40, 40), "terracotta")
    made.view("front")
    made.show()
    qtbot.waitUntil(lambda: made.canvas is not None, timeout=20000)
    assert reddish(picture(made, qtbot)) > 10000
    assert made.canvas._canvas.turntable.azimuth_deg == -90
    marker = shop.workshop.cache_folder / "3d-view-starting"
    qtbot.waitUntil(lambda: not marker.exists(), timeout=3000)


def test_twenty_views_made_and_taken_away_leave_no_crash_and_little_memory(shop, qtbot):
    from memoreez_desktop.core.job import JobContext

    import_libraries(JobContext())
    process = psutil.Process()
    used = []
    for _ in range(20):
        made = ViewportHost(shop.workshop, shop.theme_book)
        made.resize(200, 160)
        made.show_bed(PRINTER)
        made.show_mesh(box(), "gold")
        made.show()
        qtbot.waitUntil(lambda made=made: made.canvas is not None, timeout=20000)
        qtbot.wait(30)
        made.canvas.finish()
        made.close()
        made.deleteLater()
        del made
        qtbot.wait(1)
        gc.collect()
        used.append(process.memory_info().rss)
    assert used[-1] - used[4] < 60_000_000


def test_a_hundred_small_movements_draw_at_most_once_each(host, qtbot):
    host.show_mesh(box(), "teal")
    picture(host, qtbot)
    canvas, drawn = host.canvas._canvas, []
    paint = canvas.overlay
    canvas.overlay = lambda painter: (drawn.append(time.monotonic()), paint(painter))
    for _ in range(100):
        canvas.place(canvas.turntable.orbited(1, 0))
    qtbot.wait(100)
    assert 1 <= len(drawn) <= 3


def test_a_map_colours_every_face_and_a_new_model_is_plain_again(host, qtbot):
    solid = box(40, 40, 40)
    host.show_mesh(solid, "sage")
    plain = reddish(picture(host, qtbot))
    scale = ColourScale("two", ((0.0, (20, 60, 200)), (1.0, (230, 30, 10))))
    values = np.ones(solid.triangles, np.float32)
    host.show_map(HeatMap("thickness", "Thickness", "mm", values, scale))
    red = picture(host, qtbot)
    host.show_map(HeatMap("thickness", "Thickness", "mm", values * 0, scale))
    blue = picture(host, qtbot)
    assert reddish(red) > 5000 > plain + reddish(blue)
    assert int(((blue[..., 2] - blue[..., 0]) > 40).sum()) > 5000
    host.show_map(None)
    assert reddish(picture(host, qtbot)) <= plain + 50
    host.show_map(HeatMap("thickness", "Thickness", "mm", values, scale))
    host.show_mesh(box(30, 30, 30), "sage")
    assert reddish(picture(host, qtbot)) <= plain + 50


def test_a_map_stays_while_a_large_model_turns(host, qtbot):
    solid = ball(400)
    assert solid.triangles > 200_000
    host.show_mesh(solid, "sage")
    qtbot.waitUntil(lambda: host.canvas._model.light.is_there, timeout=20000)
    scale = ColourScale("one", ((0.0, (230, 30, 10)), (1.0, (230, 30, 10))))
    host.show_map(HeatMap("overhang", "Overhang", "deg", np.zeros(solid.triangles, np.float32), scale))
    host.canvas._model.show_light(True)
    assert reddish(picture(host, qtbot)) > 5000


def test_a_quick_exchange_keeps_the_camera_and_what_is_known_of_the_shade(host, qtbot):
    host.show_mesh(box(40, 40, 40), "terracotta")
    picture(host, qtbot)
    canvas, model = host.canvas._canvas, host.canvas._model
    canvas.moved(canvas.turntable.orbited(33, 5))
    here = canvas.turntable
    colours = model.full.actor.GetMapper().GetInput().GetPointData().GetScalars()
    host.show_quick(box(40, 40, 40), "terracotta")
    seen = picture(host, qtbot)
    assert canvas.turntable == here
    again = model.full.actor.GetMapper().GetInput().GetPointData().GetScalars()
    assert again is not colours
    assert [again.GetTuple(k) for k in range(24)] == [colours.GetTuple(k) for k in range(24)]
    host.show_quick(box(20, 20, 20), "terracotta")
    assert reddish(picture(host, qtbot)) < 0.6 * reddish(seen)


def test_a_section_shows_the_inside_and_leaves_the_model_whole(host, qtbot):
    host.show_mesh(box(40, 40, 40), "terracotta")
    host.view("front")
    whole = picture(host, qtbot)
    host.show_section(SectionPlane("z", 0.5))
    host.view("front")
    half = reddish(picture(host, qtbot))
    assert 0.4 * reddish(whole) < half < 0.6 * reddish(whole)
    host.show_section(SectionPlane("y", 0.5))
    cut = picture(host, qtbot)
    # The cut is even: one colour without light or shade.
    assert np.ptp(cut[180:220, 220:260].reshape(-1, 3), axis=0).max() <= 6
    host.show_mesh(box(40, 40, 40), "terracotta")
    assert np.abs(picture(host, qtbot) - cut).mean() < 1
    host.show_section(None)
    np.testing.assert_allclose(picture(host, qtbot)[200, 240], whole[200, 240], atol=12)


def test_the_handle_of_the_section_is_dragged(host, qtbot):
    told = []
    host.show_mesh(box(40, 40, 40), "terracotta")
    host.show_section(SectionPlane("x", 0.5), told.append)
    picture(host, qtbot)
    canvas = host.canvas._canvas
    tool = canvas._tools[0]
    grip = canvas.to_screen(tool._grip()).toPoint()
    away = canvas.to_screen(tool._grip() + np.array([10.0, 0, 0])).toPoint()
    before = canvas.turntable
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(canvas, away)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=away)
    assert told[-1].at_ratio == pytest.approx(0.75, abs=0.05)
    assert canvas.turntable == before


def test_one_click_picks_a_face_and_escape_leaves(host, qtbot):
    solid, picked, left = box(40, 40, 40), [], []
    host.show_mesh(solid, "terracotta")
    host.view("front")
    picture(host, qtbot)
    canvas = host.canvas._canvas
    host.pick_mode(lambda face, point: picked.append((face, point)), "Click", lambda: left.append(1))
    qtbot.mouseMove(canvas, QPoint(240, 200))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert picked == []
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(240, 200))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(240, 200))
    assert len(picked) == 1
    face, point = picked[0]
    assert point[1] == pytest.approx(-20, abs=1e-3)
    assert (solid.vertices[solid.faces[face]][:, 1] == -20).all()
    host.pick_mode(lambda *_: None, "Click", lambda: left.append(1))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert left == [1]
    assert canvas._tools == ()


def test_a_ring_turns_the_picture_and_tells_once(host, qtbot):
    turned = []
    host.show_mesh(box(40, 10, 40), "terracotta")
    before = picture(host, qtbot)
    host.turn_mode(lambda axis, degrees: turned.append((axis, degrees)))
    canvas = host.canvas._canvas
    tool = canvas._tools[0]
    ring, near = tool._points(2)
    start = canvas.to_screen(ring[np.flatnonzero(near)[8]]).toPoint()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 40, 60):
        qtbot.mouseMove(canvas, start + QPoint(step, 0))
    assert turned == []
    assert np.abs(picture(host, qtbot) - before).mean() > 1
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert len(turned) == 1
    assert turned[0][0] == "z"
    assert 5 < abs(turned[0][1]) < 180
    host.turn_mode(None)
    assert np.abs(picture(host, qtbot) - before).mean() < 0.5


def test_edges_are_drawn_and_what_lies_over_is_painted_without_a_new_picture(host, qtbot):
    host.show_mesh(box(40, 40, 40), "terracotta")
    plain = picture(host, qtbot)
    host.show_wireframe(True)
    edged = picture(host, qtbot)
    assert np.abs(edged - plain).mean() > 0.3
    canvas, rendered = host.canvas._canvas, []
    canvas.renderer.AddObserver("EndEvent", lambda *_: rendered.append(1))
    canvas.touch_up()
    again = picture(host, qtbot)
    assert rendered == []
    np.testing.assert_allclose(again, edged, atol=2)
