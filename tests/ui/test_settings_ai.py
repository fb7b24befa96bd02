"""AI services in the settings: a newcomer adds a key, tests it, sees the cost and switches it on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes.ai_settings_page import SERVICE, AiPage, ai_pages, own
from tests.fakes.image_services.openai_images import answer
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Loopback, Reply


@pytest.fixture
def page_of(qtbot: Any) -> Iterator[Callable[..., AiPage]]:
    yield from ai_pages()


@pytest.fixture
def page(bench: Any, page_of: Callable[..., AiPage]) -> AiPage:
    made = page_of(bench)
    made.panel.show_section("ai")
    return made


@pytest.fixture
def server() -> Iterator[Loopback]:
    running = Loopback(lambda asked: answer(running, picture())(asked))
    yield running
    running.close()


class TestTheList:
    def test_nothing_is_asked_before_somebody_looks(self, bench, page_of) -> None:
        made = page_of(bench)
        assert made.form.provider is None
        made.panel.show_section("ai")
        assert made.form.provider is not None

    def test_every_service_stands_there_with_its_state(self, page) -> None:
        assert page.state("") == "Always on"
        assert page.state(SERVICE) == "Add key"
        assert page.state("comfyui") == "Not checked"
        assert page.state("template") == "In use"
        assert page.section.list.count.text() == "2 of 24 ready"
        assert page.row("comfyui").toolTip() == "ComfyUI · Your own computer, free · Not checked"

    def test_the_studio_can_never_be_switched_off(self, page) -> None:
        page.row("").click()
        assert page.form.use.isHidden()
        assert page.form.fixed.text == "Always on"
        assert page.form.provider is None

    def test_offline_stops_all_services_but_what_is_built_in(self, page, server) -> None:
        own(page, server)
        page.section.offline.click()
        assert page.kept.offline
        assert page.state(SERVICE) == page.state("ollama") == "Offline"
        assert page.state("") == "Always on"
        assert page.state("template") == "In use"
        assert not page.form.provider.test.isEnabled()
        assert "offline" in page.form.provider.result.title.text()
        page.section.offline.click()
        assert page.form.provider.test.isEnabled()
        assert page.form.provider.result.isHidden()
        assert not server.asked


class TestANewcomer:
    def test_adds_a_key_tests_it_sees_the_cost_and_switches_it_on(self, page, server) -> None:
        page.go("stability")
        assert not page.form.use.isEnabled()
        assert page.form.use_word.text() == "Add a key to use it"
        page.paste("key", KEY)
        assert page.keys.get("stability") == KEY
        assert page.state("stability") == "Ready"
        assert "0.03 USD" in page.form.price.words.text()
        assert "4 concepts cost about 0.12 USD" in page.form.cap.hint.text()
        assert "Leaves this computer: the prompt" in page.form.leaves.words.text()
        page.form.use.click()
        assert page.kept.generator_id == "stability"
        assert page.state("stability") == "In use"

    def test_is_shown_key_model_and_quality_only(self, page) -> None:
        form = page.go(SERVICE)
        shown = [field_id for field_id, field in form.fields.items() if field.isVisible()]
        assert shown == ["key", "model", "quality"]
        form.more.click()
        assert all(field.isVisible() for field in form.fields.values())

    def test_of_cloudflare_is_asked_for_the_account_too(self, page) -> None:
        form = page.go("cloudflare")
        shown = [field_id for field_id, field in form.fields.items() if field.isVisible()]
        assert shown == ["account", "key", "model"]

    def test_of_a_server_of_ones_own_sees_its_address_beside_test(self, page) -> None:
        form = page.go("comfyui")
        shown = [field_id for field_id, field in form.fields.items() if field.isVisible()]
        assert shown == ["base_url", "checkpoint"]
        assert page.field("base_url").placeholderText() == "http://127.0.0.1:8188"
        assert page.form.use.isEnabled()
        assert page.form.cap.isHidden()
        assert page.form.wishes.ask.isHidden()

    def test_one_of_each_kind_is_used(self, page) -> None:
        for offer_id in ("comfyui", "sdapi"):
            page.go(offer_id)
            page.form.use.click()
        assert page.kept.generator_id == "sdapi"
        assert page.state("comfyui") == "Not checked"
        page.go("ollama")
        page.form.use.click()
        assert (page.kept.generator_id, page.kept.writer_id) == ("sdapi", "ollama")
        page.form.use.click()
        assert page.kept.writer_id == "template"
        page.go("sdapi")
        page.form.use.click()
        assert page.kept.generator_id == ""


class TestTheTest:
    def test_a_key_that_works(self, page, server) -> None:
        own(page, server)
        page.paste("key", KEY)
        page.form.provider.test.click()
        result = page.form.provider.result
        assert result.title.text() == "The key works"
        assert "Nothing was charged for this test." in result.text.text()
        assert "Answered in 0." in result.text.text()
        assert page.state(SERVICE) == "Ready"
        assert [asked.method for asked in server.asked] == ["GET"]

    def test_a_key_typed_a_moment_ago_is_kept_first(self, page, server) -> None:
        own(page, server)
        line = page.field("key").line
        line.setFocus()
        QTest.keyClicks(line, KEY)
        page.form.provider.test.setFocus(Qt.FocusReason.MouseFocusReason)
        page.field("key").line.editingFinished.emit()
        page.form.provider.test.click()
        assert page.form.provider.result.title.text() == "The key works"

    def test_a_wrong_key_says_the_cause_and_what_to_do(self, page, server) -> None:
        own(page, server)
        page.paste("key", "sk-wrong-0123456789-0123456789")
        page.form.provider.test.click()
        result = page.form.provider.result
        assert result._level == "error"
        assert "key" in result.title.text()
        assert result.text.text()
        assert page.state(SERVICE) == "Not found"
        page.paste("key", KEY)
        assert result.isHidden()
        assert page.state(SERVICE) == "Not checked"

    def test_a_server_that_is_not_there(self, page, server) -> None:
        page.go("comfyui")
        page.paste("base_url", "http://127.0.0.1:9")
        page.form.provider.test.click()
        assert page.form.provider.result._level == "warning"
        assert "cannot be reached" in page.form.provider.result.title.text()
        assert page.state("comfyui") == "Not found"

    def test_a_service_in_trouble_is_amber(self, page, server) -> None:
        server.answer = lambda asked: Reply.of_json({"error": "down"}, 503)
        own(page, server)
        page.form.provider.test.click()
        assert page.form.provider.result._level == "warning"

    def test_a_prompt_writer_is_tested_the_same_way(self, page, server) -> None:
        page.go("openai-chat")
        page.form.provider.more.click()
        page.paste("base_url", server.url)
        page.field("own_server").click()
        page.paste("key", KEY)
        page.form.provider.test.click()
        assert page.form.provider.result._level == "good"

    def test_can_be_stopped_and_leaves_no_trace(self, make_bench, held, page_of) -> None:
        bench = make_bench(held)
        page = page_of(bench)
        page.panel.show_section("ai")
        held.run()
        page.go("comfyui")
        page.form.provider.test.click()
        assert page.form.provider.test.text() == "Stop"
        assert "127.0.0.1" in page.form.provider.result.title.text()
        page.form.provider.test.click()
        assert page.form.provider.test.text() == "Test"
        assert page.form.provider.result.isHidden()
        assert held.run() == 0
        assert page.state("comfyui") == "Not checked"

    def test_an_answer_to_an_older_question_is_not_shown(self, make_bench, held, page_of) -> None:
        bench = make_bench(held)
        page = page_of(bench)
        page.panel.show_section("ai")
        held.run()
        page.go("comfyui")
        page.paste("base_url", "http://127.0.0.1:9")
        page.form.provider.test.click()
        page.paste("base_url", "http://127.0.0.1:8")
        held.run()
        assert page.state("comfyui") == "Not checked"
        assert page.form.provider.result.isHidden()
