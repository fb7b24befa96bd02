"""Which function does which step: one import and one line a step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from memoreez_desktop.core.keepsake_steps import (
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
    Thicken,
    Turn,
)
from memoreez_desktop.studio.api import Applier, Fingerprint
from memoreez_desktop.studio.steps import (
    bed_cut,
    braille,
    emblem,
    flat_back,
    foot,
    hole,
    hollow,
    lettering,
    loop,
    magnet,
    mirror,
    pedestal,
    qr_code,
    size,
    thicken,
    turn,
)

APPLIERS: Mapping[str, Applier] = MappingProxyType(
    {
        Mirror.kind: mirror.apply,
        Turn.kind: turn.apply,
        Size.kind: size.apply,
        Thicken.kind: thicken.apply,
        FlatBack.kind: flat_back.apply,
        Foot.kind: foot.apply,
        Pedestal.kind: pedestal.apply,
        Hollow.kind: hollow.apply,
        Lettering.kind: lettering.apply,
        Emblem.kind: emblem.apply,
        QrCode.kind: qr_code.apply,
        Braille.kind: braille.apply,
        Loop.kind: loop.apply,
        Hole.kind: hole.apply,
        MagnetPocket.kind: magnet.apply,
        BedCut.kind: bed_cut.apply,
    }
)
"""By the step's kind."""

FINGERPRINTS: Mapping[str, Fingerprint] = MappingProxyType({Pedestal.kind: pedestal.fingerprint})
"""Of the steps that depend on more, or on less, than their own wishes and the piece."""
