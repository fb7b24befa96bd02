"""What the engine accepts, and what it refuses in words."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.errors import DoesNotFitError, SlicingError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.builtin.around.raft import raft_height_mm
from memoreez_desktop.slicing.builtin.cutting.adaptive import adaptive_stack
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack, layer_stack
from memoreez_desktop.slicing.builtin.cutting.sections import welded
from memoreez_desktop.slicing.compiled import Floats, Ints

_TOLERANCE_MM = 0.01


def prepare(mesh: MeshModel, settings: SliceSettings) -> tuple[Floats, Ints, LayerStack]:
    """Weld the mesh, put it on the middle of the bed, and lay out the layers.

    Raises
    ------
    SlicingError
        Empty, not finite, thinner than a layer, or inside out.
    DoesNotFitError
        Larger than the build volume.
    """
    if not mesh.triangles:
        raise SlicingError(
            say("There is nothing to slice: the model is empty."), say("Make or load a model first.")
        )
    if not np.isfinite(mesh.vertices).all():
        raise SlicingError(
            say("The model has corners at no place at all (not a number)."),
            say("Load it again, or export it anew from the program that made it."),
        )
    vertices, faces = welded(mesh)
    used = vertices[np.bincount(faces.ravel()).nonzero()] if len(faces) else np.zeros((1, 3))
    low, high = used.min(axis=0), used.max(axis=0)
    check_size(high - low, settings)
    vertices = vertices - np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]])
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    volume_mm3 = float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6.0)
    if volume_mm3 <= 0.0:
        raise SlicingError(
            say("The model is inside out, or a surface without a body."),
            say("Repair the model first; the Print page and “memoreez repair” do it."),
        )
    quality = settings.quality
    if quality.adaptive_layers:
        return vertices, faces, adaptive_stack(vertices, faces, quality, settings.printer)
    stack = layer_stack(float(high[2] - low[2]), quality.first_layer_height_mm, quality.layer_height_mm)
    return vertices, faces, stack


def check_size(size_mm: Floats, settings: SliceSettings) -> None:
    """Refuse what is larger than the build volume or lower than half a layer."""
    printer, quality = settings.printer, settings.quality
    if size_mm[2] < quality.first_layer_height_mm / 2 or min(size_mm[0], size_mm[1]) <= 0.0:
        raise SlicingError(
            say("The model is thinner than one layer ({height} mm).", height=round(float(size_mm[2]), 2)),
            say("Set its size first: files often come in inches or metres."),
        )
    room = np.array(
        [
            printer.bed_x_mm - 2 * quality.brim_width_mm,
            printer.bed_y_mm - 2 * quality.brim_width_mm,
            printer.height_mm - raft_height_mm(settings),
        ]
    )
    if (size_mm > room + _TOLERANCE_MM).any():
        raise DoesNotFitError(
            say(
                "The model is {x} × {y} × {z} mm; {printer} has room for {room_x} × {room_y} × {room_z} mm.",
                x=round(float(size_mm[0]), 1),
                y=round(float(size_mm[1]), 1),
                z=round(float(size_mm[2]), 1),
                printer=printer.label,
                room_x=round(float(room[0]), 1),
                room_y=round(float(room[1]), 1),
                room_z=round(float(room[2]), 1),
            ),
            say("Make it smaller, turn it, or choose a larger printer."),
        )
