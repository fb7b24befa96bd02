"""Settings, Cut-outs: what is here is told, nothing is fetched unasked, and a download can be stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl

from memoreez_desktop.core.errors import ProviderError
from memoreez_desktop.imaging.cutout_models import cutout_models
from memoreez_desktop.services import better_cutout
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.settings import cutouts
from memoreez_desktop.ui.settings.cutout_model_panel import shipped_label
from memoreez_desktop.ui.settings.page import build

LIGHT, FINE = "u2netp", "isnet-general-use"


@pytest.fixture
def models(tmp_path: Path, monkeypatch: Any) -> Path:
    monkeypatch.setenv("MEMOREEZ_HOME", str(tmp_path / "home"))
    return better_cutout.models_folder()


def opened(bench: Any, qtbot: Any) -> PageParts:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    parts.panel.resize(1000, 700)
    parts.panel.show()
    parts.panel.show_section("cutouts")
    return parts


@pytest.fixture
def section(models: Path, bench: Any, qtbot: Any) -> Any:
    return opened(bench, qtbot).panel.cutouts


def test_each_model_is_told_with_size_licence_and_state(section) -> None:
    assert list(section.models) == [LIGHT, FINE]
    light, fine = section.models[LIGHT], section.models[FINE]
    assert light.state.text == "Not here"
    assert "4.6 MB" in light.facts.text()
    assert "Apache-2.0" in light.facts.text()
    assert "4.6 MB" in light.download.text()
    assert "github.com" in light.download.text()
    assert "licence unclear" in fine.facts.text()
    assert not fine.download.isVisible()
    assert nameless_controls(section) == []


def test_a_file_put_into_the_folder_is_seen_on_the_way_back(section, models) -> None:
    models.mkdir(parents=True)
    (models / "isnet-general-use.onnx").write_bytes(b"x")
    (models / "u2netp.onnx.part").write_bytes(b"x" * 1_000_000)
    section.looked_at.emit()
    assert section.models[FINE].state.text == "On this computer"
    assert "1.0 MB of 4.6 MB" in section.models[LIGHT].download.text()


@pytest.mark.parametrize("here", [True, False])
def test_the_runtime_is_told(models, bench, qtbot, monkeypatch, here) -> None:
    monkeypatch.setattr(better_cutout, "runtime_is_here", lambda: here)
    words = opened(bench, qtbot).panel.cutouts.runtime.text()
    assert ("pip install" in words) != here


def test_a_download_shows_progress_and_then_the_model(section, models, monkeypatch) -> None:
    seen = []

    def download(model_id, wire, job):
        job.progress(0.5, "Downloading")
        seen.append((section.models[LIGHT].strip.count.text(), section.models[LIGHT].download.isVisible()))
        models.mkdir(parents=True)
        (models / f"{model_id}.onnx").write_bytes(b"x")

    monkeypatch.setattr(better_cutout, "download_cutout", download)
    section.models[LIGHT].download.click()
    assert seen == [("2.3 MB of 4.6 MB", False)]
    assert section.models[LIGHT].state.text == "On this computer"
    assert not section.models[LIGHT].strip.isVisible()
    assert not section.models[LIGHT].download.isVisible()


def test_a_failure_is_said_at_the_model_and_the_button_is_back(section, monkeypatch) -> None:
    def download(model_id, wire, job):
        raise ProviderError("The download does not go on.", "Look at the network; what has arrived is kept.")

    monkeypatch.setattr(better_cutout, "download_cutout", download)
    section.models[LIGHT].download.click()
    assert "does not go on" in section.models[LIGHT].trouble.text()
    assert section.models[LIGHT].download.isVisible()


def test_cancel_is_heard_at_once_and_the_button_is_back(models, make_bench, held, qtbot) -> None:
    section = opened(make_bench(held), qtbot).panel.cutouts
    held.run()
    panel = section.models[LIGHT]
    panel.download.click()
    assert not panel.strip.isHidden()
    panel.strip.cancel.click()
    held.run()
    assert panel.strip.isHidden()
    assert not panel.download.isHidden()


def test_nothing_is_fetched_by_looking(section, monkeypatch) -> None:
    monkeypatch.setattr(better_cutout, "download_cutout", lambda *_: pytest.fail("fetched unasked"))
    section.looked_at.emit()


def test_every_shipped_label_can_be_translated() -> None:
    assert {model.id: shipped_label(model.id) for model in cutout_models()} == {
        model.id: model.label for model in cutout_models()
    }


def test_the_folder_is_made_and_opened(section, models, monkeypatch) -> None:
    urls = []
    monkeypatch.setattr(cutouts.QDesktopServices, "openUrl", urls.append)
    section.open_folder.click()
    assert urls == [QUrl.fromLocalFile(str(models))]
    assert models.is_dir()
