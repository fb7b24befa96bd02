"""Printers, materials and qualities from TOML files, checked with words that name the file and the key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.profile_rules import check_together, checked_value

P = TypeVar("P", bound=PrinterProfile | MaterialProfile | QualityProfile)

DEFAULT_PRINTER = "generic-220"
DEFAULT_MATERIAL = "pla"
DEFAULT_QUALITY = "standard"


def load_printers(folder: Path | None = None) -> Catalog[PrinterProfile]:
    """Return the printers of ``folder`` (the shipped ones by default), in the order people see.

    Raises
    ------
    StorageError
        A file is not TOML, or a value is missing, misspelt, of the wrong type or out of range.
    """
    return _load("printer", PrinterProfile, folder or resource_path("printers"))


def load_materials(folder: Path | None = None) -> Catalog[MaterialProfile]:
    """Return the materials; see :func:`load_printers`."""
    return _load("material", MaterialProfile, folder or resource_path("materials"))


def load_qualities(folder: Path | None = None) -> Catalog[QualityProfile]:
    """Return the qualities; see :func:`load_printers`."""
    return _load("quality", QualityProfile, folder or resource_path("qualities"))


def default_settings() -> SliceSettings:
    """Return what is used when nobody has chosen anything."""
    return SliceSettings(
        load_printers().get(DEFAULT_PRINTER),
        load_materials().get(DEFAULT_MATERIAL),
        load_qualities().get(DEFAULT_QUALITY),
    )


def _load(noun: str, kind: type[P], folder: Path) -> Catalog[P]:
    """Each file is one member; its name is the id, its ``order`` the place in the list."""
    found: list[tuple[int, str, P]] = []
    for path in sorted(folder.glob("*.toml")):
        values = _read(path)
        order = values.pop("order", 1000)
        if type(order) is not int:
            raise _wrong(path, "order", say("it must be a whole number"))
        found.append((order, path.stem, _profile(kind, path, values)))
    if not found:
        raise StorageError(
            say("There is no {noun} profile in {folder}.", noun=noun, folder=str(folder)),
            say("Install the program again; its data is missing."),
        )
    return Catalog(noun, [member for _, _, member in sorted(found, key=lambda item: item[:2])])


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StorageError(
            say("The profile {file} could not be read: {reason}.", file=path.name, reason=str(error)),
            say("Mend the file or remove it: {path}", path=str(path)),
        ) from error


def _profile(kind: type[P], path: Path, values: dict[str, Any]) -> P:
    hints = get_type_hints(kind)

    def wrong(key: str, reason: str) -> StorageError:
        return _wrong(path, key, reason)

    for key in values:
        if key not in hints or key == "id":
            known = ", ".join(sorted(hints.keys() - {"id"}))
            raise wrong(key, say("it is not known; known are {known}", known=known))
    if not str(values.get("label", "")).strip():
        raise wrong("label", say("it is missing"))
    good: dict[str, Any] = {
        key: checked_value(key, value, hints[key], wrong) for key, value in values.items()
    }
    profile = kind(**{**good, "id": path.stem})
    check_together(profile, wrong)
    return profile


def _wrong(path: Path, key: str, reason: str) -> StorageError:
    return StorageError(
        say("The profile {file} has a wrong “{key}”: {reason}.", file=path.name, key=key, reason=reason),
        say("Mend the file or remove it: {path}", path=str(path)),
    )
