"""What is printed besides the model: supports, a raft, brim and skirt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.builtin.around.adhesion import Adhesion, brim_area, brim_width_mm, plan_adhesion
from memoreez_desktop.slicing.builtin.around.notes import notes_of
from memoreez_desktop.slicing.builtin.around.raft import Raft, above_raft, plan_raft
from memoreez_desktop.slicing.builtin.around.supports import Supports, plan_supports
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.paths import LayerPaths
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Area, Region
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.speeds import Speeds
from memoreez_desktop.slicing.compiled import Floats, Ints

Drawn = tuple[LayerPaths, Area]


@dataclass(frozen=True, eq=False)
class AroundModel:
    """All that is printed and taken away again, and what people are told of it."""

    supports: Supports
    raft: Raft
    adhesion: Adhesion
    notes: tuple[str, ...]

    def joined(self, model: Iterable[Drawn], settings: SliceSettings) -> Iterator[Drawn]:
        """Put the raft below the layers of the model, and skirt and brim into the lowest layer of all."""
        if self.raft.layers:
            return chain(self.raft.drawn(settings, self.adhesion), model)
        return self._on_the_bed(model, settings)

    def _on_the_bed(self, model: Iterable[Drawn], settings: SliceSettings) -> Iterator[Drawn]:
        for i, (paths, section) in enumerate(model):
            if not i:
                self.adhesion.draw(paths, Speeds(settings, first_layer=True))
            yield paths, section


def plan_around(
    model: tuple[Floats, Ints],
    foot: Region,
    sections: RingStack,
    stack: LayerStack,
    settings: SliceSettings,
    flow: Flow,
    tick: Callable[[float], None],
) -> AroundModel:
    """Decide what the model needs besides itself.

    Parameters
    ----------
    model : tuple
        Vertices and faces.
    foot : Region
        What of the model touches the bed.
    sections : RingStack
        Outlines of the layers; coarse ones (0.03 mm) do.
    flow : Flow
        The lines of the model's first layer.
    """
    top_mm = float(stack.top_mm[-1])
    on_raft = settings.quality.raft_layers > 0
    brim_mm = 0.0 if on_raft else brim_width_mm(foot, top_mm, settings)
    brim = brim_area(foot, brim_mm, flow)
    supports = plan_supports(model, sections, stack, above_raft(settings), brim, tick)
    raft = Raft()
    feet = supports.foot() if on_raft or brim_mm > 0.0 or settings.quality.skirts else EMPTY
    if on_raft:
        raft = plan_raft(foot + feet, settings)
        brim_mm = brim_width_mm(raft.region, top_mm, settings)
        foot, feet, flow = raft.region, EMPTY, raft.layers[0].flow
    adhesion = plan_adhesion(foot, feet, brim_mm, settings, flow)
    return AroundModel(supports, raft, adhesion, notes_of(supports, settings.quality, brim_mm))
