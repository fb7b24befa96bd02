"""What can be asked of the slicer on the command line; ``slice`` and ``make`` share it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, get_args

from memoreez_desktop.cli.arguments import number, whole
from memoreez_desktop.core.profiles import FillPattern, LayerEvent, SeamPosition

if TYPE_CHECKING:
    from memoreez_desktop.services.slice_wishes import SliceWishes

_MM = "MM"


def add_slicing(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("how it is sliced (what is not said, the quality says)")
    add = group.add_argument
    add("--layer-height", metavar=_MM, type=number(0.04, 1.2, "mm"))
    add("--perimeters", metavar="N", type=whole(1, 50), help="walls")
    add("--external-first", action="store_true", default=None, help="the outer wall before the inner ones")
    add("--seam", choices=get_args(SeamPosition), help="where each outline begins")
    add("--infill", metavar="RATIO", type=number(0, 1, ""), help="0 to 1")
    add("--infill-pattern", choices=get_args(FillPattern))
    add("--supports", choices=("auto", "on", "off"))
    add("--supports-on-plate-only", action="store_true", default=None, help="none that stand on the model")
    add("--brim", metavar=_MM, type=number(0, 50, "mm"))
    add("--raft", metavar="N", type=whole(0, 20), help="layers below the model, broken away afterwards")
    add("--vase", action="store_true", help="one wall in a spiral, a bottom, no top")
    add("--adaptive", action="store_true", default=None, help="thinner layers where the model slopes")
    add("--xy-compensation", metavar=_MM, type=number(-2, 2, "mm"), help="grow (or shrink) every outline")
    add("--elephant-foot", metavar=_MM, type=number(0, 1, "mm"), help="shrink the foot of the first layer")
    for name, does in (
        ("--pause-at", "wait for you at this height; repeatable"),
        ("--color-change-at", "ask for another filament at this height; repeatable"),
    ):
        add(name, metavar=_MM, type=number(0.01, 2000, "mm"), action="append", default=[], help=does)
    add(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        dest="values",
        help="any value of the quality, the material or the printer, as in the profiles; repeatable",
    )


def wishes_from(args: argparse.Namespace) -> SliceWishes:
    """Return what was asked for."""
    from memoreez_desktop.services.slice_wishes import SliceWishes  # noqa: PLC0415 - tomllib and the profiles

    events = [
        *(LayerEvent("pause", height_mm) for height_mm in args.pause_at),
        *(LayerEvent("color_change", height_mm) for height_mm in args.color_change_at),
    ]
    quality = {
        "layer_height_mm": args.layer_height,
        "perimeters": args.perimeters,
        "external_perimeters_first": args.external_first,
        "seam_position": args.seam,
        "fill_density_ratio": args.infill,
        "fill_pattern": args.infill_pattern,
        "supports": args.supports,
        "support_material_buildplate_only": args.supports_on_plate_only,
        "brim_width_mm": args.brim,
        "brim_type": "no_brim" if args.brim == 0 else None,
        "raft_layers": args.raft,
        "adaptive_layers": args.adaptive,
        "xy_size_compensation_mm": args.xy_compensation,
        "elephant_foot_compensation_mm": args.elephant_foot,
    }
    by_height = sorted(events, key=lambda event: event.height_mm)
    return SliceWishes(quality, tuple(args.values), tuple(by_height), args.vase)
