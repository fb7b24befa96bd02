"""Prompts without any AI: the story's own words in sentences that are known to give printable figures."""

from __future__ import annotations

import random

from memoreez_desktop.concepts.story_language import told_language
from memoreez_desktop.concepts.story_text import complete_story
from memoreez_desktop.concepts.writers.api import WriterInfo
from memoreez_desktop.concepts.writers.reply import finished
from memoreez_desktop.concepts.writers.rules import CHARACTERS, SHAPE
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire

_SENTENCES = {
    "whimsical": (
        "a chubby cheerful figurine about {one}, with a friendly oversized expression",
        "a tiny comic scene about {one}, all parts squeezed together into one plump shape",
        "a round smiling creature that loves {one}, hugging a big symbol of it",
    ),
    "heroic": (
        "a proud monument to {one}, a bold upright composition like a trophy",
        "a victorious statue of {one}, strong simple planes, rising from a broad rock",
        "an epic shield-like sculpture celebrating {one}, solid and symmetrical",
    ),
    "hybrid": (
        "{one} and {two} merged into one surprising object, half and half, seamless",
        "a creature whose body is {one} and whose head is {two}, compact and solid",
        "a vehicle made of {one} that carries {two}, everything fused together",
    ),
    "icon": (
        "a smooth minimal emblem of {one}, one clear silhouette with softly rounded edges",
        "a thick medallion-like symbol of {one}, calm and balanced",
        "a simplified pebble-smooth sculpture of {one}, reduced to its essence",
    ),
}
_TITLES = {
    "whimsical": {"en": "Happy {one}", "de": "Fröhlich: {one}"},
    "heroic": {"en": "Champion of {one}", "de": "Ein Denkmal: {one}"},
    "hybrid": {"en": "{one} meets {two}", "de": "{one} trifft {two}"},
    "icon": {"en": "Simply {one}", "de": "Einfach {one}"},
}
_INFO = WriterInfo(
    "template",
    say("Built-in templates"),
    say("Writes prompts on this computer from your own words, without any service."),
    local=True,
    leaves=say("Nothing leaves this computer."),
)


class TemplateWriter:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`."""
        return AVAILABLE

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`; never uses the network."""
        return say("It needs nothing and always works.")

    def write(
        self, story: Story, count: int, seed: int, values: ProviderValues, wire: Wire, job: JobContext
    ) -> tuple[ConceptPrompt, ...]:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`; never uses the network."""
        return template_prompts(story, count, seed)


def template_prompts(story: Story, count: int, seed: int) -> tuple[ConceptPrompt, ...]:
    """Write prompts, the same for the same story and seed; a longer list begins with the shorter."""
    told = complete_story(story)
    subjects = [word.strip() for word in told.passions if word.strip()] or ["a heart", "a star"]
    lots = random.Random(seed)
    turns = {name: lots.sample(range(3), 3) for name, _ in CHARACTERS}
    start = lots.randrange(len(subjects))
    language = "de" if told_language(story) == "de" else "en"
    prompts = []
    for number in range(count):
        character = CHARACTERS[number % len(CHARACTERS)][0]
        lap = number // len(CHARACTERS)
        one = subjects[(start + number) % len(subjects)]
        two = subjects[(start + number + 1) % len(subjects)] if len(subjects) > 1 else "a heart"
        sentence = _SENTENCES[character][turns[character][lap % 3]].format(one=one, two=two)
        title = _TITLES[character][language].format(one=one, two=two)
        prompts.append(
            ConceptPrompt(title[:1].upper() + title[1:], character, finished(f"{sentence}, {SHAPE}"))
        )
    return tuple(prompts)
