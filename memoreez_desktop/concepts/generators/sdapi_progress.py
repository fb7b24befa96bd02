"""How far a Stable Diffusion web server is with one order: asked beside the order, never relied upon.

Source: ``modules/progress`` of AUTOMATIC1111 (state by the client's name of a task; missing where the server
runs without its pages) and ``/sdapi/v1/progress`` (of the whole server, whoever ordered). Reported troubles:
the progress is 0 again before the answer comes, stays at 0.01 for ever (Forge), or at 0 (SD.Next).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from memoreez_desktop.concepts.generators.arrived import bytes_of_base64
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import PartialPicture, ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.picture_bytes import is_whole_picture
from memoreez_desktop.network.api import Ask, Wire

_UNMOVED = 0.011
"""A progress up to here may be one that never moves."""
_LOOK_S = 5.0
_PATIENCE = 3
"""Looks after which an order that the server does not name is no order to it."""


class ProgressWatch:
    """Looks at one order until it ends.

    Parameters
    ----------
    wire : Wire
    base_url : str
        Without a slash at its end.
    key : mapping
        The secret header, empty without one.
    task_id : str
        Our name of the order, as the server was told.
    """

    def __init__(self, wire: Wire, base_url: str, key: Mapping[str, str], task_id: str) -> None:
        self._wire = wire
        self._base_url = base_url
        self._key = key
        self._task_id = task_id
        self._ended = CancelToken()
        self._knows_tasks = True
        self._unknown = 0
        self._fraction = _UNMOVED
        self._preview = ""

    def end(self) -> None:
        """Say, from any thread, that the order ended: a look on its way is given up."""
        self._ended.cancel()

    def look(self, job: JobContext) -> None:
        """Hand the order's progress and preview to ``job``; without one it is "being drawn"."""
        try:
            found = self._state()
        except Cancelled:
            # The order has ended; its own thread tells how.
            return
        except ServiceError:
            found = {}
        if _is_behind_others(found):
            job.progress(None, say("Waiting for its turn"))
            return
        job.progress(self._risen(found.get("progress")), say("Being drawn"))
        preview = found.get("live_preview") or found.get("current_image")
        if isinstance(preview, str) and preview != self._preview:
            self._preview = preview
            self._show(preview, job)

    def interrupt(self, job: JobContext) -> None:
        """Ask the server to stop drawing; another order that is being drawn meanwhile is left alone.

        Raises
        ------
        ServiceError
            It did not hear: the picture is drawn for nothing, which costs nothing.
        """
        if self._knows_tasks and _is_behind_others(self._of_task(job)):
            return
        self._asked(job, "POST", "sdapi/v1/interrupt")

    def _state(self) -> dict[str, Any]:
        job = JobContext(self._ended)
        if self._knows_tasks:
            found = self._of_task(job)
            if any(found.get(word) for word in ("active", "queued", "completed")):
                return found
            self._unknown += 1
            # At first the order may not have arrived; later the server does not care for our name of it.
            self._knows_tasks = "active" in found and self._unknown < _PATIENCE
            if self._knows_tasks:
                return {}
        return self._asked(job, "GET", "sdapi/v1/progress?skip_current_image=false")

    def _of_task(self, job: JobContext) -> dict[str, Any]:
        body = {"id_task": self._task_id, "id_live_preview": -1, "live_preview": True}
        return self._asked(job, "POST", "internal/progress", body)

    def _asked(
        self, job: JobContext, method: str, path: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return a JSON object, empty for any other answer."""
        ask = Ask(
            method,
            f"{self._base_url}/{path}",
            secret_headers=self._key,
            json_body=body,
            local=True,
            read_timeout_s=_LOOK_S,
            deadline_s=_LOOK_S,
        )
        answer = self._wire.call(ask, job)
        value = answer.json() if answer.status == 200 else None
        return value if isinstance(value, dict) else {}

    def _risen(self, told: object) -> float | None:
        """Return a progress that has not fallen: it is 0 at both ends, and at some servers never moves."""
        if not isinstance(told, int | float) or not self._fraction <= told <= 1.0:
            return None
        self._fraction = float(told)
        return self._fraction

    def _show(self, preview: str, job: JobContext) -> None:
        try:
            data = bytes_of_base64(preview, "")
        except ServiceError:
            return
        if is_whole_picture(data):
            job.partial(PartialPicture(data))


def _is_behind_others(found: dict[str, Any]) -> bool:
    return bool(found.get("queued")) and not found.get("active")
