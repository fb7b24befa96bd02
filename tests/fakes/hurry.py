"""Services of tests answer at once: nobody waits between two questions as long as in life."""

from __future__ import annotations

import pytest

from memoreez_desktop.network import comfyui_queue, queued, wire

_MOMENT_S = 0.02


@pytest.fixture
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the pauses before a question is asked again; what they are for stays the same."""
    monkeypatch.setattr(queued, "_FIRST_WAIT_S", _MOMENT_S)
    monkeypatch.setattr(queued, "_STEP_S", _MOMENT_S)
    monkeypatch.setattr(comfyui_queue, "_FIRST_LOOK_S", _MOMENT_S)
    monkeypatch.setattr(comfyui_queue, "_LISTEN_S", _MOMENT_S)
    monkeypatch.setattr(wire, "_WAITS_S", (_MOMENT_S,))
