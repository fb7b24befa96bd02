"""How a photo is to be seen, as options: turned, cropped, lit, and where its subject is."""

from __future__ import annotations

import argparse

from memoreez_desktop.cli.arguments import number, whole
from memoreez_desktop.core.photo_edit import WHOLE, Box, PhotoEdit, SubjectWish

_LEAST_SIDE = 0.01


def box(text: str) -> Box:
    """Type for four ratios: left, top, right, bottom."""
    parse = number(0, 1, "")
    sides = text.split(",")
    if len(sides) != 4:
        raise argparse.ArgumentTypeError(f"“{text}” is not LEFT,TOP,RIGHT,BOTTOM")
    left, top, right, bottom = (parse(side) for side in sides)
    if right - left < _LEAST_SIDE or bottom - top < _LEAST_SIDE:
        raise argparse.ArgumentTypeError(f"“{text}” encloses nothing")
    return left, top, right, bottom


def add_photo_edit(parser: argparse.ArgumentParser) -> None:
    """Add the options; they hold for every photo of the call."""
    of = parser.add_argument_group("how photos are seen", "boxes are L,T,R,B as ratios of the picture, 0-1")
    of.add_argument("--turn", metavar="N", type=whole(0, 3), default=0, help="quarter turns clockwise")
    of.add_argument("--straighten", metavar="DEG", type=number(-45, 45, "°"), default=0.0, help="clockwise")
    of.add_argument("--crop", metavar="BOX", type=box, default=WHOLE, help="what is kept of the turned photo")
    of.add_argument("--exposure", metavar="EV", type=number(-3, 3, "EV"), default=0.0, help="stops of light")
    of.add_argument("--contrast", metavar="RATIO", type=number(-1, 1, ""), default=0.0, help="-1 to 1")
    of.add_argument(
        "--gamma", metavar="G", type=number(0.3, 3, ""), default=1.0, help="above 1 lifts shadows"
    )
    of.add_argument("--white-ground", action="store_true", help="everything but the subject becomes white")
    of.add_argument("--box", metavar="BOX", type=box, help="the subject is inside, of the cropped photo")
    of.add_argument(
        "--cut-out", metavar="N", type=whole(0, 2), default=0, help="0 first choice, 1 and 2 others"
    )


def photo_edit_from(args: argparse.Namespace) -> PhotoEdit:
    """Make the edit."""
    return PhotoEdit(
        quarter_turns=args.turn,
        straighten_deg=args.straighten,
        crop=args.crop,
        exposure_ev=args.exposure,
        contrast_ratio=args.contrast,
        gamma=args.gamma,
        remove_background=args.white_ground,
        subject=SubjectWish(candidate=args.cut_out, box=args.box),
    )
