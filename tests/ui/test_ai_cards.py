"""Cards that services draw: planned first, never held by each other, never ordered twice."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from memoreez_desktop.concepts.writers.template import template_prompts
from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.storage import remote_jobs
from memoreez_desktop.ui.concepts import ai_jobs, jobs
from memoreez_desktop.ui.concepts.page import build
from memoreez_desktop.ui.concepts.prompt_dialog import PromptDialog
from memoreez_desktop.ui.concepts.resume import OrderResumer
from memoreez_desktop.ui.page import PageParts
from tests.fakes.image_services.service import KEY, b64, picture
from tests.fakes.loopback import Asked, Reply, loopback
from tests.services.ordering_program import light_shape

BRIEF = Brief(Story(name="Karl", passions=("fishing", "tractors")), seed=5)
PROMPTS = template_prompts(BRIEF.story, 4, 5)
DATA = picture(size_px=256)
FILTERED = Reply.of_json({"error": {"message": "no", "code": "moderation_blocked"}}, 400)
BUSY = Reply.of_json(
    {"error": {"message": "Rate limit", "code": "rate_limit_exceeded"}}, 429, retry_after="12"
)
BROKE = Reply.of_json({"error": {"message": "no", "code": "insufficient_quota"}}, 429)
DOORS = {"bfl": "/flux-2-klein-4b", "openai-images": "/images/generations"}


class Service:
    """OpenAI and Black Forest Labs at once; ``spoil`` answers first, by a word of the prompt."""

    def __init__(self) -> None:
        self.url, self.spoil, self.prompts = "", {}, []
        self.lost = False

    def __call__(self, asked: Asked) -> Reply:
        if asked.method == "POST":
            prompt = asked.json()["prompt"]
            self.prompts.append(prompt)
            for word, reply in self.spoil.items():
                if word in prompt:
                    return reply
        if asked.path.endswith(DOORS["openai-images"]):
            return Reply.of_json({"data": [{"b64_json": b64(DATA)}]})
        if asked.path.endswith(DOORS["bfl"]):
            return Reply.of_json({"id": "t", "polling_url": f"{self.url}/get_result?id=t", "cost": 1.4})
        if asked.path == "/get_result":
            if self.lost:
                return Reply.of_json({"detail": "no"}, 401)
            return Reply.of_json({"status": "Ready", "result": {"sample": f"{self.url}/cdn/x"}})
        return Reply(200, DATA)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Any:
    answers = Service()
    with loopback(answers) as server:
        answers.url = server.url
        yield answers


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch, fakes: Any) -> None:
    """No geometry: plans, pictures and keepsakes are made of nothing."""

    def plan(brief: Brief, count: int, product_id: str, known: tuple[str, ...], job: JobContext) -> Any:
        plans = (fakes.plan(n, product_id or "keychain", brief.story.name) for n in range(1, 200))
        return tuple([plan for plan in plans if plan.id not in known][:count])

    def draw(plan: ConceptPlan, job: JobContext) -> Any:
        return fakes.concept(plan)

    monkeypatch.setattr(jobs, "plan_new", plan)
    monkeypatch.setattr(jobs, "draw", draw)
    monkeypatch.setattr(ai_jobs, "shape", light_shape)


@pytest.fixture
def open_page(make_bench: Any, service: Service, studio: None, qtbot: Any) -> Any:
    """Open the page with a service chosen; returns (bench, parts, what was said)."""

    def opened(runner: Any = None, generator_id: str = "bfl", **settings: Any) -> Any:
        bench = make_bench(runner)
        plain = {"base_url": service.url, "stream": False}
        bench.workshop.keeper.change(
            generator_id=generator_id, private_services=True, providers={generator_id: plain}, **settings
        )
        bench.workshop.services.desk().keys.set(generator_id, KEY)
        parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
        qtbot.addWidget(parts.panel)
        parts.panel.resize(1200, 800)
        said: list[Any] = []
        bench.journey.messageRaised.connect(said.append)
        return bench, parts, said

    return opened


def states(parts: PageParts) -> list[str]:
    return [card.state for card in parts.panel.model.cards]


def ai_cards(parts: PageParts) -> list[Any]:
    return [card for card in parts.panel.model.cards if card.ai is not None]


def orders(bench: Any) -> list[Any]:
    project = bench.journey.project_id
    return [bench.library.orders.of_card(project, row.plan.id) for row in bench.library.concepts(project)]


def test_cards_of_a_service_stand_first_and_wait_for_a_yes(open_page, service) -> None:
    bench, parts, _said = open_page()
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts) == ["planned"] * 4 + ["ready"] * 8
    assert not service.prompts
    assert not parts.panel.price.isHidden()
    assert "4" in parts.panel.price.words.text()
    assert [card.ai.order.prompt for card in ai_cards(parts)] == list(PROMPTS)
    parts.panel.price.draw.click()
    assert parts.panel.price.isHidden()
    assert states(parts) == ["ready"] * 12
    assert sorted(service.prompts) == sorted(prompt.prompt for prompt in PROMPTS)
    assert [row.plan.title for row in bench.library.concepts(bench.journey.project_id)][:4] == [
        prompt.title for prompt in PROMPTS
    ]
    card = ai_cards(parts)[0]
    assert card.picture_png == bench.library.concepts(bench.journey.project_id)[0].picture_png
    assert card.ai.order.cost_usd == pytest.approx(0.014)


def test_without_asking_they_begin_at_once(open_page, service) -> None:
    bench, parts, _said = open_page(ask_before_paid=False, ai_count=2)
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts) == ["ready"] * 10
    assert parts.panel.price.isHidden()
    assert len(service.prompts) == 2


def test_what_is_free_begins_at_once(open_page, service) -> None:
    bench, parts, _said = open_page(generator_id="openai-images")
    providers = {"openai-images": {"base_url": service.url, "stream": False, "own_server": True}}
    bench.workshop.keeper.change(providers=providers)
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts) == ["ready"] * 12


def test_not_now_is_kept_over_a_restart_and_drawn_card_by_card(open_page, service) -> None:
    bench, parts, _said = open_page()
    bench.journey.createWanted.emit(BRIEF)
    parts.panel.price.later.click()
    assert parts.panel.price.isHidden()
    assert not parts.panel.rest.isHidden()
    _again, later, _said = open_page()
    _again.journey.projectOpened.emit(bench.journey.project_id)
    assert states(later) == ["planned"] * 4 + ["ready"] * 8
    later.panel.view.asked.emit("retry", ai_cards(later)[1].key)
    assert "One picture" in later.panel.price.words.text()
    later.panel.view.asked.emit("retry", ai_cards(later)[2].key)
    assert "2 pictures" in later.panel.price.words.text()
    later.panel.price.draw.click()
    assert states(later)[:4] == ["planned", "ready", "ready", "planned"]
    assert service.prompts == [PROMPTS[1].prompt, PROMPTS[2].prompt]


@pytest.mark.parametrize("settings", [{"generator_id": ""}, {"offline": True}])
def test_the_studio_alone(open_page, service, settings) -> None:
    bench, parts, _said = open_page()
    bench.workshop.keeper.change(**settings)
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts) == ["ready"] * 8


def test_a_service_that_misses_something_says_so_once(open_page, service) -> None:
    bench, parts, said = open_page()
    bench.workshop.services.desk().keys.set("bfl", "")
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts) == ["ready"] * 8
    assert [message.level for message in said] == ["info"]
    assert "cannot draw yet" in said[0].title


def test_a_writer_that_fails_is_replaced_in_one_calm_sentence(open_page, service) -> None:
    bench, parts, said = open_page()
    providers = {**bench.workshop.keeper.settings.providers, "ollama": {"base_url": "http://127.0.0.1:9"}}
    bench.workshop.keeper.change(writer_id="ollama", providers=providers)
    bench.journey.createWanted.emit(BRIEF)
    assert [card.ai.order.prompt for card in ai_cards(parts)] == list(PROMPTS)
    assert [message.level for message in said] == ["info"]


def test_each_stands_for_itself_and_says_what_to_do(open_page, service, qtbot) -> None:
    service.spoil = {
        PROMPTS[0].prompt: FILTERED,
        PROMPTS[1].prompt: BUSY,
        PROMPTS[2].prompt: Reply(200, b'{"data": [', fault="reset"),
    }
    bench, parts, _said = open_page(generator_id="openai-images", ask_before_paid=False)
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts) == ["failed"] * 3 + ["ready"] * 9
    from memoreez_desktop.ui.concepts.ai_card import way_on
    from memoreez_desktop.ui.concepts.card import hint_words

    # Where a card has no room for it, its tooltip has the whole sentence.
    assert parts.panel.model.cards[0].message in hint_words(parts.panel.model.cards[0])
    ways = [way_on(card) for card in parts.panel.model.cards[:3]]
    assert [way.wish for way in ways] == ["prompt", "", "again"]
    assert "12 s" in ways[1].words or "11 s" in ways[1].words
    # After a restart the same, and the service is left alone as long as it said.
    again, later, _said = open_page(generator_id="openai-images")
    again.journey.projectOpened.emit(bench.journey.project_id)
    kept = [way_on(card) for card in later.panel.model.cards[:3]]
    assert [way.wish for way in kept] == ["prompt", "", "again"]
    assert int(kept[1].words.split()[2]) <= int(ways[1].words.split()[2])
    service.spoil = {}
    card = parts.panel.model.cards[1]
    parts.panel.model.change(card.key, retry_at=time.monotonic() - 1)
    parts.panel.view.setCurrentIndex(parts.panel.model.index(1))
    qtbot.keyClick(parts.panel.view, Qt.Key.Key_R)
    assert states(parts) == ["failed", "ready", "failed"] + ["ready"] * 9


def test_what_may_have_been_charged_is_ordered_again_only_after_a_question(open_page, service) -> None:
    service.spoil = {PROMPTS[0].prompt: Reply(200, b'{"data": [', fault="truncate")}
    bench, parts, _said = open_page(generator_id="openai-images", ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    key = parts.panel.model.cards[0].key
    service.spoil = {}
    answers = [False, True]
    parts.presenter.ai.asks = lambda *words: answers.pop(0)
    parts.panel.view.asked.emit("again", key)
    assert (states(parts)[0], len(service.prompts)) == ("failed", 1)
    parts.panel.view.asked.emit("again", key)
    assert (states(parts)[0], len(service.prompts)) == ("ready", 2)
    assert len(bench.library.orders.of_card(bench.journey.project_id, key)) == 2


def test_settings_are_shown_and_when_they_are_right_it_may_be_tried_again(open_page, service) -> None:
    from memoreez_desktop.ui.concepts.ai_card import way_on

    service.spoil = {PROMPTS[0].prompt: BROKE}
    bench, parts, _said = open_page(generator_id="openai-images", ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    card = parts.panel.model.cards[0]
    assert way_on(card).wish == "settings"
    went, wanted = [], []
    bench.journey.pageWanted.connect(went.append)
    bench.journey.providerWanted.connect(wanted.append)
    parts.panel.view.asked.emit("settings", card.key)
    assert (went, wanted) == (["settings"], ["openai-images"])
    bench.workshop.keeper.change(monthly_cap_usd=50.0)
    assert way_on(parts.panel.model.cards[0]).wish == "retry"
    service.spoil = {}
    parts.panel.view.asked.emit("retry", card.key)
    assert states(parts)[0] == "ready"


def test_the_limit_is_told_and_nothing_leaves(open_page, service) -> None:
    from memoreez_desktop.ui.concepts.ai_card import way_on

    bench, parts, _said = open_page(ask_before_paid=False, monthly_cap_usd=0.02)
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts)[:4] == ["ready"] + ["failed"] * 3
    assert way_on(parts.panel.model.cards[1]).wish == "settings"
    assert len(service.prompts) == 1


def test_offline_in_between_is_told_and_can_be_tried_again(open_page, service) -> None:
    from memoreez_desktop.ui.concepts.ai_card import way_on

    bench, parts, _said = open_page(ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    bench.workshop.keeper.change(offline=True)
    parts.panel.price.draw.click()
    assert (states(parts)[0], service.prompts) == ("failed", [])
    assert way_on(parts.panel.model.cards[0]).wish == "retry"
    bench.workshop.keeper.change(offline=False)
    parts.panel.view.asked.emit("retry", parts.panel.model.cards[0].key)
    assert states(parts)[0] == "ready"


def test_an_accepted_order_is_looked_for_again(open_page, service) -> None:
    from memoreez_desktop.ui.concepts.ai_card import further_ways, way_on

    service.lost = True
    bench, parts, _said = open_page(ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    card = parts.panel.model.cards[0]
    assert way_on(card).words == "Look again"
    assert "again" in [way.wish for way in further_ways(card)]
    service.lost = False
    parts.panel.view.asked.emit("retry", card.key)
    assert (states(parts)[0], len(service.prompts)) == ("ready", 1)


def test_a_picture_is_kept_before_its_keepsake_and_shown_while_it_is_made(open_page, service, held) -> None:
    bench, parts, _said = open_page(held, ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts) == ["waiting"] * 9
    assert parts.panel.model.cards[0].stage == "Writing the prompt"
    while not service.prompts:
        held.run(1)
    card = parts.panel.model.cards[0]
    assert (card.state, card.stage) == ("drawing", "Making a keepsake of it")
    assert parts.presenter._shelf.picture(card.key, None, 100) is not None
    (order,) = bench.library.orders.of_card(bench.journey.project_id, card.key)
    assert bench.library.objects.read(order.picture, order.picture_suffix) == DATA
    held.run()
    assert states(parts) == ["ready"] * 9


def test_cancel_keeps_what_is_ordered_nowhere(open_page, service, held) -> None:
    bench, parts, _said = open_page(held, ask_before_paid=False, ai_count=2)
    bench.journey.createWanted.emit(BRIEF)
    while parts.panel.model.cards[0].ai is None or states(parts)[0] != "waiting":
        held.run(1)
    parts.panel.cancel_wanted.emit()
    held.run()
    assert states(parts)[:2] == ["planned"] * 2
    assert not service.prompts


@pytest.mark.parametrize("moment", range(2, 16))
def test_cancel_at_any_moment_before_a_free_picture_begins_stops_it(open_page, service, held, moment) -> None:
    bench, parts, _said = open_page(held, generator_id="openai-images", ai_count=2)
    values = dict(bench.workshop.keeper.settings.providers["openai-images"], own_server=True)
    bench.workshop.keeper.change(providers={"openai-images": values})
    bench.journey.createWanted.emit(BRIEF)
    held.run(moment)
    sent, busy = len(service.prompts), not parts.panel.strip.isHidden()
    parts.panel.strip.cancelled.emit()
    while held.run():
        pass
    assert len(service.prompts) == sent
    assert not busy or {card.state for card in ai_cards(parts)} <= {"ready", "stopped", "planned"}


def test_what_was_cancelled_right_before_it_began_can_be_drawn_later(open_page, service, held) -> None:
    bench, parts, _said = open_page(held, generator_id="openai-images", ai_count=2)
    values = dict(bench.workshop.keeper.settings.providers["openai-images"], own_server=True)
    bench.workshop.keeper.change(providers={"openai-images": values})
    bench.journey.createWanted.emit(BRIEF)
    while "planned" not in states(parts):
        assert held.run(1)
    parts.panel.strip.cancelled.emit()
    while held.run():
        pass
    assert states(parts)[:2] == ["planned", "planned"]
    assert not parts.panel.rest.isHidden()
    parts.panel.rest.click()
    while held.run():
        pass
    assert states(parts) == ["ready"] * 10


def test_another_story_begins_at_the_top(open_page, service) -> None:
    bench, parts, _said = open_page(ai_count=4)
    parts.panel.resize(1000, 500)
    parts.panel.show()
    bench.journey.createWanted.emit(BRIEF)
    parts.panel.view.scrollToBottom()
    assert parts.panel.view.verticalScrollBar().value() > 0
    bench.journey.createWanted.emit(replace(BRIEF, seed=6))
    assert parts.panel.view.verticalScrollBar().value() == 0


def test_a_card_taken_away_while_it_is_drawn_comes_back_as_it_is_then(open_page, service, held) -> None:
    bench, parts, said = open_page(held, ask_before_paid=False, ai_count=2)
    bench.journey.createWanted.emit(BRIEF)
    while not service.prompts:
        held.run(1)
    card = parts.panel.model.cards[0]
    parts.panel.view.asked.emit("remove", card.key)
    assert card.key not in [shown.key for shown in parts.panel.model.cards]
    held.run()
    said[-1].action()
    held.run()
    back = parts.panel.model.cards[0]
    assert (back.key, back.state) == (card.key, "stopped")
    parts.panel.view.asked.emit("retry", card.key)
    held.run()
    assert states(parts)[0] == "ready"
    assert len(service.prompts) == 2


def test_another_project_while_pictures_come_loses_none(open_page, service, held) -> None:
    bench, parts, _said = open_page(held, ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    while not service.prompts:
        held.run(1)
    first = bench.journey.project_id
    bench.workshop.keeper.change(generator_id="")
    bench.journey.createWanted.emit(Brief(Story(name="Anna")))
    held.run()
    assert len(service.prompts) == 1
    row = bench.library.concepts(first)[0]
    assert row.picture_png
    assert states(parts) == ["ready"] * 8
    bench.journey.projectOpened.emit(first)
    held.run()
    assert states(parts)[0] == "ready"


def test_exploring_more_asks_before_anything_new_is_ordered(open_page, service) -> None:
    bench, parts, _said = open_page()
    bench.journey.createWanted.emit(BRIEF)
    parts.panel.price.draw.click()
    parts.panel.more_wanted.emit()
    columns = parts.panel.view.columns
    assert states(parts).count("planned") == columns
    assert len(service.prompts) == 4
    assert not parts.panel.price.isHidden()
    fresh = [card.ai.order.prompt.prompt for card in ai_cards(parts)]
    assert len(set(fresh)) == 4 + columns
    assert states(parts)[-columns:] == ["planned"] * columns


def test_more_like_this_has_the_same_words_and_another_seed(open_page, service) -> None:
    bench, parts, _said = open_page()
    bench.journey.createWanted.emit(BRIEF)
    parts.panel.price.draw.click()
    first = parts.panel.model.cards[0]
    parts.panel.view.asked.emit("more", first.key)
    second = parts.panel.model.cards[1]
    assert second.state == "planned"
    assert second.ai.order.prompt == first.ai.order.prompt
    assert second.ai.order.seed != first.ai.order.seed
    assert len(service.prompts) == 4


def test_prompts_can_be_changed_before_they_are_ordered(open_page, service, qtbot) -> None:
    bench, parts, _said = open_page(ai_count=2)
    bench.journey.createWanted.emit(BRIEF)
    other = ConceptPrompt("A bear", "icon", "a thick round bear of clay")

    def edit(prompts: Any, use: Any, refusal: str = "") -> None:
        use((other, *prompts[1:]))

    parts.presenter.ai._edit = edit
    parts.panel.price.prompts.click()
    assert parts.panel.model.cards[0].title == "A bear"
    parts.panel.price.draw.click()
    assert service.prompts == [other.prompt, PROMPTS[1].prompt]
    assert states(parts) == ["ready"] * 10
    # After it was drawn, other words get a card of their own.
    parts.presenter.ai._edit = lambda prompts, use, refusal="": use((PROMPTS[3],))
    parts.panel.view.asked.emit("prompt", parts.panel.model.cards[0].key)
    assert states(parts)[:3] == ["ready", "planned", "ready"]


def test_a_refused_prompt_is_said_in_other_words(open_page, service) -> None:
    service.spoil = {PROMPTS[0].prompt: FILTERED}
    bench, parts, _said = open_page(generator_id="openai-images", ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    other = ConceptPrompt("A bear", "icon", "a thick round bear of clay")
    refusals = []
    parts.presenter.ai._edit = lambda prompts, use, refusal="": (refusals.append(refusal), use((other,)))
    parts.panel.view.asked.emit("prompt", parts.panel.model.cards[0].key)
    assert all(refusals)
    assert parts.panel.model.cards[0].title == "A bear"
    assert (states(parts)[0], service.prompts[-1]) == ("ready", other.prompt)


def test_the_dialog_shows_writes_anew_and_is_used(open_page, service, qtbot) -> None:
    from memoreez_desktop.ui.concepts.prompt_dialog import PromptDialog

    bench, parts, _said = open_page(ai_count=2)
    parts.panel.show()
    bench.journey.createWanted.emit(BRIEF)
    parts.panel.price.prompts.click()
    (dialog,) = parts.panel.findChildren(PromptDialog)
    before = dialog.prompts()
    dialog.anew.click()
    assert len(dialog.prompts()) == 2
    assert not {prompt.prompt for prompt in before} & {prompt.prompt for prompt in dialog.prompts()}
    anew = dialog.prompts()
    dialog.accept()
    assert [card.ai.order.prompt.prompt for card in ai_cards(parts)] == [prompt.prompt for prompt in anew]


def test_the_picture_is_saved_with_its_origin(open_page, service, tmp_path) -> None:
    import io

    from PIL import Image

    bench, parts, said = open_page(ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    parts.presenter.ai.save_to(parts.panel.model.cards[0].ai, tmp_path / "card.png")
    assert said[-1].level == "good"
    with Image.open(io.BytesIO((tmp_path / "card.png").read_bytes())) as image:
        assert image.text["Description"] == PROMPTS[0].prompt


def test_a_card_tells_where_its_picture_comes_from(open_page, service) -> None:
    from memoreez_desktop.ui.concepts.card import hint_words

    bench, parts, _said = open_page(ask_before_paid=False, ai_count=1)
    bench.journey.createWanted.emit(BRIEF)
    card = parts.panel.model.cards[0]
    words = hint_words(card)
    for told in ("flux-2-klein-4b", "Apache-2.0", "0.01 USD", "Seed"):
        assert told in words
    assert card.ai.label in card.kind or card.kind == card.ai.label


def test_what_a_killed_program_ordered_comes_after_the_start(open_page, service, monkeypatch) -> None:
    service.lost = True
    monkeypatch.setattr(remote_jobs, "this_program", lambda: "999999999 1.00")
    bench, parts, _said = open_page(ask_before_paid=False, ai_count=2)
    bench.journey.createWanted.emit(BRIEF)
    assert states(parts)[:2] == ["failed"] * 2
    key = parts.panel.model.cards[1].key
    orders = bench.library.orders
    (order,) = orders.of_card(bench.journey.project_id, key)
    orders.unsure(order.id, "It broke off", "Look")
    monkeypatch.undo()
    service.lost = False
    again, later, said = open_page()
    monkeypatch.setattr(ai_jobs, "shape", light_shape)
    again.journey.projectOpened.emit(bench.journey.project_id)
    OrderResumer(again.workshop).begin()
    assert states(later)[:2] == ["ready", "failed"]
    assert len(service.prompts) == 2
    assert [message.level for message in said] == ["info"]
    OrderResumer(again.workshop).begin()
    assert len(said) == 1


def test_the_grid_stays_where_it_is_when_the_first_card_is_chosen_by_itself(open_page, service) -> None:
    bench, parts, _said = open_page(ai_count=4)
    parts.panel.resize(1000, 500)
    parts.panel.show()
    bench.journey.createWanted.emit(BRIEF)
    assert parts.panel.view.current_card().ai is None
    assert parts.panel.view.verticalScrollBar().value() == 0


def test_from_the_offer_to_the_pictures_by_keyboard_alone(open_page, service, qtbot) -> None:
    bench, parts, _said = open_page(ai_count=2)
    panel = parts.panel
    panel.show()
    qtbot.waitActive(panel)
    bench.journey.createWanted.emit(BRIEF)
    panel.open.setFocus()
    met = []
    for _press in range(4):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        met.append(panel.focusWidget())
    assert met == [panel.price.draw, panel.price.prompts, panel.price.later, panel.view]
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert panel.view.current_card().state == "planned"
    qtbot.keyClick(panel.view, Qt.Key.Key_P)
    dialog = next(each for each in panel.window().findChildren(PromptDialog) if each.isVisible())
    card = dialog.cards[0]
    met = []
    for _press in range(5):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        met.append(dialog.focusWidget())
    assert met == [dialog.anew, dialog.cancel, dialog.use, card.title, card.character]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.price.draw, Qt.Key.Key_Space)
    assert states(parts) == ["ready"] * 10


def test_every_state_can_be_painted_and_heard(open_page, service, held, qtbot) -> None:
    service.spoil = {PROMPTS[0].prompt: FILTERED}
    bench, parts, _said = open_page(held, generator_id="openai-images")
    parts.panel.show()
    bench.journey.createWanted.emit(BRIEF)
    while held.run(1):
        for theme in ("light", "dark"):
            bench.theme_book.set_mode(theme)
            assert not parts.panel.grab().isNull()
        if not parts.panel.price.isHidden():
            role = Qt.ItemDataRole.AccessibleTextRole
            assert PROMPTS[0].prompt in parts.panel.model.index(0).data(role)
            parts.panel.price.draw.click()
    assert states(parts) == ["failed"] + ["ready"] * 11
