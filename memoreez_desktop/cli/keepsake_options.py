"""What can be done to a sculpture, as options of ``shape`` and ``make``."""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import replace
from pathlib import Path

from memoreez_desktop.cli.arguments import number, path, text
from memoreez_desktop.core.errors import InputError, UsageError
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe, recipe_from_record
from memoreez_desktop.core.keepsake_spots import Spot
from memoreez_desktop.core.keepsake_steps import (
    PEDESTAL_STYLES,
    BedCut,
    Braille,
    Emblem,
    FlatBack,
    Foot,
    Hole,
    Hollow,
    Lettering,
    Loop,
    MagnetPocket,
    Mirror,
    Pedestal,
    QrCode,
    Size,
    Step,
    Thicken,
    Turn,
)
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.words import say

_MM = "MM"
_MOST_LINES = 3
_LARGEST_RECIPE_BYTES = 1_000_000
_MAGNET = re.compile(r"(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)")


def add_steps(parser: argparse.ArgumentParser) -> None:
    """Add the steps that suit every keepsake."""
    add = parser.add_argument_group(
        "what is done to it (in the order of the workshop, not of the words)"
    ).add_argument
    add(
        "--recipe",
        metavar="FILE.json",
        type=path,
        help="steps as `shape --json` writes them; the rest is added",
    )
    add("--mirror", choices=("x", "y", "z"), help="exchange its two sides")
    add("--thicken", metavar=_MM, type=number(0.4, 10, "mm"), help="make every wall at least so thick")
    add(
        "--flat-back",
        nargs="?",
        const="back",
        choices=("back", "front", "left", "right"),
        help="cut a side flat",
    )
    add(
        "--hollow", metavar="WALL", type=number(0.8, 20, "mm"), help="take out the inside, drained at the bed"
    )
    add("--pedestal", choices=PEDESTAL_STYLES, help="put it on a stand")
    add("--pedestal-width", metavar=_MM, type=number(8, 1000, "mm"))
    add("--pedestal-height", metavar=_MM, type=number(3, 300, "mm"))
    add(
        "--emblem",
        metavar="ID",
        type=text,
        default="",
        help="a symbol on the pedestal, mdi6:heart for example",
    )
    add("--qr", metavar="TEXT", type=text, default="", help="a QR code on the back")
    add(
        "--braille",
        metavar="TEXT",
        type=text,
        default="",
        help="words for fingers, at the back of the pedestal",
    )
    add("--loop", nargs="?", const=5.0, metavar="HOLE", type=number(1, 30, "mm"), help="a ring to hang it by")
    add("--hole", metavar=_MM, type=number(0.5, 100, "mm"), help="a hole right through")
    add(
        "--magnet",
        nargs="?",
        const="10x3",
        metavar="DxT",
        type=_magnet,
        help="room for a magnet underneath (10x3)",
    )


def add_figure(parser: argparse.ArgumentParser) -> None:
    """Add what only a figure of one's own is asked: a product has its own size and words."""
    add = parser.add_argument_group("how it stands, how large it is, what is written on it").add_argument
    add(
        "--turn", nargs=3, metavar=("X", "Y", "Z"), type=number(-360, 360, "degrees"), help="turn it, x first"
    )
    add(
        "--orient",
        choices=("upright", "least-support", "flat-face", "detail"),
        help="let the best way to lie on the bed be found; its size stays what it is upright",
    )
    add("--height", metavar=_MM, type=number(1, 2000, "mm"), help="of the figure")
    add("--longest", metavar=_MM, type=number(1, 2000, "mm"), help="its longest side; with both it fits in")
    add(
        "--stand",
        action="store_true",
        help="cut it flat below, or add a low plinth, where it would not stand",
    )
    add("--text", metavar="LINE", type=text, action="append", default=[], help="at most three; repeat it")
    add("--text-on", choices=("pedestal", "back", "front", "top"), help="the pedestal, if there is one")
    add("--engraved", action="store_true", help="cut the words in; they are raised otherwise")
    add("--cap", metavar=_MM, type=number(1, 200, "mm"), help="height of a capital")
    add("--face", metavar="ID", type=text, default="sans", help="of the letters: sans, serif, slab, roboto …")
    add(
        "--arc",
        metavar=_MM,
        type=number(-1000, 1000, "mm"),
        default=0.0,
        help="set words on an arc of this radius",
    )
    add("--as-wished", action="store_true", help="set the words as they are, even where they will not print")
    add("--cut-for-bed", action="store_true", help="cut what is larger than the printer's bed, with pegs")


def recipe_from(args: argparse.Namespace, printer: PrinterProfile) -> KeepsakeRecipe:
    """Make the recipe.

    Raises
    ------
    UsageError
        Wishes that do not go together.
    InputError
        The file of a recipe cannot be read.
    """
    recipe = _read(args.recipe) if args.recipe is not None else KeepsakeRecipe()
    recipe = replace(recipe, nozzle_mm=printer.nozzle_mm)
    for step in (*_general_steps(args), *(_figure_steps(args, printer) if "stand" in args else ())):
        recipe = recipe.with_step(step)
    return recipe


def _general_steps(args: argparse.Namespace) -> list[Step]:
    steps: list[Step | None] = [
        Mirror(args.mirror) if args.mirror else None,
        Thicken(args.thicken) if args.thicken else None,
        FlatBack(args.flat_back) if args.flat_back else None,
        Hollow(args.hollow) if args.hollow else None,
        _pedestal(args),
        Emblem(args.emblem, spot=_free_side(args)) if args.emblem else None,
        QrCode(args.qr, spot=Spot(on="back")) if args.qr else None,
        Braille(args.braille) if args.braille else None,
        Loop(args.loop) if args.loop else None,
        Hole(args.hole) if args.hole else None,
        MagnetPocket(*args.magnet) if args.magnet else None,
    ]
    return [step for step in steps if step is not None]


def _figure_steps(args: argparse.Namespace, printer: PrinterProfile) -> list[Step]:
    steps: list[Step] = []
    if args.turn and args.orient:
        raise UsageError(say("It cannot be turned in two ways."), say("Give --turn or --orient, not both."))
    if args.turn:
        steps.append(Turn(*args.turn))
    if args.height or args.longest:
        steps.append(Size(args.height, args.longest))
    if args.stand:
        steps.append(Foot())
    lines = tuple(line.strip() for line in args.text if line.strip())
    if len(lines) > _MOST_LINES:
        raise UsageError(say("At most three lines can be written."), say("Give --text fewer times."))
    if lines:
        steps.append(
            Lettering(
                lines,
                spot=Spot(on=args.text_on or ("pedestal" if args.pedestal else "front")),
                mode="engraved" if args.engraved else "raised",
                cap_mm=args.cap,
                face=args.face,
                arc_mm=args.arc,
                solved=not args.as_wished,
            )
        )
    if args.cut_for_bed:
        steps.append(BedCut(printer.bed_x_mm, printer.bed_y_mm, printer.height_mm))
    return steps


def _pedestal(args: argparse.Namespace) -> Pedestal | None:
    if args.pedestal:
        return Pedestal(args.pedestal, width_mm=args.pedestal_width, height_mm=args.pedestal_height)
    if args.pedestal_width or args.pedestal_height:
        raise UsageError(say("No pedestal was asked for."), say("Name one with --pedestal."))
    return None


def _free_side(args: argparse.Namespace) -> Spot:
    """Return where a symbol has room: in front, or beside the words."""
    if not args.pedestal:
        return Spot(on="front")
    return Spot(angle_deg=90.0 if getattr(args, "text", None) else 0.0)


def _magnet(value: str) -> tuple[float, float]:
    """Type for a magnet: its diameter and its thickness in mm."""
    found = _MAGNET.fullmatch(value.strip())
    if found is None:
        raise argparse.ArgumentTypeError(f"“{value}” is not a diameter and a thickness in mm, as in 10x3")
    return number(1, 100, "mm")(found[1]), number(0.3, 50, "mm")(found[2])


def _read(file: Path) -> KeepsakeRecipe:
    """Read the file of a recipe; the document that ``shape --json`` writes will do."""
    try:
        if file.stat().st_size > _LARGEST_RECIPE_BYTES:
            raise _unreadable(file)
        record = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(file) from error
    if isinstance(record, dict) and isinstance(record.get("recipe"), dict):
        record = record["recipe"]
    if not isinstance(record, dict):
        raise _unreadable(file)
    return recipe_from_record(record)


def _unreadable(file: Path) -> InputError:
    return InputError(
        say("“{name}” is no recipe of a keepsake.", name=file.name),
        say("Give a file that “memoreez shape --json” has written."),
    )
