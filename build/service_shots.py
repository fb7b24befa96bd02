"""Pictures of cards that a service draws; part of make_screenshots."""

from __future__ import annotations

import tempfile
from pathlib import Path

from drawing_service import drawing_service, keepsakes_on_white
from make_screenshots import Photographer, wait_for, window

_LOOKS = (
    ("", 1440, 900, "dark", "en"),
    ("light-german-", 1440, 900, "light", "de"),
    ("small-", 1024, 700, "dark", "en"),
)


def take_services() -> int:
    """Take them in every look, each in a home of its own."""
    pictures = keepsakes_on_white()
    for prefix, width, height, theme, language in _LOOKS:
        with tempfile.TemporaryDirectory() as home, drawing_service(pictures) as address:
            service = {"openai-images": {"base_url": address, "stream": False}}
            chosen = {"private_services": True, "generator_id": "openai-images", "providers": service}
            look = {"theme": theme, "language": language, "welcome_seen": True}
            with window(Path(home), width, height, **look, **chosen) as camera:
                camera.prefix = prefix
                _take(camera)
    return 0


def _take(camera: Photographer) -> None:
    """Tell a story: the offer, one picture on the way, one when all came but one that was refused."""
    # Only after the window's environment is set.
    from memoreez_desktop.core.story import Brief, Story  # noqa: PLC0415

    told = Story(name="Grandpa Karl", age=70, passions=("Fishing", "Tractors"), occasion="birthday")
    page = camera.show("story")
    camera.program.journey.set_brief(Brief(told))
    camera.idle()
    page.create.click()
    grid = camera.window.page("concepts").panel
    wait_for(lambda: not grid.price.isHidden(), "the offer")
    camera.idle()
    camera.take("concepts-ai-offer")
    grid.price.draw.click()
    wait_for(lambda: any(card.ai and card.can_open for card in grid.model.cards), "a keepsake")
    camera.take("concepts-ai-filling")
    camera.idle()
    camera.take("concepts-ai")
