"""Every prompt writer: one import and one line each."""

from __future__ import annotations

from functools import cache

from memoreez_desktop.concepts.writers.api import PromptWriter
from memoreez_desktop.concepts.writers.cloudflare_chat import CloudflareChatWriter
from memoreez_desktop.concepts.writers.ollama import OllamaWriter
from memoreez_desktop.concepts.writers.openai_chat import OpenAiChatWriter
from memoreez_desktop.concepts.writers.template import TemplateWriter
from memoreez_desktop.core.catalog import Catalog


@cache
def writer_catalog() -> Catalog[PromptWriter]:
    """Return all prompt writers; the first one needs nothing."""
    members: tuple[PromptWriter, ...] = (
        TemplateWriter(),
        OpenAiChatWriter(),
        OllamaWriter(),
        CloudflareChatWriter(),
    )
    return Catalog("prompt writer", members)
