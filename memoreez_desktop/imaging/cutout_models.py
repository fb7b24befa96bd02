"""Trained models that cut out subjects, as far as this program knows them; none is shipped."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from memoreez_desktop.core.resources import resource_path

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class CutoutModel:
    """An ONNX file that turns a square picture into a map of the subject.

    Attributes
    ----------
    id, label : str
    file_name : str
        What it is called in the folder of models.
    url : str
        Where it can be downloaded; empty where no download is offered.
    size_bytes : int
    sha256 : str
        Hex, lower case.
    licence : str
        SPDX id; empty when it is not known for sure.
    source : str
        Who made it.
    side_px : int
        It sees pictures of this many pixels a side.
    mean, spread : tuple of float
        Taken off each channel, and divided by, after the picture's brightest value is made 1.
    """

    id: str
    label: str
    file_name: str
    url: str
    size_bytes: int
    sha256: str
    licence: str
    source: str
    side_px: int
    mean: Triple
    spread: Triple


def cutout_models() -> tuple[CutoutModel, ...]:
    """Return every model that may be used, the lightest first."""
    models = []
    for path in resource_path("models").glob("*.toml"):
        told = tomllib.loads(path.read_text("utf-8"))
        told["mean"], told["spread"] = tuple(told["mean"]), tuple(told["spread"])
        models.append(CutoutModel(id=path.stem, **told))
    return tuple(sorted(models, key=lambda model: model.size_bytes))
