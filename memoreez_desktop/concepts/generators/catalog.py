"""Every image generator: one import and one line each."""

from __future__ import annotations

from functools import cache

from memoreez_desktop.concepts.generators.api import ImageGenerator
from memoreez_desktop.concepts.generators.bfl import BlackForestLabs
from memoreez_desktop.concepts.generators.cloudflare import Cloudflare
from memoreez_desktop.concepts.generators.comfyui import ComfyUi
from memoreez_desktop.concepts.generators.fal import Fal
from memoreez_desktop.concepts.generators.gemini import Gemini
from memoreez_desktop.concepts.generators.openai_images import OpenAiImages
from memoreez_desktop.concepts.generators.orchestrator import Orchestrator
from memoreez_desktop.concepts.generators.replicate import Replicate
from memoreez_desktop.concepts.generators.sdapi import SdApi
from memoreez_desktop.concepts.generators.stability import Stability
from memoreez_desktop.core.catalog import Catalog


@cache
def generator_catalog() -> Catalog[ImageGenerator]:
    """Return all image generators, in the order in which people see them."""
    members: tuple[ImageGenerator, ...] = (
        Cloudflare(),
        OpenAiImages(),
        BlackForestLabs(),
        Replicate(),
        Fal(),
        Gemini(),
        Stability(),
        SdApi(),
        ComfyUi(),
        Orchestrator(),
    )
    return Catalog("image generator", members)
