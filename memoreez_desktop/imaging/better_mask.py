"""The subject cut out by a trained model, where its file and ONNX Runtime are on this computer."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.cutout_models import CutoutModel
from memoreez_desktop.imaging.mask import SubjectMask
from memoreez_desktop.imaging.mask_cut import tidy
from memoreez_desktop.imaging.mask_words import describe

_TIDY_PX = 640
_THREADS = 2
# How far from a plain yes or no the model may be on average before it is not to be believed.
_SURE_AT, _UNSURE_AT = 0.04, 0.25


def runtime_is_here() -> bool:
    """Tell whether ONNX Runtime is installed; nothing is imported."""
    return importlib.util.find_spec("onnxruntime") is not None


def better_mask(rgb: NDArray[np.uint8], model: CutoutModel, file: Path) -> SubjectMask:
    """Cut out the subject by a trained model.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
    model : CutoutModel
    file : Path
        Its ONNX file, checked before (see ``services.better_cutout``).

    Raises
    ------
    InputError
        ONNX Runtime is not installed, or the file is not a model that fits.
    """
    if not runtime_is_here():
        raise InputError(
            say("The better cut-out needs ONNX Runtime, which is not installed."),
            say("Install it with: {command}", command="pip install 'memoreez-desktop[cutout]'"),
        )
    sure = _asked(rgb, model, file)
    height, width = rgb.shape[:2]
    ratio = min(1.0, _TIDY_PX / max(height, width))
    size = (max(16, round(width * ratio)), max(16, round(height * ratio)))
    small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    near = np.asarray(cv2.resize(sure, size, interpolation=cv2.INTER_LINEAR), np.float32)
    cut = tidy((near > 0.5).astype(np.uint8), near + np.float32(1e-6), small)
    soft = cv2.GaussianBlur(cut.astype(np.float32), (0, 0), 0.8)
    mask = np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC) > 0.5)
    doubt = float(np.minimum(near, 1 - near).mean())
    trust = float(np.clip((_UNSURE_AT - doubt) / (_UNSURE_AT - _SURE_AT), 0, 1)) if mask.any() else 0.0
    return SubjectMask(mask, trust, *describe(mask, trust))


def _asked(rgb: NDArray[np.uint8], model: CutoutModel, file: Path) -> NDArray[np.float32]:
    """Run the model; (side, side) float32, 0-1."""
    import onnxruntime  # noqa: PLC0415 - an optional package, and 0.2 s for whoever does not use it

    side = model.side_px
    square = cv2.resize(rgb, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32)
    square /= max(float(square.max()), 1.0)
    square = (square - np.array(model.mean, np.float32)) / np.array(model.spread, np.float32)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    try:
        session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        name = session.get_inputs()[0].name
        answer = session.run(None, {name: np.ascontiguousarray(square.transpose(2, 0, 1)[None])})[0]
    except _faults_of(onnxruntime) as error:
        raise _unfit(model) from error
    sure = np.asarray(answer, np.float32)
    if sure.ndim != 4 or sure.shape[-2:] != (side, side) or not np.isfinite(sure).all():
        raise _unfit(model)
    sure = sure[0, 0]
    low, high = float(sure.min()), float(sure.max())
    return np.asarray((sure - np.float32(low)) / np.float32(max(high - low, 1e-6)), np.float32)


def _faults_of(runtime: ModuleType) -> tuple[type[Exception], ...]:
    """Return what the runtime raises on a bad model: a dozen kinds that have no common base of their own."""
    kinds = vars(runtime.capi.onnxruntime_pybind11_state).values()
    own = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Exception))
    return (RuntimeError, ValueError, IndexError, *own)


def _unfit(model: CutoutModel) -> InputError:
    return InputError(
        say("“{name}” is not a model that can be used.", name=model.file_name),
        say("Delete it and download it again."),
    )
