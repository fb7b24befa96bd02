"""Printer, material and quality as data, and the settings a slicer gets from the three.

Names are PrusaSlicer's option keys with their unit. The defaults are those of a common 0.4 mm nozzle
printer; the shipped profiles stand in ``resources/{printers,materials,qualities}/*.toml``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Literal

FillPattern = Literal["grid", "rectilinear", "triangles", "cubic", "gyroid", "concentric"]
SeamPosition = Literal["aligned", "rear", "nearest", "hidden"]
Supports = Literal["auto", "on", "off"]
BrimType = Literal["auto", "outer_only", "no_brim"]
EventKind = Literal["pause", "color_change", "gcode"]
GcodeFlavor = Literal["marlin", "klipper", "reprap"]


@dataclass(frozen=True)
class PrinterProfile:
    """What a printer is: its volume, its limits and its own start and end.

    ``wipe_mm`` of the line just printed are gone over again while the filament is drawn back;
    ``coasting_mm3`` are left out at the end of an outer perimeter. ``junction_deviation_mm`` above 0 replaces
    the jerk of x and y.
    ``bed_exclude_area`` is a polygon on the bed that the printer needs for itself,
    ``"0x0,18x0,18x28,0x28"`` in mm from the front left corner.
    ``start_gcode``/``end_gcode`` may use ``{first_layer_temperature_c}``, ``{temperature_c}``,
    ``{first_layer_bed_temperature_c}``, ``{bed_temperature_c}``, ``{bed_x_mm}``, ``{bed_y_mm}`` and
    ``{height_mm}``.
    """

    id: str
    label: str
    bed_x_mm: float = 220.0
    bed_y_mm: float = 220.0
    height_mm: float = 250.0
    bed_exclude_area: str = ""
    origin_centre: bool = False
    nozzle_mm: float = 0.4
    filament_diameter_mm: float = 1.75
    gcode_flavor: GcodeFlavor = "marlin"
    retract_length_mm: float = 2.0
    retract_speed_mm_s: float = 40.0
    retract_lift_mm: float = 0.0
    wipe_mm: float = 0.0
    coasting_mm3: float = 0.0
    use_relative_e_distances: bool = True
    remaining_times: bool = True
    pause_gcode: str = "M601"
    color_change_gcode: str = "M600"
    acceleration_mm_s2: float = 1500.0
    travel_acceleration_mm_s2: float = 1500.0
    max_speed_mm_s: float = 200.0
    jerk_xy_mm_s: float = 10.0
    jerk_z_mm_s: float = 0.2
    jerk_e_mm_s: float = 2.5
    junction_deviation_mm: float = 0.0
    acceleration_z_mm_s2: float = 500.0
    max_speed_z_mm_s: float = 12.0
    max_speed_e_mm_s: float = 120.0
    max_volumetric_mm3_s: float = 12.0
    max_temperature_c: float = 260.0
    has_heated_bed: bool = True
    start_gcode: str = ""
    end_gcode: str = ""
    file_suffix: str = ".gcode"
    note: str = ""

    @property
    def excluded_mm(self) -> tuple[tuple[float, float], ...]:
        """Corners of ``bed_exclude_area`` about the middle of the bed; none where it is no such list."""
        corners = [corner.split("x") for corner in self.bed_exclude_area.split(",") if corner.strip()]
        try:
            about = tuple((float(x) - self.bed_x_mm / 2, float(y) - self.bed_y_mm / 2) for x, y in corners)
        except ValueError:
            return ()
        return about if len(about) > 2 else ()


@dataclass(frozen=True)
class MaterialProfile:
    """A filament: temperatures, cooling, density and price."""

    id: str
    label: str
    temperature_c: float = 210.0
    first_layer_temperature_c: float = 215.0
    bed_temperature_c: float = 60.0
    first_layer_bed_temperature_c: float = 60.0
    density_g_cm3: float = 1.24
    price_per_kg: float = 22.0
    max_volumetric_mm3_s: float = 10.0
    extrusion_multiplier_ratio: float = 1.0
    min_fan_ratio: float = 0.35
    max_fan_ratio: float = 1.0
    disable_fan_first_layers: int = 1
    bridge_fan_ratio: float = 1.0
    overhang_fan_0_ratio: float = 0.5
    overhang_fan_1_ratio: float = 0.75
    overhang_fan_2_ratio: float = 1.0
    overhang_fan_3_ratio: float = 1.0
    slowdown_below_layer_time_s: float = 5.0
    fan_below_layer_time_s: float = 60.0
    min_print_speed_mm_s: float = 10.0
    colour: str = "#e0e0e0"


@dataclass(frozen=True)
class QualityProfile:
    """How fine and how strong: layers, perimeters, infill, supports and speeds.

    ``supports``: "auto" holds what would not print in the air, "on" every overhang.
    ``support_material_threshold_deg`` is measured from the horizontal, as PrusaSlicer does: slopes steeper
    than it need nothing. ``brim_type``: "auto" prints ``brim_width_mm``, or a brim of its own choice where
    that is 0 and the model stands on little. ``overhang_speed_0`` to ``_3``: perimeters of which a quarter, a
    half, three quarters and more of the width hangs over the layer below. ``seam_position`` "hidden" looks
    for concave corners alone, "aligned" stays above the seam below as well. ``adaptive_layers``: heights
    between the two bounds, by the slope. ``raft_layers``: layers below the model, with a gap that breaks.
    Solid shells have at least ``top_solid_layers`` layers and ``top_solid_min_thickness_mm`` (no layers: no
    shell), and so at the bottom.
    """

    id: str
    label: str
    layer_height_mm: float = 0.2
    first_layer_height_mm: float = 0.2
    extrusion_width_mm: float = 0.45
    first_layer_extrusion_width_mm: float = 0.45
    perimeters: int = 2
    external_perimeters_first: bool = False
    seam_position: SeamPosition = "aligned"
    xy_size_compensation_mm: float = 0.0
    elephant_foot_compensation_mm: float = 0.0
    spiral_vase: bool = False
    adaptive_layers: bool = False
    min_layer_height_mm: float = 0.08
    max_layer_height_mm: float = 0.3
    avoid_crossing_perimeters: bool = True
    top_solid_layers: int = 4
    bottom_solid_layers: int = 4
    top_solid_min_thickness_mm: float = 0.7
    bottom_solid_min_thickness_mm: float = 0.5
    fill_density_ratio: float = 0.15
    fill_pattern: FillPattern = "grid"
    skirts: int = 1
    skirt_distance_mm: float = 6.0
    brim_width_mm: float = 0.0
    brim_type: BrimType = "auto"
    raft_layers: int = 0
    raft_contact_distance_mm: float = 0.2
    raft_expansion_mm: float = 1.5
    supports: Supports = "auto"
    support_material_threshold_deg: float = 40.0
    support_material_buildplate_only: bool = False
    support_material_spacing_mm: float = 2.0
    support_material_interface_layers: int = 2
    support_material_contact_distance_mm: float = 0.2
    support_material_xy_spacing_mm: float = 0.5
    perimeter_speed_mm_s: float = 60.0
    external_perimeter_speed_mm_s: float = 30.0
    infill_speed_mm_s: float = 80.0
    solid_infill_speed_mm_s: float = 50.0
    top_solid_infill_speed_mm_s: float = 30.0
    gap_fill_speed_mm_s: float = 20.0
    bridge_speed_mm_s: float = 40.0
    overhang_speed_0_mm_s: float = 25.0
    overhang_speed_1_mm_s: float = 20.0
    overhang_speed_2_mm_s: float = 15.0
    overhang_speed_3_mm_s: float = 12.0
    support_material_speed_mm_s: float = 60.0
    support_material_interface_speed_mm_s: float = 40.0
    first_layer_speed_mm_s: float = 20.0
    travel_speed_mm_s: float = 130.0
    resolution_mm: float = 0.0125
    description: str = ""


@dataclass(frozen=True)
class LayerEvent:
    """Something the printer does before the first layer that ends above a height.

    ``kind`` "pause" waits for the person, "color_change" asks for another filament, "gcode" runs ``text``.
    """

    kind: EventKind
    height_mm: float
    text: str = ""


@dataclass(frozen=True)
class SliceSettings:
    """Everything that affects the toolpaths."""

    printer: PrinterProfile
    material: MaterialProfile
    quality: QualityProfile
    events: tuple[LayerEvent, ...] = ()

    def with_quality(self, **changes: object) -> SliceSettings:
        """Return the settings with some quality values set anew (None means: leave as it is)."""
        wanted = {key: value for key, value in changes.items() if value is not None}
        return replace(self, quality=replace(self.quality, **wanted))  # type: ignore[arg-type]

    @property
    def digest(self) -> str:
        """SHA-256 over every value."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()
