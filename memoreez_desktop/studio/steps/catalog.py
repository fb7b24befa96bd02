"""Which function does which step: one import and one line a step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from memoreez_desktop.core.keepsake_steps import Foot, Lettering, Mirror, Pedestal, Size, Turn
from memoreez_desktop.studio.api import Applier, Fingerprint
from memoreez_desktop.studio.steps import foot, lettering, mirror, pedestal, size, turn

APPLIERS: Mapping[str, Applier] = MappingProxyType(
    {
        Mirror.kind: mirror.apply,
        Turn.kind: turn.apply,
        Size.kind: size.apply,
        Foot.kind: foot.apply,
        Pedestal.kind: pedestal.apply,
        Lettering.kind: lettering.apply,
    }
)
"""By the step's kind."""

FINGERPRINTS: Mapping[str, Fingerprint] = MappingProxyType({Pedestal.kind: pedestal.fingerprint})
"""Of the steps that depend on more, or on less, than their own wishes and the piece."""
