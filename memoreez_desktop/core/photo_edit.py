"""How a photo is to be seen: what a person changed about it, kept apart from the untouched file."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as ratios of the picture's width and height, 0-1."""
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Stroke:
    """A brush stroke over the edited photo that says what belongs to the subject.

    Attributes
    ----------
    keep : bool
        True: this is the subject; False: this is not.
    radius_ratio : float
        Half the brush's width as a share of the edited photo's longest side.
    points : tuple of (x, y)
        The way of the brush, as ratios of the edited photo's width and height.
    """

    keep: bool
    radius_ratio: float
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class SubjectWish:
    """What a person said about the subject; nothing said leaves it to the search.

    Attributes
    ----------
    candidate : int
        Which of the offered cut-outs: 0 is the first choice, 1 and 2 the alternatives.
    box : Box or None
        The subject is inside, in ratios of the edited photo.
    strokes : tuple of Stroke
        In the order in which they were drawn; a later one wins.
    """

    candidate: int = 0
    box: Box | None = None
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True)
class PhotoEdit:
    """Everything done to a photo, in the order in which it is applied; the file stays as it is.

    Attributes
    ----------
    quarter_turns : int
        Turned clockwise, 0-3.
    straighten_deg : float
        Turned further clockwise, -45 to 45, and cropped to the largest upright rectangle.
    crop : Box
        What is kept of the turned photo.
    exposure_ev : float
        Stops, -3 to 3.
    contrast_ratio : float
        -1 to 1; 0 leaves it.
    gamma : float
        0.3 to 3; above 1 lifts the shadows.
    remove_background : bool
        Everything but the subject becomes white.
    subject : SubjectWish
    """

    quarter_turns: int = 0
    straighten_deg: float = 0.0
    crop: Box = WHOLE
    exposure_ev: float = 0.0
    contrast_ratio: float = 0.0
    gamma: float = 1.0
    remove_background: bool = False
    subject: SubjectWish = SubjectWish()

    @property
    def is_nothing(self) -> bool:
        """True when the photo is used as it came."""
        return self == UNTOUCHED


UNTOUCHED = PhotoEdit()
