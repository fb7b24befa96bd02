"""Every mesh generator: one import and one line each."""

from __future__ import annotations

from functools import cache

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.sculpting.generators.api import MeshGenerator
from memoreez_desktop.sculpting.generators.comfyui import ComfyUi3d
from memoreez_desktop.sculpting.generators.engine import Engine
from memoreez_desktop.sculpting.generators.fal import Fal3d
from memoreez_desktop.sculpting.generators.hunyuan import Hunyuan
from memoreez_desktop.sculpting.generators.meshy import Meshy
from memoreez_desktop.sculpting.generators.replicate import Replicate3d
from memoreez_desktop.sculpting.generators.runpod import RunPod
from memoreez_desktop.sculpting.generators.stability import Stability3d
from memoreez_desktop.sculpting.generators.tripo import Tripo


@cache
def mesh_generator_catalog() -> Catalog[MeshGenerator]:
    """Return all mesh generators, in the order in which people see them."""
    members: tuple[MeshGenerator, ...] = (
        Hunyuan(),
        Tripo(),
        Meshy(),
        Fal3d(),
        Replicate3d(),
        Stability3d(),
        ComfyUi3d(),
        Engine(),
        RunPod(),
    )
    return Catalog("mesh generator", members)
