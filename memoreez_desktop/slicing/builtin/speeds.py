"""How fast each kind of line is printed."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.compiled import Floats


class Speeds:
    """Speeds of the roles in one layer, held below what the hot end can melt and the printer can do."""

    def __init__(self, settings: SliceSettings, *, first_layer: bool) -> None:
        quality = settings.quality
        self._roles = {
            Role.PERIMETER: quality.perimeter_speed_mm_s,
            Role.EXTERNAL_PERIMETER: quality.external_perimeter_speed_mm_s,
            Role.GAP_FILL: quality.gap_fill_speed_mm_s,
            Role.BRIDGE_INFILL: quality.bridge_speed_mm_s,
            Role.SOLID_INFILL: quality.solid_infill_speed_mm_s,
            Role.TOP_SOLID_INFILL: quality.top_solid_infill_speed_mm_s,
            Role.INFILL: quality.infill_speed_mm_s,
            Role.SKIRT: quality.first_layer_speed_mm_s,
            Role.BRIM: quality.first_layer_speed_mm_s,
            Role.SUPPORT_MATERIAL: quality.support_material_speed_mm_s,
            Role.SUPPORT_INTERFACE: quality.support_material_interface_speed_mm_s,
        }
        self._fastest = settings.printer.max_speed_mm_s
        if first_layer:
            self._fastest = min(self._fastest, quality.first_layer_speed_mm_s)
        melt = min(settings.printer.max_volumetric_mm3_s, settings.material.max_volumetric_mm3_s)
        self._melt_mm3_s = melt / settings.material.extrusion_multiplier_ratio

    def of(self, role: Role, area_mm2: float) -> float:
        """Return mm/s for a line of this cross-section."""
        return min(self._roles[role], self._fastest, self._melt_mm3_s / max(area_mm2, 1e-6))

    def of_all(self, role: Role, area_mm2: Floats) -> Floats:
        """Return mm/s for lines of these cross-sections."""
        fastest = min(self._roles[role], self._fastest)
        return np.asarray(np.minimum(fastest, self._melt_mm3_s / np.maximum(area_mm2, 1e-6)))


def layer_speeds(settings: SliceSettings, role: Role, area_mm2: Floats) -> Floats:
    """Return mm/s for one kind of line in every layer from the first one up, given its cross-sections."""
    if not len(area_mm2):
        return np.empty(0)
    first, others = Speeds(settings, first_layer=True), Speeds(settings, first_layer=False)
    return np.concatenate([first.of_all(role, area_mm2[:1]), others.of_all(role, area_mm2[1:])])
