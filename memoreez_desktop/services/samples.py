"""The sample photo and the sample story of the Welcome page."""

from __future__ import annotations

import tomllib
from pathlib import Path

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.story import Story


def sample_photo() -> Path:
    """Return where the sample photo lies."""
    return resource_path("samples", "photo.jpg")


def sample_story(language: str = "en") -> Story:
    """Return the sample story in ``en`` or ``de``; any other language gets English."""
    stories = tomllib.loads(resource_path("samples", "story.toml").read_text(encoding="utf-8"))
    told = stories.get(language, stories["en"])
    return Story(
        name=told["name"],
        age=told["age"],
        passions=tuple(told["passions"]),
        quirk=told["quirk"],
        occasion=told["occasion"],
    )
