"""In which unit a model was drawn: most files do not say, and the size tells.

STL, OBJ and PLY hold bare numbers. 3MF names its unit, glTF is in metres by its specification, yet sculpture
services fill a box of one or two units whatever the format, because their models have no size at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.words import say

Unit = Literal["mm", "cm", "inch", "m", "thousandth", "none"]
MM_PER: dict[Unit, float] = {"mm": 1.0, "cm": 10.0, "inch": 25.4, "m": 1000.0, "thousandth": 0.001}

WANTED_HEIGHT_MM = 80.0
"""A usual figurine; suggested where a file has no size of its own."""
PLAIN_FROM = 16.0
"""From here on bare numbers are millimetres: as centimetres they would be beyond most printers."""
_METRES_BELOW = 0.5
_METRES_FROM = 0.01
_INCHES_FROM, _INCHES_BELOW = 1.5, 6.0
_CENTIMETRES_FROM = 3.0
_ABSURD_FROM = 10_000.0
_BOXES = (1.0, 2.0)
_BOX_SLACK = 0.01
# What a glTF says of itself in metres is believed between a bead and a statue no printer here can hold.
_BELIEVED_MM = (10.0, 900.0)


@dataclass(frozen=True)
class UnitChoice:
    """One way to read the numbers of a file.

    Attributes
    ----------
    unit : str
        ``none`` when the model has no size of its own and a wanted height decides.
    factor : float
        The mesh as it was read, times this, is in mm.
    size_mm, height_mm : float
        Its longest side and its height then.
    words : str
        For a button: "Inches: 49.5 mm".
    """

    unit: Unit
    factor: float
    size_mm: float
    height_mm: float
    words: str


@dataclass(frozen=True)
class UnitGuess:
    """What the numbers of a file most likely mean.

    Attributes
    ----------
    unit : str
    factor : float
        The mesh as it was read, times this, is in mm.
    size_before_mm, size_after_mm : float
        Its longest side as it was read, and with the factor.
    words : str
        A sentence; a question when the guess is not certain.
    certain : bool
        True when nobody need be asked.
    alternatives : tuple of UnitChoice
        Empty when certain; else two to four, the guess first.
    wanted_height_mm : float
        What to suggest to who would rather name a height; also that of the choice ``none`` when it fits so.
    """

    unit: Unit
    factor: float
    size_before_mm: float
    size_after_mm: float
    words: str
    certain: bool
    alternatives: tuple[UnitChoice, ...]
    wanted_height_mm: float


def guess_unit(mesh: MeshModel, file_format: str, printer: PrinterProfile) -> UnitGuess:
    """Find the unit of a model.

    Parameters
    ----------
    mesh : MeshModel
        As :func:`~memoreez_desktop.geometry.mesh_files.load_mesh` returns it: bare numbers as mm, units
        that a file tells already put in.
    file_format : str
        ``stl``, ``obj``, ``ply``, ``3mf``, ``glb`` or ``gltf``, with or without a dot.
    printer : PrinterProfile
        A unit that makes the model larger than it is offered only when there is no other.
    """
    told = file_format.lower().lstrip(".")
    longest = max(mesh.extents_mm)
    wanted_mm = round(min(WANTED_HEIGHT_MM, 0.9 * _room_mm(printer)), 1)
    if told == "3mf":
        return _certain(longest, say("The file says its unit: {size} mm.", size=_short(longest)), wanted_mm)
    if told in ("glb", "gltf"):
        units = _units_of_gltf(longest)
        metres = longest / MM_PER["m"]
        sure = say("The file is in metres: {size} mm.", size=_short(longest))
        # The reader has taken the numbers for metres; other readings go from the numbers themselves.
        scale, shown = 1 / MM_PER["m"], metres
    else:
        units = _units_of_numbers(longest)
        sure = say("The size is in millimetres: {size} mm.", size=_short(longest))
        scale, shown = 1.0, longest
    if len(units) < 2:
        return _certain(longest, sure, wanted_mm)
    room = _room_mm(printer)
    choices = [_choice(mesh, unit, scale, wanted_mm, room) for unit in units]
    # What fits comes first; the order is kept otherwise.
    choices.sort(key=lambda choice: choice.size_mm > room)
    best = choices[0]
    words = _question(best, shown)
    return UnitGuess(best.unit, best.factor, longest, best.size_mm, words, False, tuple(choices), wanted_mm)


def _units_of_numbers(longest: float) -> list[Unit]:
    """Return what bare numbers may be, the likeliest first; one alone when there is no doubt."""
    if longest <= 0 or PLAIN_FROM <= longest < _ABSURD_FROM:
        return ["mm"]
    if longest >= _ABSURD_FROM:
        return ["thousandth", "none"]
    if any(abs(longest - box) <= _BOX_SLACK * box for box in _BOXES):
        return ["none", "inch", "mm"]
    if longest < _METRES_BELOW:
        return ["m", "none"] if longest >= _METRES_FROM else ["none", "m"]
    if longest < _INCHES_FROM:
        return ["none", "inch", "mm"]
    if longest < _INCHES_BELOW:
        return ["inch", "cm", "none"] if longest >= _CENTIMETRES_FROM else ["inch", "none", "mm"]
    return ["cm", "inch", "mm"]


def _units_of_gltf(longest_mm: float) -> list[Unit]:
    low, high = _BELIEVED_MM
    if longest_mm <= 0 or low <= longest_mm < high:
        return ["m"]
    if longest_mm < low:
        return ["none", "m"]
    numbers = longest_mm / MM_PER["m"]
    if numbers < _INCHES_BELOW:
        return ["none", "inch", "m"]
    return ["cm", "mm", "none"] if numbers < PLAIN_FROM else ["mm", "none"]


def _choice(mesh: MeshModel, unit: Unit, scale: float, wanted_mm: float, room_mm: float) -> UnitChoice:
    longest, height = max(mesh.extents_mm), mesh.extents_mm[2]
    if unit == "none":
        # A sheet without a height, or one far wider than tall, is brought to size by its longest side.
        factor = min(wanted_mm / max(height, 1e-9), 0.9 * room_mm / longest)
    else:
        factor = MM_PER[unit] * scale
    size = _short(longest * factor)
    words = {
        "mm": say("Millimetres: {size} mm", size=size),
        "cm": say("Centimetres: {size} mm", size=size),
        "inch": say("Inches: {size} mm", size=size),
        "m": say("Metres: {size} mm", size=size),
        "thousandth": say("Thousandths of a millimetre: {size} mm", size=size),
        "none": say("No unit: {size} mm tall", size=_short(height * factor)),
    }[unit]
    return UnitChoice(unit, factor, longest * factor, height * factor, words)


def _question(best: UnitChoice, shown: float) -> str:
    before, after = _short(shown), _short(best.size_mm)
    match best.unit:
        case "inch":
            return say("This looks like inches: {before} → {after} mm?", before=before, after=after)
        case "cm":
            return say("This looks like centimetres: {before} → {after} mm?", before=before, after=after)
        case "m":
            return say("This looks like metres: {before} → {after} mm?", before=before, after=after)
        case "none":
            return say("The file has no size of its own: how tall shall it be?")
        case "thousandth":
            return say(
                "This looks like thousandths of a millimetre: {before} → {after} mm?",
                before=before,
                after=after,
            )
        case _:
            return say("This looks like millimetres: {after} mm?", after=after)


def _certain(longest: float, words: str, wanted_mm: float) -> UnitGuess:
    return UnitGuess("mm", 1.0, longest, longest, words, True, (), wanted_mm)


def _room_mm(printer: PrinterProfile) -> float:
    return max(printer.bed_x_mm, printer.bed_y_mm, printer.height_mm)


def _short(number: float) -> str:
    """Return three digits, without an exponent below a million."""
    return f"{number:.0f}" if 1000 <= number < 1e6 else f"{number:.3g}"
