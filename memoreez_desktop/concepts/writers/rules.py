"""What a picture must show so that a printable figure can be made of it, in words for drawing services.

A sculpture is made from the picture: what is thin, loose or hidden in it will not print. The rules are those
of filament printing (see the limits of ``printability``); services draw what they are told in plain nouns
and adjectives, and their filters stumble over some harmless words, which are avoided.
"""

from __future__ import annotations

from memoreez_desktop.core.story import Story

CHARACTERS: tuple[tuple[str, str], ...] = (
    ("whimsical", "playful and funny, a small joke about the person"),
    ("heroic", "grand and proud, the person's passion as a monument"),
    ("hybrid", "two of the interests grown together into one surprising thing"),
    ("icon", "one calm emblem, reduced to its clearest form"),
)
"""The four characters, in the order in which they take turns."""

LOOK = (
    "matte grey clay model, soft even studio light, seen slightly from above, whole object in the picture, "
    "alone on a pure white background, no shadow on the ground, no scenery, no colours, no text"
)
"""Ends every prompt, whoever wrote it."""

SHAPE = (
    "one single fused body, wide foundation growing narrower upwards, thick sturdy forms, fine detail only "
    "as shallow relief, nothing floating, nothing thin, standing on a thick round pedestal that is part of it"
)

SCHEMA = {
    "type": "object",
    "properties": {
        "concepts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "title": {"type": "string"},
                    "character": {"type": "string", "enum": [name for name, _ in CHARACTERS]},
                    "prompt": {"type": "string"},
                },
                "required": ["title", "character", "prompt"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["concepts"],
    "additionalProperties": False,
}

_TURNS = "; ".join(f"{name} ({words})" for name, words in CHARACTERS)
INSTRUCTION = f"""You design small keepsake figures for 3D printing with plastic filament.
Answer with JSON only: {{"concepts": [{{"title": …, "character": …, "prompt": …}}]}}.
Each title has at most four words, in the language of the story.
Each prompt is English, at most 60 words, and describes one object to be drawn.
Characters, one each in this order and then again: {_TURNS}.
Every object is {SHAPE}. People are solid silhouettes or reliefs, fully dressed.
No rods, cables, thin fingers, loose parts, glass, smoke, water splashes, lettering or brand names.
What the person dislikes is never the subject. Do not explain, do not think aloud."""


def story_words(story: Story, count: int) -> str:
    """Put a story into the words that a prompt writer reads."""
    lines = [f"Number of concepts: {count}"]
    named = (
        ("For", story.name),
        ("Passions", ", ".join(story.passions)),
        ("Quirk", story.quirk),
        ("Occasion", story.occasion),
        ("Years", "" if story.age is None else str(story.age)),
        ("Story", story.free_text),
    )
    lines += [f"{label}: {value}" for label, value in named if value.strip()]
    return "\n".join(lines)
