"""Light and shade of a photo -> low relief."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.fft import dctn, idctn

from memoreez_desktop.imaging.tone import Map, Rgb, local_contrast, luminance


def compressed_relief(
    light: Map, *, knee: float = 0.05, power: float = 0.6, noise: float = 0.012, high_pass_px: float = 0.0
) -> Map:
    """Turn brightness into low relief: large steps are flattened, small ones kept, noise dropped.

    Parameters
    ----------
    light : (h, w) float32, 0-1
    knee, power : float
        A step g of log light becomes g (g / knee)^(power - 1), at most 1.6 g.
    noise : float
        Steps well below this vanish.
    high_pass_px : float
        Take away what changes more slowly than this; 0 keeps it.

    Returns
    -------
    (h, w) float32
        Without unit; about zero in the mean.

    Notes
    -----
    Source: Fattal et al., "Gradient Domain High Dynamic Range Compression", SIGGRAPH 2002; the Poisson
    equation is solved by cosine transforms.
    """
    tone = np.log(np.float32(0.08) + light)
    dx, dy = np.zeros_like(tone), np.zeros_like(tone)
    dx[:, :-1] = np.diff(tone, axis=1)
    dy[:-1] = np.diff(tone, axis=0)
    step = np.sqrt(dx * dx + dy * dy) + np.float32(1e-9)
    gain = np.minimum(np.float32(1.6), (step / np.float32(knee)) ** np.float32(power - 1))
    gain *= step * step / (step * step + np.float32(noise * noise))
    dx *= gain
    dy *= gain
    divergence = dx + dy
    divergence[:, 1:] -= dx[:, :-1]
    divergence[1:] -= dy[:-1]
    relief = _poisson(divergence)
    if high_pass_px > 0:
        relief = relief - cv2.GaussianBlur(relief, (0, 0), high_pass_px)
    return np.asarray(relief, np.float32)


def _poisson(divergence: Map) -> Map:
    height, width = divergence.shape
    spectrum = dctn(divergence, norm="ortho")
    rows = 2 * np.cos(np.pi * np.arange(height) / height) - 2
    columns = 2 * np.cos(np.pi * np.arange(width) / width) - 2
    scale = (rows[:, None] + columns[None]).astype(np.float32)
    scale[0, 0] = 1
    spectrum /= scale
    spectrum[0, 0] = 0
    return np.asarray(idctn(spectrum, norm="ortho"), np.float32)


def relief_detail(
    rgb: Rgb, pitch_mm: float, *, mask: NDArray[np.bool_] | None = None, high_pass_mm: float = 5.0
) -> Map:
    """Draw the fine relief of a subject from its light and shade.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        One pixel a value of the result.
    pitch_mm : float
        Distance of the pixels on the keepsake.
    mask : (h, w) bool, optional
        The subject. Light beyond it is replaced by the subject's own, so that the cut makes no cliff.
    high_pass_mm : float
        Forms wider than this are left to the swelling of the whole shape.

    Returns
    -------
    (h, w) float32
        -1 to 1.
    """
    light = local_contrast(luminance(rgb), tiles=6)
    light = cv2.bilateralFilter(light, 0, 0.08, max(1.0, 0.25 / pitch_mm))
    if mask is not None:
        inside = mask.astype(np.float32)
        reach = 2.4 / pitch_mm
        spread = cv2.GaussianBlur(light * inside, (0, 0), reach)
        weight = cv2.GaussianBlur(inside, (0, 0), reach) + np.float32(1e-4)
        light = np.where(mask, light, spread / weight).astype(np.float32)
    relief = compressed_relief(light, high_pass_px=high_pass_mm / pitch_mm)
    relief = cv2.GaussianBlur(relief, (0, 0), max(0.18 / pitch_mm, 0.4))
    counted = np.abs(relief[mask]) if mask is not None and mask.any() else np.abs(relief)
    return np.asarray(np.tanh(relief / max(float(np.percentile(counted, 97)), 1e-6)), np.float32)
