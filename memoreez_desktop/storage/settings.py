"""What the person chose, in one small JSON file with a version and its migrations."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import math
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.files import write_atomic

SCHEMA_VERSION = 2
AI_COUNTS = range(1, 9)
Theme = Literal["system", "dark", "light"]
Language = Literal["system", "en", "de"]


@dataclass(frozen=True)
class Settings:
    """Everything a person may choose once for all.

    Attributes
    ----------
    data_folder : str
        Where the library is; empty for the platform's own place.
    window_geometry : str
        What the window wrote about its own place, base64; empty at first.
    watched_folder : str
        Where other programs put models: each new one is offered; empty for none.
    last_folder : str
        Where a file was last opened or saved.
    offline : bool
        Nothing of the program may use the network.
    proxy_url, ca_file : str
        The way to the network, and a file with further certificates; empty for the system's own. A proxy's
        password is not in here but in the keyring.
    private_services : bool
        Every service may be at an address of one's own network: for a gateway at home.
    monthly_cap_usd : float
        What all services together may cost in a month.
    generator_id : str
        Who draws concepts; empty for the studio alone.
    writer_id : str
        Who writes the prompts.
    sculptor_id : str
        Who makes meshes of pictures; empty for nobody.
    ask_before_paid : bool
        Every order that costs money is confirmed before it is sent.
    ai_count : int
        Pictures that are ordered for each story, 1 to 8.
    send_photo : bool
        The first photo of a story goes along, to services that can draw from one.
    figure_height_mm : float
        Suggested for a model that has no size of its own; what was last answered.
    providers : dict of id -> field -> value
        What was entered for the providers. Keys are never among it.
    """

    schema_version: int = SCHEMA_VERSION
    theme: Theme = "system"
    language: Language = "system"
    printer_id: str = "generic-220"
    material_id: str = "pla"
    quality_id: str = "standard"
    engine_id: str = "memoreez"
    data_folder: str = ""
    reduce_motion: bool = False
    welcome_seen: bool = False
    window_geometry: str = ""
    watched_folder: str = ""
    last_folder: str = ""
    offline: bool = False
    proxy_url: str = ""
    ca_file: str = ""
    private_services: bool = False
    monthly_cap_usd: float = 10.0
    generator_id: str = ""
    writer_id: str = "template"
    sculptor_id: str = ""
    ask_before_paid: bool = True
    ai_count: int = 4
    send_photo: bool = False
    figure_height_mm: float = 80.0
    providers: dict[str, dict[str, ParamValue]] = field(default_factory=dict)


Values = dict[str, Any]
# From version n to n + 1. A new version adds one function; none is ever removed.
MIGRATORS: Mapping[int, Callable[[Values], Values]] = {
    # Services that draw came with version 2: nothing before it used the network.
    1: lambda values: {**values, "providers": {}, "generator_id": ""},
}
_CHOICES: Mapping[str, tuple[str, ...]] = {"theme": get_args(Theme), "language": get_args(Language)}


class SettingsFile:
    """The file the settings are kept in.

    Attributes
    ----------
    notice : str
        After :meth:`load`: a sentence for people when the file was damaged and set aside, else empty.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""

    def load(self) -> Settings:
        """Read the settings: defaults when there are none yet, and defaults for what makes no sense."""
        self.notice = ""
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
            version = int(values["schema_version"])
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, KeyError, TypeError):
            self._set_aside()
            return Settings()
        for number in range(version, SCHEMA_VERSION):
            values = MIGRATORS[number](values) if number in MIGRATORS else values
        return settings_from_values(values)

    def save(self, settings: Settings) -> None:
        """Write the settings: complete, or not at all.

        Raises
        ------
        StorageError
            The folder is not writable or the disk is full.
        """
        values = dataclasses.asdict(dataclasses.replace(settings, schema_version=SCHEMA_VERSION))
        write_atomic(self.path, json.dumps(values, indent=2, ensure_ascii=False).encode() + b"\n")

    def _set_aside(self) -> None:
        aside = self.path.with_name(f"{self.path.stem}.broken-{time.strftime('%Y%m%d-%H%M%S')}.json")
        with contextlib.suppress(OSError):
            os.replace(self.path, aside)
        self.notice = say(
            "The settings file was damaged. It was set aside as “{name}”, and the defaults apply.",
            name=aside.name,
        )


def settings_from_values(values: Mapping[str, Any]) -> Settings:
    """Take what has the right type and a known value; everything else stays at its default."""
    defaults = Settings()
    good: Values = {}
    for known in dataclasses.fields(Settings):
        value, default = values.get(known.name), getattr(defaults, known.name)
        if type(value) is type(default) and value in _CHOICES.get(known.name, (value,)):
            good[known.name] = value
    for name in ("monthly_cap_usd", "figure_height_mm"):
        if not math.isfinite(good.get(name, 0.0)):
            del good[name]
    if good.get("ai_count", 1) not in AI_COUNTS:
        del good["ai_count"]
    good["providers"] = _entered(good.get("providers", {}))
    return Settings(**{**good, "schema_version": SCHEMA_VERSION})


def _entered(providers: Mapping[Any, Any]) -> dict[str, dict[str, ParamValue]]:
    """Take only fields with plain values."""
    return {
        str(name): {
            str(key): value for key, value in fields.items() if isinstance(value, str | bool | int | float)
        }
        for name, fields in providers.items()
        if isinstance(fields, dict)
    }
