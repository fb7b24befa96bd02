"""How fast each kind of line is printed."""

from __future__ import annotations

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import SliceSettings


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
