"""The graph ComfyUI is sent: ours, or a person's own file with places for prompt, seed and size."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.words import Phrase, say

CHECKPOINT = "%checkpoint%"
_PROMPT = "%prompt%"
_MOST_BYTES = 5_000_000
Graph = dict[str, Any]


def load_workflow(path: str) -> Graph:
    """Read a workflow in ComfyUI's API format.

    Parameters
    ----------
    path : str
        The person's own file; empty for ours.

    Raises
    ------
    ServiceError
        It cannot be read, is none in that format, or has no place for the prompt (``bad_input``).
    """
    own = Path(path).expanduser() if path else resource_path("workflows", "comfyui_checkpoint.json")
    try:
        with own.open("rb") as file:
            graph = json.loads(file.read(_MOST_BYTES))
    except (OSError, RuntimeError, ValueError, RecursionError):
        raise _bad(
            say("The workflow file “{name}” cannot be read.", name=own.name),
            say("Choose a file that ComfyUI saved with “Export (API)”."),
        ) from None
    if not isinstance(graph, dict) or not graph or not all(map(_is_node, graph.values())):
        raise _bad(
            say("“{name}” is no workflow in the API format.", name=own.name),
            say("In ComfyUI choose “Export (API)”, not “Save”."),
        )
    if not has_place(graph, _PROMPT):
        raise _bad(
            say("The workflow “{name}” has no place for the prompt.", name=own.name),
            say("Write %prompt% where the prompt belongs; %seed%, %width% and %height% are filled in, too."),
        )
    return graph


def has_place(graph: object, place: str) -> bool:
    """Tell whether a placeholder stands anywhere in a graph."""
    if isinstance(graph, dict):
        return any(has_place(value, place) for value in graph.values())
    if isinstance(graph, list):
        return any(has_place(value, place) for value in graph)
    return isinstance(graph, str) and place in graph


def filled(graph: Any, values: Mapping[str, str | int]) -> Any:
    """Return a graph with every placeholder filled; a value that is nothing else keeps its type.

    What is filled in is never looked through again, so a prompt may hold any text.
    """
    if isinstance(graph, dict):
        return {name: filled(value, values) for name, value in graph.items()}
    if isinstance(graph, list):
        return [filled(value, values) for value in graph]
    if not isinstance(graph, str):
        return graph
    if graph in values:
        return values[graph]
    place = next((place for place in values if place in graph), None)
    if place is None:
        return graph
    before, _, after = graph.partition(place)
    return f"{_filled_text(before, values)}{values[place]}{_filled_text(after, values)}"


def _filled_text(text: str, values: Mapping[str, str | int]) -> str:
    return str(filled(text, values))


def _is_node(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("class_type"), str)


def _bad(message: Phrase, hint: Phrase) -> ServiceError:
    return ServiceError(message, hint, reason="bad_input")
