"""AI services in the settings: what is kept, where keys are and are not, and use without a mouse."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import keyring.backends.fail
import keyring.errors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.tab_order import stops
from memoreez_desktop.ui.workshop import DeskDoor
from tests.fakes.ai_settings_page import SERVICE, AiPage, ai_pages, own, words_of
from tests.fakes.image_services.openai_images import answer
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Loopback
from tests.fakes.memory_keyring import MemoryKeyring


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


class TestWhatIsKept:
    def test_every_value_is_kept_at_once_and_defaults_are_not_written_down(self, page) -> None:
        page.go("sdapi")
        page.form.provider.more.click()
        page.field("steps").setValue(30)
        page.field("cfg_scale").setValue(1.0)
        page.paste("model", "own.safetensors")
        assert page.kept.providers["sdapi"] == {"steps": 30, "cfg_scale": 1.0, "model": "own.safetensors"}
        page.field("steps").setValue(25)
        page.paste("model", "")
        assert page.kept.providers["sdapi"] == {"cfg_scale": 1.0}

    def test_a_choice_is_kept(self, page) -> None:
        page.go(SERVICE)
        box = page.field("quality")
        box.setCurrentIndex(box.findData("high"))
        assert page.kept.providers == {SERVICE: {"quality": "high"}}

    def test_cap_and_wishes_are_kept(self, page) -> None:
        page.go("bfl")
        page.form.cap.spin.setValue(3.5)
        page.form.wishes.count.setValue(6)
        page.form.wishes.ask.click()
        page.form.wishes.photo.click()
        kept = page.kept
        assert (kept.monthly_cap_usd, kept.ai_count) == (3.5, 6)
        assert (kept.ask_before_paid, kept.send_photo) == (False, True)
        assert "leaves this computer" in page.form.wishes.leaves.text()
        assert "3.50 USD left" in page.form.cap.left.text()

    def test_the_photo_is_offered_only_where_a_service_can(self, page) -> None:
        page.go("fal")
        assert page.form.wishes.photo.isHidden()
        page.go("gemini")
        assert not page.form.wishes.photo.isHidden()

    def test_a_key_can_be_forgotten(self, page) -> None:
        page.go("bfl")
        page.paste("key", KEY)
        page.form.use.click()
        page.field("key").remove.click()
        assert page.keys.get("bfl") == ""
        assert page.state("bfl") == "Add key"
        assert page.form.use.isEnabled()

    def test_a_change_made_elsewhere_is_shown(self, page) -> None:
        page.go("bfl")
        page.bench.workshop.keeper.change(providers={"bfl": {"model": "flux-2-max"}}, monthly_cap_usd=2.0)
        assert page.field("model").text() == "flux-2-max"
        assert page.form.cap.spin.value() == 2.0

    def test_what_was_spent_is_shown_by_month_and_service(self, page) -> None:
        from memoreez_desktop.services.ai_offers import Spent
        from memoreez_desktop.storage.spending import SpentRow

        rows = (SpentRow("bfl", "2026-11", 1.84, 0.25, 12), SpentRow("gone", "2026-10", 1.0, 0.0, 1))
        page.go("bfl")
        page.presenter.ai._spent = Spent("2026-11", rows)
        page.presenter.ai._show()
        cap = page.form.cap
        assert cap.used.text() == "1.84 USD used in November"
        assert cap.left.text() == "8.16 USD left"
        assert cap.bar.fraction == pytest.approx(0.184)
        assert cap.ledger.isHidden()
        cap.more.click()
        labels = [label for label in cap.ledger.findChildren(QLabel) if not label.isHidden()]
        said = " | ".join(label.text() for label in labels)
        assert "November 2026 | Black Forest Labs · 12 orders · 0.25 USD of it uncertain | 1.84 USD" in said
        assert "October 2026 | gone · 1 order | 1.00 USD" in said


class TestKeyrings:
    def test_without_one_keys_live_for_the_session_and_that_is_said(self, bench, page_of) -> None:
        desk = AiDesk(Secrets(keyring.backends.fail.Keyring()))
        page = page_of(bench, replace(bench.workshop, services=DeskDoor(lambda: desk)))
        page.panel.show_section("ai")
        page.go("bfl")
        page.paste("key", KEY)
        assert "only until Memoreez ends" in page.form.provider.keeping.words.text()
        assert page.state("bfl") == "Ready"
        assert desk.keys.get("bfl") == KEY

    def test_a_locked_one_is_said_and_the_key_lives_for_the_session(self, bench, page_of) -> None:
        class Locked(MemoryKeyring):
            def get_password(self, *_asked: object) -> str | None:
                raise keyring.errors.KeyringLocked("locked")

            set_password = delete_password = get_password

        desk = AiDesk(Secrets(Locked()))
        page = page_of(bench, replace(bench.workshop, services=DeskDoor(lambda: desk)))
        page.panel.show_section("ai")
        page.go("bfl")
        said = page.form.provider.keeping.words
        assert "Unlock it" in said.text()
        page.paste("key", KEY)
        assert page.state("bfl") == "Ready"
        assert "only until Memoreez ends" in said.text()
        assert "Unlock it" in said.text()

    def test_with_one_its_name_is_said(self, page) -> None:
        page.go("bfl")
        assert (
            page.form.provider.keeping.words.text()
            == "It will be kept in the system's keyring, not in a file."
        )
        page.paste("key", KEY)
        assert page.form.provider.keeping.words.text() == "Kept in the system's keyring, not in a file."
        assert page.field("key").line.placeholderText().endswith(f"• {KEY[-4:]}")


class TestTheWayHere:
    def test_another_page_leads_to_a_service(self, page) -> None:
        page.panel.show_section("general")
        page.bench.journey.providerWanted.emit("gemini")
        assert page.panel.sections.value == "ai"
        assert page.form.title.text() == "Google Gemini"

    def test_also_when_the_settings_are_built_only_then(self, bench, page_of) -> None:
        bench.journey.providerWanted.emit("fal")
        page = page_of(bench)
        assert page.panel.sections.value == "ai"
        assert page.form.title.text() == "fal.ai"
        assert page.section.list.rows.value == "fal"

    def test_an_unknown_service_shows_the_section(self, page) -> None:
        page.bench.journey.providerWanted.emit("gone")
        assert page.panel.sections.value == "ai"


class TestAKeyIsNowhere:
    def test_in_no_file_no_log_no_word_of_the_page(self, page, server, caplog, capfd) -> None:
        caplog.set_level(logging.DEBUG)
        planted = f"{KEY}-planted-here"
        for offer_id in ("bfl", "cloudflare", "sdapi", SERVICE):
            page.go(offer_id)
            page.form.provider.more.setChecked(True)
            control = page.field("key")
            control.line.setFocus()
            QTest.keyClicks(control.line, planted)
            assert planted not in words_of(page.panel)
            QTest.keyClick(control.line, Qt.Key.Key_Return)
            assert page.keys.get(offer_id) == planted
            assert control.line.text() == ""
            control.line.undo()
            assert control.line.text() == ""
        own(page, server)
        page.form.provider.test.click()
        assert page.form.provider.result._level == "error"
        assert planted not in words_of(page.panel)
        assert planted not in repr(page.presenter.ai._offers)
        assert planted not in caplog.text
        assert planted not in "".join(capfd.readouterr())
        for path in page.bench.home.rglob("*"):
            if path.is_file():
                assert planted.encode() not in path.read_bytes(), path

    def test_the_eye_shows_what_is_typed_and_closes_by_itself(self, page) -> None:
        page.go("bfl")
        control = page.field("key")
        control.line.setText("abc")
        control.eye.click()
        assert control.line.echoMode() is QLineEdit.EchoMode.Normal
        QTest.keyClick(control.line, Qt.Key.Key_Return)
        assert control.line.echoMode() is QLineEdit.EchoMode.Password


class TestUse:
    def test_every_control_has_a_name(self, page) -> None:
        for offer_id in ("", "cloudflare", SERVICE, "sdapi", "comfyui", "template", "ollama"):
            page.go(offer_id)
            if page.form.provider is not None:
                page.form.provider.more.setChecked(True)
            assert nameless_controls(page.panel) == []

    def test_tab_goes_as_the_eye_does(self, page) -> None:
        page.go("bfl")
        page.paste("key", KEY)
        way = stops(page.section)
        form = page.form
        wanted = [page.section.offline, page.row(""), page.row("bfl"), form.use, page.field("key").line]
        wanted += [
            form.provider.test,
            form.provider.keeping.key_page,
            page.field("model"),
            form.provider.more,
        ]
        wanted += [form.cap.spin, form.cap.more, form.wishes.count, form.wishes.ask, form.wishes.photo]
        places = [way.index(widget) for widget in wanted]
        assert places == sorted(places)

    def test_arrow_keys_go_through_the_services(self, page) -> None:
        page.go(SERVICE)
        page.row(SERVICE).setFocus()
        QTest.keyClick(page.row(SERVICE), Qt.Key.Key_Down)
        assert page.form.title.text() == "Black Forest Labs"

    @pytest.mark.parametrize("theme", ["dark", "light"])
    @pytest.mark.parametrize("width", [696, 936, 1328])
    def test_it_paints_at_every_width(self, page, theme, width) -> None:
        page.bench.theme_book.set_mode(theme)
        page.panel.resize(width + 24 + 192, 640)
        for offer_id in ("", "cloudflare", SERVICE, "sdapi", "ollama"):
            page.go(offer_id)
            assert not page.panel.grab().isNull()
            content = page.form.page.widget()
            assert content.width() <= page.form.page.viewport().width()

    def test_after_leaving_nothing_is_touched(self, make_bench, held, page_of) -> None:
        bench = make_bench(held)
        page = page_of(bench)
        page.panel.show_section("ai")
        page.presenter.leave()
        held.run()
        assert page.form.provider is None
        bench.workshop.keeper.change(offline=True)
        assert not page.section.offline.isChecked()
