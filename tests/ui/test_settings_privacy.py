"""Privacy: one's own way to the network, and the honest list of what left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import certifi
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.network.api import Ask, Outbound
from memoreez_desktop.storage.settings import SettingsFile
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.settings.page import build
from memoreez_desktop.ui.settings.privacy_requests import RequestsModel, size_words
from tests.fakes.loopback import Reply, loopback

SECRET = "s3cret-of-the-proxy"


@pytest.fixture
def panel(bench: Any, qtbot: Any) -> Iterator[Any]:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    parts.panel.resize(1200, 800)
    parts.panel.show()
    parts.panel.show_section("privacy")
    yield parts.panel
    parts.presenter.leave()
    shiboken6.delete(parts.panel)


def kept(bench: Any) -> Any:
    return SettingsFile(bench.home / "settings.json").load()


def enter(panel: Any, address: str) -> None:
    panel.privacy.proxy.setText(address)
    QTest.keyClick(panel.privacy.proxy, Qt.Key.Key_Return)


def test_a_proxy_is_kept_and_its_password_only_in_the_keyring(panel, bench) -> None:
    enter(panel, f"http://anna:{SECRET}@proxy.example:3128")
    assert kept(bench).proxy_url == "http://anna@proxy.example:3128"
    assert panel.privacy.proxy.text() == "http://anna@proxy.example:3128"
    assert SECRET not in (bench.home / "settings.json").read_text()
    assert bench.workshop.services.desk().keys.get("proxy", "password") == SECRET
    enter(panel, "http://anna@proxy.example:3128")
    assert bench.workshop.services.desk().keys.get("proxy", "password") == SECRET
    enter(panel, "")
    assert kept(bench).proxy_url == ""


def test_what_is_no_proxy_is_said_and_not_kept(panel, bench) -> None:
    enter(panel, "proxy example")
    assert kept(bench).proxy_url == ""
    assert "no address" in panel.privacy._proxy_field.hint.text()
    enter(panel, "proxy.example:3128")
    assert kept(bench).proxy_url == "http://proxy.example:3128"
    assert "keyring" in panel.privacy._proxy_field.hint.text()


def test_certificates_are_looked_into_before_they_are_kept(panel, bench, tmp_path, monkeypatch) -> None:
    chosen = [str(tmp_path / "missing.pem")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (chosen[0], ""))
    panel.privacy.choose.click()
    assert kept(bench).ca_file == ""
    assert "cannot be read" in panel.privacy._certificates_field.hint.text()
    assert panel.privacy.forget.isHidden()
    chosen[0] = certifi.where()
    panel.privacy.choose.click()
    assert kept(bench).ca_file == certifi.where()
    assert "in it" in panel.privacy._certificates_field.hint.text()
    panel.privacy.forget.click()
    assert kept(bench).ca_file == ""
    chosen[0] = ""
    panel.privacy.choose.click()
    assert kept(bench).ca_file == ""


def test_services_in_ones_own_network_are_a_wish(panel, bench) -> None:
    panel.privacy.private.click()
    assert kept(bench).private_services


def test_nothing_so_far_then_every_request_the_newest_first(panel, bench) -> None:
    privacy = panel.privacy
    assert not privacy.nothing.isHidden()
    assert privacy.table.isHidden()
    assert not privacy.copy.isEnabled()
    desk = bench.workshop.services.desk()
    with loopback({"GET /a": Reply(200, b"12345"), "POST /b": Reply(402, b"no")}) as server:
        wire = desk.wire(bench.workshop.keeper.settings)
        wire.call(Ask("GET", f"{server.url}/a?secret", local=True), JobContext())
        wire.call(Ask("POST", f"{server.url}/b", content=b"1" * 1500, local=True), JobContext())
    privacy.looked_at.emit()
    rows = privacy.table.requests
    assert privacy.nothing.isHidden()
    assert rows.words(rows.rows[0])[1:] == ("127.0.0.1 · your own network", "POST", "1.5 kB", "2 B", "402")
    assert rows.words(rows.rows[1])[1:] == ("127.0.0.1 · your own network", "GET", "0 B", "5 B", "200")
    privacy.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "Time\tTo\tRequest\tSent\tReceived\tAnswer"
    assert len(copied.splitlines()) == 3
    assert "secret" not in copied


def test_the_list_is_a_sound_model(qtmodeltester) -> None:
    model = RequestsModel()
    qtmodeltester.check(model)
    model.show_rows([Outbound("a.example", "GET", 1, 2, 200), Outbound("b.example", "POST", 1, 2, 0)])
    qtmodeltester.check(model)
    assert model.data(model.index(1, 5)) == "none"


def test_the_same_rows_keep_what_is_selected(panel) -> None:
    rows = [Outbound("a.example", "GET", 1, 2, 200, at_s=float(second)) for second in range(3)]
    panel.privacy.show_requests(rows)
    panel.privacy.table.selectRow(1)
    panel.privacy.show_requests(list(rows))
    assert panel.privacy.table.currentIndex().row() == 1


def test_a_change_made_elsewhere_is_shown(panel, bench) -> None:
    bench.workshop.keeper.change(ca_file="/x/y.pem", private_services=True, proxy_url="http://p:1")
    assert panel.privacy.certificates.text() == "/x/y.pem"
    assert panel.privacy.private.isChecked()
    assert panel.privacy.proxy.text() == "http://p:1"


def test_it_has_names_and_paints_in_both_themes(panel, bench) -> None:
    panel.privacy.show_requests([Outbound("a.example", "GET", 1, 2, 200)] * 30)
    assert nameless_controls(panel) == []
    for theme in ("light", "dark"):
        bench.theme_book.set_mode(theme)
        assert not panel.grab().isNull()


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (2_500_000, "2.5 MB")]
)
def test_sizes_are_said(count, words) -> None:
    assert size_words(count) == words


def test_the_looking_ends_with_the_sight(panel) -> None:
    assert panel.privacy._clock.isActive()
    panel.show_section("general")
    assert not panel.privacy._clock.isActive()
