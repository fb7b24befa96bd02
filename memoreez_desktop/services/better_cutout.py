"""The better cut-out: which models are on this computer, and getting one when a person asks for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from memoreez_desktop.core.errors import InputError, UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.photo_edit import Stroke
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.better_mask import better_mask, runtime_is_here
from memoreez_desktop.imaging.cutout_models import CutoutModel, cutout_models
from memoreez_desktop.imaging.mask import SubjectMask
from memoreez_desktop.imaging.mask_strokes import strokes_of
from memoreez_desktop.imaging.photo_edit import load_framed
from memoreez_desktop.network.api import Wire
from memoreez_desktop.services.download import download, part_of
from memoreez_desktop.storage.places import default_data_folder


@dataclass(frozen=True)
class CutoutChoice:
    """A model and whether it can be used now.

    Attributes
    ----------
    model : CutoutModel
    on_disk : bool
    can_download : bool
    why_not : str
        Empty when it can be used now.
    arrived_bytes : int
        Of a download that was broken off; it goes on from there.
    """

    model: CutoutModel
    on_disk: bool
    can_download: bool
    why_not: str
    arrived_bytes: int = 0


def models_folder() -> Path:
    """Return the folder of models; nothing is made."""
    return default_data_folder() / "models"


def cutout_choices() -> tuple[CutoutChoice, ...]:
    """Return every model, the lightest first; nothing is loaded and no network is used."""
    choices = []
    for model in cutout_models():
        here = _file(model).is_file()
        why = ""
        if not runtime_is_here():
            why = say("ONNX Runtime is not installed.")
        elif not here:
            why = say("Its file of {size} MB is not on this computer.", size=round(model.size_bytes / 1e6, 1))
        part = part_of(_file(model))
        arrived = part.stat().st_size if part.is_file() and not here else 0
        choices.append(CutoutChoice(model, here, bool(model.url) and not here, why, arrived))
    return tuple(choices)


def download_cutout(model_id: str, wire: Wire, job: JobContext) -> Path:
    """Download a model because a person asked for it.

    Raises
    ------
    UsageError
        There is no such model, or no download is offered.
    ProviderError, StorageError, Cancelled
        See :func:`memoreez_desktop.services.download.download`.
    """
    model = _model(model_id)
    if not model.url:
        raise UsageError(
            say("No download is offered for “{name}”.", name=model.id),
            say("Put its file into {folder}.", folder=str(models_folder())),
        )
    if not _file(model).is_file():
        download(model.url, _file(model), model.size_bytes, model.sha256, wire, job)
    return _file(model)


def cut_out_better(photo: PhotoRef, model_id: str, longest_px: int, job: JobContext) -> SubjectMask:
    """Cut out the subject of a photo as it is framed, by a model that is on this computer.

    Raises
    ------
    UsageError
        There is no such model.
    InputError
        Its file is not there or not what it should be; ONNX Runtime is not installed; the photo is unusable.
    Cancelled
    """
    model = _model(model_id)
    file = _file(model)
    if not file.is_file():
        raise InputError(
            say("The model “{name}” is not on this computer.", name=model.id),
            say("Get it with: {command}", command=f"memoreez photo models --download {model.id}"),
        )
    job.progress(None, say("Checking"))
    with file.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != model.sha256:
            raise InputError(
                say("“{name}” is not the model it should be.", name=file.name),
                say("Delete it and download it again."),
            )
    job.progress(None, say("Cutting out the subject"))
    return better_mask(load_framed(photo.path, photo.edit, longest_px), model, file)


def trained_strokes(photo: PhotoRef, longest_px: int, job: JobContext) -> tuple[Stroke, ...] | None:
    """Return a trained cut-out as brush strokes, which any keepsake obeys, with or without the model.

    The finest model that can be used now is taken.

    Returns
    -------
    tuple of Stroke, or None
        None when there is no model to use; empty when it finds no subject.

    Raises
    ------
    InputError
        As for :func:`cut_out_better`.
    Cancelled
    """
    usable = [choice.model for choice in cutout_choices() if not choice.why_not]
    if not usable:
        return None
    return strokes_of(cut_out_better(photo, usable[-1].id, longest_px, job).mask)


def _model(model_id: str) -> CutoutModel:
    for model in cutout_models():
        if model.id == model_id:
            return model
    known = ", ".join(model.id for model in cutout_models())
    raise UsageError(
        say("There is no model “{name}”.", name=model_id), say("Known are: {known}.", known=known)
    )


def _file(model: CutoutModel) -> Path:
    return models_folder() / model.file_name
