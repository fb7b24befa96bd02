"""ComfyUI's queue, whatever its graph makes.

Source: ComfyUI's own server.py: the order's id is chosen by the client, so that it can be found again after a
restart; the socket tells steps and previews, and because users know it to fall silent, the history is asked
beside it.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.network.api import Ask, TalkingSocket, Wire
from memoreez_desktop.network.comfyui_answers import SERVICE, is_end, refused
from memoreez_desktop.network.queued import not_kept, pause, still_drawing
from memoreez_desktop.network.refusals import refusal_of, unreadable

Graph = dict[str, Any]
_LOOK_S = 3.0
_FIRST_LOOK_S = 0.3
_LISTEN_S = 0.1
_DEADLINE_S = 3600.0
_PATIENCE = 5
_MISSING = 3
"""So often neither in the queue nor in the history: forgotten."""


@dataclass(frozen=True)
class ComfyQueue:
    """A server's queue.

    Attributes
    ----------
    base_url : str
        Without a slash at its end.
    at_work : Phrase
        What is said while an order is worked at.
    """

    base_url: str
    at_work: Phrase

    def get(self, path: str) -> Ask:
        """Return a question."""
        return Ask("GET", self.base_url + path, local=True, read_timeout_s=20.0)

    def asked(self, ask: Ask, wire: Wire, job: JobContext) -> dict[str, Any]:
        """Ask, and return the answer's document.

        Raises
        ------
        ServiceError
            The server says no.
        """
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise refusal_of(SERVICE, answer)
        return dict_in(answer.json())

    def version(self, wire: Wire, job: JobContext) -> str:
        """Return the server's version.

        Raises
        ------
        ServiceError
            Another program answers there.
        """
        system = dict_in(self.asked(self.get("/system_stats"), wire, job).get("system"))
        version = system.get("comfyui_version")
        if not isinstance(version, str):
            raise unreadable(SERVICE, maybe_charged=False)
        return version

    def choices(self, node: str, field: str, wire: Wire, job: JobContext) -> list[str]:
        """Return what a node's field may be, as far as the server lists it."""
        known = self.asked(self.get(f"/object_info/{node}"), wire, job)
        inputs = dict_in(dict_in(known.get(node)).get("input"))
        names = dict_in(inputs.get("required")).get(field)
        if isinstance(names, list) and len(names) > 1 and names[0] == "COMBO":
            # Newer servers name the kind first and the choices beside it.
            names = [dict_in(names[1]).get("options")]
        listed = names[0] if isinstance(names, list) and names else None
        return [str(name) for name in listed] if isinstance(listed, list) else []

    def completed(self, graph: Graph, wire: Wire, job: JobContext) -> Graph:
        """Give every node what this version of the server wants of it, and the graph does not say."""
        whole = {}
        for name, node in graph.items():
            kind = str(node.get("class_type"))
            known = self.asked(self.get(f"/object_info/{kind}"), wire, job)
            wanted = dict_in(dict_in(dict_in(known.get(kind)).get("input")).get("required"))
            given = dict_in(node.get("inputs"))
            missing = {field: _default(told) for field, told in wanted.items() if field not in given}
            filled = {field: value for field, value in missing.items() if value is not None}
            whole[name] = {**node, "inputs": {**given, **filled}}
        return whole

    def order(self, graph: Graph, prompt_id: str, wire: Wire, job: JobContext) -> str:
        """Send a graph; return what the order is called there.

        Raises
        ------
        ServiceError
            It was not taken.
        """
        body = {"prompt": graph, "client_id": prompt_id, "prompt_id": prompt_id}
        answer = wire.call(Ask("POST", f"{self.base_url}/prompt", json_body=body, local=True), job)
        if answer.status != 200:
            raise refused(answer)
        remote_id = dict_in(answer.json()).get("prompt_id")
        if not isinstance(remote_id, str):
            raise unreadable(SERVICE, maybe_charged=False)
        # Versions before 0.3.45 name the order themselves.
        return remote_id

    @contextlib.contextmanager
    def listening(self, prompt_id: str, wire: Wire) -> Iterator[TalkingSocket | None]:
        """Open the socket of an order; None where only plain requests get through."""
        url = "ws" + f"{self.base_url}/ws?clientId={quote(prompt_id)}".removeprefix("http")
        with contextlib.ExitStack() as stack:
            socket: TalkingSocket | None = None
            with contextlib.suppress(ServiceError):
                socket = stack.enter_context(wire.socket(url, local=True))
            yield socket

    def stop(self, prompt_id: str, wire: Wire, job: JobContext) -> None:
        """Take an order out of the queue, and stop it if it is the one that runs; others go on."""
        delete = {"delete": [prompt_id]}
        wire.call(Ask("POST", f"{self.base_url}/queue", json_body=delete, local=True), job)
        running, _ = self._queue(wire, job)
        if prompt_id in running:
            # Old servers stop whatever is running, whatever the id: it is asked of them only for ours.
            ours = {"prompt_id": prompt_id}
            wire.call(Ask("POST", f"{self.base_url}/interrupt", json_body=ours, local=True), job)

    def awaited(
        self, prompt_id: str, socket: TalkingSocket | None, wire: Wire, job: JobContext
    ) -> dict[str, Any]:
        """Listen to the socket and ask the history until the order is in it.

        Raises
        ------
        ServiceError
            It is not kept any more, or not done within an hour.
        Cancelled
        """
        begun = time.monotonic()
        wait_s, troubles, missing, ended = _FIRST_LOOK_S, 0, 0, False
        look_at = begun
        while time.monotonic() - begun < _DEADLINE_S:
            job.check_cancelled()
            if time.monotonic() >= look_at:
                try:
                    entry = self._looked_up(prompt_id, wire, job)
                except ServiceError as error:
                    troubles += 1
                    if error.reason == "bad_input" or troubles > _PATIENCE:
                        raise
                else:
                    if isinstance(entry, dict):
                        return entry
                    troubles, missing = 0, 0 if entry else missing + 1
                    if missing >= _MISSING:
                        raise not_kept(SERVICE, paid=False)
                wait_s = _FIRST_LOOK_S if ended else min(_LOOK_S, 1.5 * wait_s)
                look_at = time.monotonic() + wait_s
            if socket is None:
                pause(job, _LISTEN_S)
                continue
            try:
                message = socket.receive(_LISTEN_S)
            except ServiceError:
                socket = None
                continue
            if message is not None and is_end(message, prompt_id, job, self.at_work):
                ended, look_at = True, time.monotonic()
        raise still_drawing(SERVICE, paid=False)

    def _looked_up(self, prompt_id: str, wire: Wire, job: JobContext) -> dict[str, Any] | bool:
        """Return the history's entry, else whether the order is in the queue."""
        history = self.asked(self.get(f"/history/{quote(prompt_id)}"), wire, job)
        entry = history.get(prompt_id)
        if isinstance(entry, dict):
            return entry
        running, pending = self._queue(wire, job)
        if prompt_id in pending:
            before = len(running) + pending.index(prompt_id)
            job.progress(None, say("Waiting; {count} before it", count=before))
        return prompt_id in running or prompt_id in pending

    def _queue(self, wire: Wire, job: JobContext) -> tuple[list[str], list[str]]:
        """Return the ids of what is running and of what waits."""
        queue = self.asked(self.get("/queue"), wire, job)
        running, pending = (
            [item[1] for item in queue.get(part) or [] if isinstance(item, list) and len(item) > 1]
            for part in ("queue_running", "queue_pending")
        )
        return running, pending


def _default(told: object) -> object:
    """Return what a field is unless somebody says: its default, or the first of its choices."""
    if not isinstance(told, list) or not told:
        return None
    options = dict_in(told[1]) if len(told) > 1 else {}
    choices = told[0] if isinstance(told[0], list) else options.get("options")
    first = choices[0] if isinstance(choices, list) and choices else None
    return options.get("default", first)


def dict_in(value: object) -> dict[str, Any]:
    """Return a document's object, empty where there is none."""
    return value if isinstance(value, dict) else {}
