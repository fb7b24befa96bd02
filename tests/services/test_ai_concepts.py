"""From a story to cards drawn by a service: ordered once, kept as they came, made into keepsakes."""

import io
import threading

import cv2
import numpy as np
import pytest
from PIL import Image

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.errors import Cancelled, MeshError, RefusedError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ConceptPrompt, PartialPicture, ProviderValues, ServiceError
from memoreez_desktop.core.story import Brief, PhotoRef, Story
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.services.ai_concepts import (
    bring_picture,
    export_png,
    order_again,
    plan_pictures,
    shape_concept,
    write_prompts,
)
from memoreez_desktop.services.ai_orders import PictureService
from memoreez_desktop.services.ai_origin import Origin, licence_of, png_with_origin
from memoreez_desktop.services.ai_photo import photo_for_service
from memoreez_desktop.services.ai_pictures import shape_picture
from memoreez_desktop.services.make_sculpture import make_sculpture
from memoreez_desktop.storage import remote_jobs
from memoreez_desktop.storage.library import Library
from tests.fakes.image_services.service import KEY, b64
from tests.fakes.loopback import Asked, Reply, loopback
from tests.services.ordering_program import draw, light_shape, resume

BRIEF = Brief(Story("Karl", passions=("fishing", "tractors"), occasion="birthday"), seed=5)
PROMPTS = (
    ConceptPrompt("Happy fishing", "whimsical", "a chubby clay fisherman"),
    ConceptPrompt("Simply a tractor", "icon", "a thick emblem of a tractor"),
)
OPENAI, BFL = "/images/generations", "/flux-2-klein-4b"


def clay(form="PNG"):
    """A shaded figure on a pedestal, alone on white."""
    image = np.full((512, 512), 255, np.uint8)
    shade = np.tile(np.linspace(90, 190, 512).astype(np.uint8), (512, 1))
    mask = np.zeros_like(image)
    cv2.circle(mask, (256, 150), 80, 1, -1)
    cv2.ellipse(mask, (256, 300), (110, 130), 0, 0, 360, 1, -1)
    cv2.rectangle(mask, (130, 390), (382, 460), 1, -1)
    image[mask > 0] = cv2.GaussianBlur(shade, (0, 0), 3)[mask > 0]
    out = io.BytesIO()
    Image.fromarray(image).convert("RGB").save(out, form)
    return out.getvalue()


DATA = clay()


class Counter:
    """Answers as two services at once; what is in ``spoil`` goes first."""

    def __init__(self, data=DATA):
        self.data, self.spoil, self.url = data, {}, ""

    def __call__(self, asked: Asked) -> Reply:
        for end, reply in self.spoil.items():
            if asked.path.endswith(end):
                return reply(asked) if callable(reply) else reply
        if asked.path.endswith(OPENAI):
            return Reply.of_json({"data": [{"b64_json": b64(self.data)}]})
        if asked.path.endswith(BFL):
            return Reply.of_json({"id": "t", "polling_url": f"{self.url}/get_result?id=t", "cost": 1.4})
        if asked.path == "/get_result":
            return Reply.of_json({"status": "Ready", "result": {"sample": f"{self.url}/cdn/x"}})
        return Reply(200, self.data)


class Room:
    def __init__(self, library, server, counter, generator_id, cap):
        self.library, self.server, self.counter = library, server, counter
        plain = {"base_url": server.url, "stream": False}
        self.service = PictureService(
            generator_catalog().get(generator_id),
            ProviderValues(plain, {"key": KEY}),
            HttpWire(NetworkRules(allow_private=True)),
            cap,
        )
        self.project = library.start_project(BRIEF)
        self.partials = []
        self.token = CancelToken()
        self.job = JobContext(self.token, None, self.partials.append)
        self.plans = plan_pictures(library, self.project, BRIEF, PROMPTS, self.service)

    def draw(self, number=0, **options):
        card = self.plans[number].id
        return draw(self.library, self.project, card, self.service, self.job, **options)

    def last(self, number=0):
        return self.library.orders.of_card(self.project, self.plans[number].id)[0]

    def card(self, number=0):
        return self.library.concepts(self.project)[number]

    @property
    def posts(self):
        return len(self.server.calls("POST"))


@pytest.fixture
def room(tmp_path):
    rooms, servers = [], []

    def make(generator_id="openai-images", cap=10.0):
        counter = Counter()
        context = loopback(counter)
        server = context.__enter__()
        servers.append(context)
        counter.url = server.url
        rooms.append(Room(Library(tmp_path / "library"), server, counter, generator_id, cap))
        return rooms[-1]

    yield make
    for made in rooms:
        made.library.close()
    for context in servers:
        context.__exit__(None, None, None)


def test_a_story_becomes_a_card_that_can_be_made(room, tmp_path):
    made = room()
    written = write_prompts(
        writer_catalog().get("template"),
        BRIEF.story,
        2,
        5,
        ProviderValues(),
        made.service.wire,
        made.job,
    )
    assert [prompt.character for prompt in written] == ["whimsical", "heroic"]
    concept = made.draw(shape=shape_picture)
    assert made.partials == [PartialPicture(DATA)]
    assert concept.plan.recipe.product_id == "relief-figurine"
    assert concept.plan.recipe.photo.path.read_bytes() == DATA
    assert concept.stats.watertight
    row = made.card()
    assert row.plan == concept.plan
    assert row.plan.title == "Happy fishing"
    assert row.plan.provider == "openai-images"
    assert (row.picture_png, row.stats is None, row.failure) == (concept.picture_png, False, None)
    # What the studio does with any card.
    sculpture = make_sculpture(row.plan.recipe, made.job)
    assert sculpture.mesh.triangles > 1000
    target = tmp_path / "card.png"
    export_png(made.library, made.last(), "OpenAI", target)
    with Image.open(target) as exported, Image.open(io.BytesIO(DATA)) as came:
        assert np.array_equal(np.asarray(exported), np.asarray(came))
        assert exported.text["Description"] == PROMPTS[0].prompt
        assert exported.text["Title"] == "Happy fishing"
        assert "gpt-image" in exported.text["Source"]
        assert exported.text["Copyright"]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_kept_byte_for_byte_with_its_facts(room, form):
    made = room("bfl")
    made.counter.data = clay(form)
    made.draw(1)
    order = made.last(1)
    assert order.state == "done"
    assert made.library.objects.read(order.picture, order.picture_suffix) == made.counter.data
    assert order.cost_usd == pytest.approx(0.014)
    assert (order.model, order.licence.split(";")[0]) == ("flux-2-klein-4b", "model Apache-2.0")
    with Image.open(io.BytesIO(made.card(1).picture_png)) as card:
        assert (card.size, card.mode) == ((512, 512), "RGBA")
        assert card.text["Cost"] == "0.014000 USD"
    (spent,) = made.library.spending.rows()
    assert (spent.provider, spent.usd, spent.uncertain_usd) == ("bfl", pytest.approx(0.014), 0.0)


def test_a_refusal_costs_nothing_says_why_and_can_be_tried_again(room):
    made = room()
    made.counter.spoil[OPENAI] = Reply.of_json(
        {"error": {"message": "no", "code": "moderation_blocked"}}, 400
    )
    with pytest.raises(ServiceError) as caught:
        made.draw()
    assert caught.value.reason == "content_filter"
    assert (made.last().state, made.last().reason) == ("failed", "content_filter")
    assert made.card().failure.message == caught.value.message
    assert made.library.spending.spent_usd() == 0.0
    made.counter.spoil.clear()
    made.draw()
    assert made.posts == 2
    assert made.card().failure is None
    assert len(made.library.orders.of_card(made.project, made.plans[0].id)) == 2


@pytest.mark.parametrize("fault", ["reset", "truncate"])
def test_what_may_have_been_charged_is_never_sent_again_by_itself(room, fault):
    made = room()
    made.counter.spoil[OPENAI] = Reply(200, b'{"data": [', fault=fault)
    with pytest.raises(ServiceError) as caught:
        made.draw()
    assert caught.value.maybe_charged
    assert made.last().state == "unsure"
    made.counter.spoil.clear()
    with pytest.raises(RefusedError):
        made.draw()
    assert made.posts == 1
    (spent,) = made.library.spending.rows()
    assert spent.uncertain_usd == spent.usd > 0
    # A person who has read it may want another one.
    order_again(made.library, made.project, made.plans[0].id, made.service, PROMPTS[1])
    made.draw()
    assert made.posts == 2
    assert made.card().plan.title == PROMPTS[1].title


def test_over_the_limit_nothing_is_sent(room):
    made = room("bfl", cap=0.02)
    made.draw(0)
    asked = len(made.server.asked)
    with pytest.raises(ServiceError) as caught:
        made.draw(1)
    assert caught.value.reason == "cap_reached"
    assert len(made.server.asked) == asked
    assert "limit" in made.card(1).failure.message
    assert (made.last(1).state, made.last(1).reason) == ("ready", "cap_reached")


def test_the_offline_switch_costs_nothing(room):
    made = room()
    made.service = PictureService(
        made.service.generator, made.service.values, HttpWire(NetworkRules(offline=True)), 10.0
    )
    with pytest.raises(ServiceError):
        made.draw()
    assert made.posts == 0
    assert made.library.spending.spent_usd() == 0.0


def test_an_accepted_order_is_asked_for_again_and_not_ordered_again(room):
    made = room("bfl")
    made.counter.spoil["/get_result"] = Reply.of_json({"detail": "no"}, 401)
    with pytest.raises(ServiceError):
        made.draw()
    assert made.last().state == "accepted"
    made.counter.spoil.clear()
    made.draw()
    assert (made.posts, made.last().state) == (1, "done")


def test_stopped_after_it_was_sent_is_unsure_and_stopped_before_is_ready(room):
    made = room()
    made.token.cancel()
    with pytest.raises(Cancelled):
        made.draw()
    assert (made.posts, made.last().state) == (0, "ready")
    assert made.library.spending.spent_usd() == 0.0
    made.token = CancelToken()
    made.job = JobContext(made.token)
    made.counter.spoil[OPENAI] = Reply(200, b"", wait_s=5.0)
    threading.Timer(0.4, made.token.cancel).start()
    with pytest.raises(Cancelled):
        made.draw()
    assert (made.posts, made.last().state) == (1, "unsure")
    assert made.library.spending.spent_usd() > 0


def test_twice_at_once_is_ordered_once(room):
    made = room()
    made.counter.spoil[OPENAI] = lambda _: Reply.of_json({"data": [{"b64_json": b64(DATA)}]})
    start, errors = threading.Barrier(6), []

    def draw():
        start.wait()
        try:
            made.draw()
        except RefusedError as error:
            errors.append(error)

    threads = [threading.Thread(target=draw) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made.posts == 1
    assert made.last().state == "done"
    assert made.card().picture_png


def test_after_a_crash_the_program_takes_up_what_was_accepted(room, monkeypatch):
    made = room("bfl")
    made.counter.spoil["/get_result"] = Reply.of_json({"detail": "no"}, 401)
    monkeypatch.setattr(remote_jobs, "this_program", lambda: "999999999 1.00")
    with pytest.raises(ServiceError):
        made.draw(0)
    monkeypatch.undo()
    made.counter.spoil.clear()
    (taken,) = resume(made.library, lambda _: made.service, made.job)
    assert (taken.id, taken.state) == (made.last(0).id, "done")
    assert made.last(1).state == "ready"
    assert made.card(0).picture_png
    assert made.posts == 1


def test_a_picture_is_in_the_library_before_its_keepsake_is_made(room):
    made = room()
    order = bring_picture(made.library, made.project, made.plans[0].id, made.service, made.job)
    assert made.partials == [PartialPicture(DATA)]
    assert made.library.objects.read(order.picture, order.picture_suffix) == DATA
    assert made.card().picture_png is None

    def broken(plan, origin, job):
        raise MeshError("No keepsake", "Try another picture.")

    with pytest.raises(MeshError):
        shape_concept(made.library, order, "OpenAI", made.job, broken)
    assert made.card().failure.message == "No keepsake"
    # Nothing is asked a second time.
    again = bring_picture(made.library, made.project, made.plans[0].id, made.service, made.job)
    shape_concept(made.library, again, "OpenAI", made.job, light_shape)
    assert (made.posts, made.card().failure) == (1, None)
    assert made.card().picture_png


def test_new_cards_may_stand_before_all_others(room):
    made = room()
    plan_pictures(made.library, made.project, BRIEF, PROMPTS[::-1], made.service, first=True)
    titles = [row.plan.title for row in made.library.concepts(made.project)]
    assert titles == [prompt.title for prompt in (*PROMPTS[::-1], *PROMPTS)]


def test_a_picture_without_ground_becomes_a_plaque(room):
    made = room()
    noise = np.random.default_rng(1).integers(0, 200, (256, 256, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(cv2.GaussianBlur(noise, (0, 0), 6)).save(out, "PNG")
    made.counter.data = out.getvalue()
    concept = made.draw(shape=shape_picture)
    assert concept.plan.recipe.product_id == "relief-plaque"
    assert concept.stats.findings[0].code == "no-plain-ground"


def test_the_key_is_in_nothing_that_is_written(room, tmp_path, capfd):
    made = room()
    made.draw(0)
    answer = {"error": {"message": f"Incorrect API key provided: {KEY}", "code": "invalid_api_key"}}
    made.counter.spoil[OPENAI] = Reply.of_json(answer, 401)
    with pytest.raises(ServiceError) as caught:
        made.draw(1)
    assert KEY not in f"{caught.value!r} {caught.value.message} {caught.value.hint} {made.service!r}"
    made.library.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 3
    for path in files:
        assert KEY.encode() not in path.read_bytes(), path
    assert KEY not in "".join(capfd.readouterr())


def test_a_photo_leaves_small_and_without_its_place(tmp_path):
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x010E] = "at home"
    exif.get_ifd(0x8825)[1] = "N"
    Image.fromarray(np.random.default_rng(2).integers(0, 255, (900, 1600, 3), np.uint8)).save(path, exif=exif)
    data = photo_for_service(PhotoRef("0" * 64, path))
    with Image.open(io.BytesIO(data)) as sent:
        assert max(sent.size) == 1024
        assert not sent.getexif()
    assert b"at home" not in data


def test_origin_in_words():
    origin = Origin("S", "m", "T", "icon", "ein Bär — 熊", None, licence_of("S", "m"), None)
    with Image.open(io.BytesIO(png_with_origin(DATA, origin))) as image:
        assert image.text["Description"] == "ein Bär — 熊"
        assert "Seed" not in image.text
    assert licence_of("S", "@cf/black-forest-labs/flux-1-schnell") == "model Apache-2.0; terms of S"
    assert licence_of("S", "fal-ai/flux/schnell") == "model Apache-2.0; terms of S"
    assert licence_of("S", "gpt") == "terms of S"
    assert licence_of("ComfyUI", "clay.safetensors", own_server=True) == "licence of the model"
