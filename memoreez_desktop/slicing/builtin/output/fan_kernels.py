"""The fan inside a layer: more of it where lines hang in the air, without chatter."""

from __future__ import annotations

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.moves import EXTRUDE, FAN, KIND, LAYER_FAN, ROLE
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

BRIDGE = int(Role.BRIDGE_INFILL)
# A fan needs about a second to follow: shorter wishes are not worth a command, except on a bridge.
LEAST_WISH_S = 1.0
# Fans are set in twentieths.
_STEPS = 20.0


@kernel
def wish_of(table: Floats, i: int, fan: float, share: float) -> float:
    """Return the fan a line asks for, 0-1; never less than its layer has."""
    if table[i, FAN] < 0.0:
        return fan
    return float(max(fan, round(table[i, FAN] * share * _STEPS) / _STEPS))


@kernel
def settle_fans(table: Floats, layers: Ints, times: Floats, fan: Floats, share: Floats) -> None:
    """Turn what single lines ask for into what the fan can do.

    Lines that ask for more than their layer has, and what is printed for less than a second between them,
    share the most that one of them asks for. The fan starts on the way to the first of them. Such a stretch
    counts when it takes a second or has a bridge in it.

    Parameters
    ----------
    table : (n, 8) float64
        FAN is changed in place: the ratio, or LAYER_FAN.
    layers : (k + 1,) int64
    times : (n,) float64
    fan : (k,) float64
        The fan of each layer.
    share : (k,) float64
        How much of its fan a layer may have: the first ones none, the next ones less.
    """
    for k in range(fan.shape[0]):
        end = layers[k + 1]
        i = layers[k]
        ready = i
        while i < end:
            if table[i, KIND] != EXTRUDE or wish_of(table, i, fan[k], share[k]) <= fan[k]:
                if table[i, KIND] == EXTRUDE:
                    table[i, FAN] = LAYER_FAN
                    ready = i + 1
                i += 1
                continue
            last = i
            most = 0.0
            lasts = 0.0
            calm = 0.0
            bridge = False
            j = i
            while j < end and calm < LEAST_WISH_S:
                calm += times[j]
                if table[j, KIND] == EXTRUDE:
                    wish = wish_of(table, j, fan[k], share[k])
                    if wish > fan[k]:
                        most = max(most, wish)
                        lasts += calm
                        calm = 0.0
                        last = j
                        bridge = bridge or table[j, ROLE] == BRIDGE
                j += 1
            counts = bridge or lasts >= LEAST_WISH_S
            for j in range(ready if counts else i, last + 1):
                table[j, FAN] = most if counts else LAYER_FAN
            i = last + 1
            ready = i
