"""Sculptures by a service: offered, ordered, waited for on a silhouette, and put in their place."""

from __future__ import annotations

import io
import os

import pytest
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.concept import Concept, ConceptPlan, ConceptStats, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.keepsake_steps import Size
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.geometry.mesh_files import stl_bytes
from memoreez_desktop.services.mesh_orders import raw_file
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.sculpture import jobs
from memoreez_desktop.ui.sculpture.history_dialog import HistoryDialog
from memoreez_desktop.ui.sculpture.offer_dialog import OfferDialog
from memoreez_desktop.ui.sculpture.orders import SculptureOrders
from memoreez_desktop.ui.sculpture.watch import FolderWatch
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.presenter import StudioPresenter
from memoreez_desktop.ui.viewport.fake import FakeMeshView
from tests.fakes.inline_workshop import InlineWorkshop
from tests.fakes.loopback import Reply, loopback
from tests.fakes.made_solids import box
from tests.fakes.mesh_services import hunyuan

(HUNYUAN,) = hunyuan.SERVICES
PLAN = ConceptPlan("card-1", "Tractor", "Cube", Recipe("cube", (), Story("Karl")))
DATA = stl_bytes(box(20.0, 30.0, 40.0))
STATS = ConceptStats((1.0, 1.0, 1.0), 12, 1.0, True, 1.0, 1.0)


def card_png() -> bytes:
    image = Image.new("RGBA", (256, 256), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((60, 30, 196, 226), fill=(190, 150, 110, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.fixture(autouse=True)
def quick_checks(monkeypatch):
    def check(mesh, printer, job):
        return CheckReport(True, 1.0, mesh.extents_mm, 1, mesh.triangles, 600.0, ())

    monkeypatch.setattr("memoreez_desktop.services.check_model.check_model", check)
    monkeypatch.setattr("memoreez_desktop.ui.studio.library_job.clay_png", lambda *a: b"\x89PNG picture")


class Page:
    """The Studio, the orders, and a service that can be held back."""

    def __init__(self, folder, qtbot, server):
        self.shop, self.qtbot, self.server = InlineWorkshop(folder), qtbot, server
        server.answer = HUNYUAN.answer(server, DATA)
        providers = {"hunyuan": {"base_url": server.url}}
        self.shop.keeper.change(sculptor_id="hunyuan", providers=providers, figure_height_mm=60.0)
        project = self.shop.journey.project_id = self.shop.library.start_project(Brief(Story("Karl")))
        self.shop.library.save_concept(project, Concept(PLAN, card_png(), STATS))
        self.orders = SculptureOrders(self.shop.workshop)
        self.offers = []
        self.orders.offered.connect(self.offers.append)

    def studio(self):
        panel = StudioPanel(self.shop.icon_book, FakeMeshView(), QWidget())
        self.qtbot.addWidget(panel)
        return panel, StudioPresenter(panel, self.shop.workshop, panel)

    def want(self):
        self.shop.journey.sculptureWanted.emit(PLAN)
        return self.offers[-1]

    @property
    def history(self):
        (order,) = self.shop.library.orders.history("mesh")
        return order, self.shop.library.editions.history("own-models", order.concept_id)


@pytest.fixture
def page(tmp_path, qtbot):
    with loopback({}) as server:
        made = Page(tmp_path, qtbot, server)
        yield made
        made.shop.close()


def test_nothing_is_sent_before_the_person_agrees(page):
    offered = page.want()
    assert offered.offer is not None
    assert offered.offer.usd == 0
    assert "European Union" in offered.offer.notice
    with Image.open(io.BytesIO(offered.prepared.square_png)) as sent:
        assert (sent.mode, sent.size[0]) == ("RGBA", sent.size[1])
    assert page.server.asked == []
    assert page.shop.library.orders.history("mesh") == ()


def test_without_a_service_it_is_said_where_to_choose_one(page):
    page.shop.keeper.change(sculptor_id="")
    offered = page.want()
    assert offered.offer is None
    dialog = OfferDialog(page.shop.icon_book, offered)
    page.qtbot.addWidget(dialog)
    assert not dialog.order.isEnabled()
    assert not nameless_controls(dialog)
    with page.qtbot.waitSignal(dialog.settings_wanted):
        dialog.services.click()


def test_a_sculpture_takes_its_placeholders_place_with_every_step_that_was_taken(page):
    _panel, presenter = page.studio()
    # While the service works, the person sets a size.
    chosen = []
    page.shop.journey.editionChosen.connect(chosen.append)
    begun = jobs.begin_job(page.want(), "fine", page.shop.workshop)(_job())
    page.shop.journey.editionChosen.emit(begun.edition)
    page.qtbot.waitUntil(lambda: not presenter.busy, timeout=8000)
    assert page.shop.journey.keepsake.mesh.extents_mm[2] == pytest.approx(60.0, rel=0.03)
    presenter._change(
        lambda edition: edition.with_steps(edition.steps.with_step(Size(height_mm=90.0))), "Size"
    )
    page.qtbot.waitUntil(lambda: not presenter.busy, timeout=8000)
    page.orders.bring(begun.order)
    page.qtbot.waitUntil(lambda: not presenter.busy, timeout=20_000)
    order, history = page.history
    assert order.state == "done"
    assert raw_file(page.shop.library, order).read_bytes() == DATA
    present = history.present.edition
    assert present.steps.first(Size) == Size(height_mm=90.0)
    assert present.repaired
    made = page.shop.journey.keepsake.mesh
    assert made.extents_mm[2] == pytest.approx(90.0, rel=1e-3)
    # The box of the service, not the ellipse of the picture.
    assert made.extents_mm[0] / made.extents_mm[1] == pytest.approx(20 / 30, rel=0.02)
    assert page.orders.ways == {}


def test_one_that_comes_while_nobody_looks_is_there_when_it_is_opened(page):
    begun = jobs.begin_job(page.want(), "normal", page.shop.workshop)(_job())
    from memoreez_desktop.core.edition import Entry

    page.shop.library.editions.add("own-models", begun.edition.plan.id, Entry(begun.edition))
    page.orders.bring(begun.order)
    order, history = page.history
    assert len(history.entries) == 2
    assert history.present.edition.raw_digest != begun.edition.raw_digest
    assert history.present.edition.factor == pytest.approx(60 / 40, rel=0.03)
    assert order.state == "done"


def test_what_fails_is_told_and_can_be_ordered_again_from_the_list(page):
    status, words = HUNYUAN.refuse["server"]
    page.server.answer = lambda asked: Reply.of_json(words, status)
    page.orders.order(page.want(), "draft")
    order = page.shop.library.orders.history("mesh")[0]
    assert order.state == "failed"
    assert any(message.level == "error" for message in page.shop.messages)
    window = QWidget()
    page.qtbot.addWidget(window)
    dialog = HistoryDialog(page.shop.icon_book, page.orders, page.shop.workshop, window)
    (line,) = dialog.lines
    assert set(line.buttons) == {"again"}
    assert not nameless_controls(dialog)
    page.server.answer = HUNYUAN.answer(page.server, DATA)
    page.orders.again(order)
    first, second = page.shop.library.orders.history("mesh")
    assert (first.state, second.state) == ("done", "failed")
    done = next(line for line in dialog.lines if line.order.state == "done")
    assert {"use", "raw", "again"} <= set(done.buttons)


def test_after_a_kill_the_next_start_fetches_what_was_accepted(page):
    begun = jobs.begin_job(page.want(), "normal", page.shop.workshop)(_job())
    orders = page.shop.library.orders
    from memoreez_desktop.core.remote import Price

    orders.reserve(begun.order.id, Price(0.0), 10.0)
    orders.submitting(begun.order.id)
    orders.accepted(begun.order.id, HUNYUAN.remote_id)
    page.shop.library._database.update("orders", {"owner": "1 0.0"}, "id = ?", begun.order.id)
    page.orders.take_up()
    order, _history = page.history
    assert order.state == "done"
    assert not page.server.calls("POST")


def test_a_picture_without_a_subject_is_refused_in_words(page):
    blank = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(blank, "PNG")
    page.shop.library.save_concept(page.shop.journey.project_id, Concept(PLAN, blank.getvalue(), STATS))
    page.shop.journey.sculptureWanted.emit(PLAN)
    assert page.offers == []
    assert page.shop.messages[-1].text
    assert not page.orders.preparing
    with pytest.raises(InputError):
        jobs.offer_job(ConceptPlan("none", "x", "y", Recipe("cube")), page.shop.workshop, "p")(_job())


def _job():
    from memoreez_desktop.core.job import JobContext

    return JobContext()


def test_a_model_that_another_program_puts_into_the_watched_folder_is_offered(page, tmp_path):
    folder = tmp_path / "from elsewhere"
    folder.mkdir()
    watch = FolderWatch(page.shop.workshop)
    page.shop.keeper.change(watched_folder=str(folder))
    (folder / "figure.stl").write_bytes(DATA)
    os.utime(folder / "figure.stl", (1.7e9, 1.7e9))
    watch.look()
    watch.look()
    message = page.shop.messages[-1]
    assert "figure.stl" in message.title
    brought = []
    page.shop.journey.modelBrought.connect(brought.append)
    message.action()
    assert brought == [folder / "figure.stl"]
    page.shop.keeper.change(watched_folder="")
