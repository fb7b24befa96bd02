"""Pictures that are lost, and may be charged all the same, if the program ends while they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_orders import PictureService
    from memoreez_desktop.storage.remote_job_rows import OrderRow


@dataclass(frozen=True)
class Unrepeatable:
    """From now on a picture is being drawn that may be charged and cannot be asked for another time.

    Attributes
    ----------
    label : str
        Who draws it.
    """

    label: str


def is_unrepeatable(service: PictureService, order: OrderRow) -> bool:
    """Tell whether an order that is on its way costs something and cannot be asked for later."""
    is_free = service.generator.price(service.values, order.size_px).usd == 0
    return order.state != "done" and not is_free and not service.can("resume")
