"""A planted key is in the keyring and in one header, and in nothing that is written, said or handed on."""

from __future__ import annotations

import logging
import pickle
import sys
import traceback

import pytest

from memoreez_desktop.core.errors import Cancelled, MemoreezError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ConceptPrompt, ServiceError
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.network.api import Ask, NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.services.ai_concepts import plan_pictures
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.provider_settings import with_provider_values, with_proxy
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings, SettingsFile
from tests.fakes.faults import BAD_BODIES
from tests.fakes.generator_room import SERVICES
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Reply, loopback
from tests.fakes.memory_keyring import MemoryKeyring
from tests.services.ordering_program import draw

PROMPT = ConceptPrompt("Fish", "icon", "a solid clay fish")
TELL_TALES = {
    "none": None,
    "JSON": Reply.of_json(
        {"error": {"message": f"Incorrect key {KEY}"}, "detail": f"no {KEY}", "id": KEY}, 401
    ),
    "page": Reply(500, f"<html>{KEY}</html>".encode(), {"content-type": "text/html", "x-key": KEY}),
    "link": Reply(307, b"", {"location": f"http://127.0.0.1:9/{KEY}"}),
    "reset": BAD_BODIES["reset"],
}
FIRST = {service.generator_id: service for service in reversed(SERVICES)}


def shows(value: object) -> str:
    """Return everything that can be seen of a value."""
    return f"{value!r} {value!s} {pickle.dumps(value)!r}"


def seen_of(error: BaseException) -> str:
    """Return everything that can be seen of an error, by a log and by a crash report."""
    causes = [error.__cause__, error.__context__]
    return shows(error) + "".join(traceback.format_exception(error)) + repr(causes) + repr(error.args)


@pytest.mark.parametrize("tale", TELL_TALES)
@pytest.mark.parametrize("generator_id", FIRST)
def test_a_planted_key_is_nowhere(generator_id, tale, tmp_path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    service, keyring = FIRST[generator_id], MemoryKeyring()
    desk = AiDesk(Secrets(keyring))
    desk.keys.set(generator_id, KEY)
    seen = []
    with loopback({}) as server:
        well = service.answer(server, picture())
        bad = TELL_TALES[tale]
        server.answer = well if bad is None else lambda asked: bad
        info = desk.picture_service(Settings(), generator_id).generator.info
        entered = {**service.plain, "base_url": server.url, "key": KEY}
        settings = with_provider_values(Settings(private_services=True), info, entered)
        SettingsFile(tmp_path / "settings.json").save(settings)
        using = desk.picture_service(settings, generator_id)
        library = Library(tmp_path / "library")
        project = library.start_project(Brief(Story("Karl")))
        (plan,) = plan_pictures(library, project, Brief(Story("Karl")), (PROMPT,), using)
        for attempt in (
            lambda: using.generator.test(using.values, using.wire, JobContext()),
            lambda: draw(library, project, plan.id, using, JobContext()),
        ):
            try:
                seen.append(shows(attempt()))
            except (MemoreezError, Cancelled) as error:
                seen.append(seen_of(error))
        rows = library.orders.of_card(project, plan.id)
        seen += [repr(using), repr(using.values), repr(settings), repr(rows), repr(desk.outbound.rows())]
        seen += [repr(library.card(project, plan.id)), " ".join(sys.argv)]
        # While it is open its log is beside it.
        assert_in_no_file(tmp_path)
        library.close()
        assert any(KEY in value for asked in server.asked for value in asked.headers.values()) or info.local
    out, err = capfd.readouterr()
    for text in (*seen, caplog.text, repr([record.args for record in caplog.records]), out, err):
        assert KEY not in text
    assert_in_no_file(tmp_path)
    assert keyring.kept == {(f"memoreez/{generator_id}", "key"): KEY}


def assert_in_no_file(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 1
    for path in files:
        assert KEY.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("odd", [f"{KEY}ü", f"{KEY}\nx", f"“{KEY}”", f"{KEY}\x00"])
def test_a_key_that_no_header_can_carry_is_said_and_not_shown(odd):
    secret = {"authorization": f"Bearer {odd}"}
    with loopback({}) as server:
        ask = Ask("POST", server.url, secret_headers=secret, local=True, paid=True)
        with pytest.raises(ServiceError) as caught:
            HttpWire(NetworkRules()).call(ask, JobContext())
        assert server.asked == []
    assert caught.value.reason == "auth"
    assert not caught.value.maybe_charged
    assert KEY not in seen_of(caught.value)


def test_a_proxys_password_is_not_shown():
    desk = AiDesk(Secrets(MemoryKeyring()))
    settings = with_proxy(Settings(), desk.keys, f"http://anna:{KEY}@127.0.0.1:9/")
    assert KEY not in repr(settings)
    token = CancelToken()
    with pytest.raises(ServiceError) as caught:
        desk.wire(settings).call(Ask("GET", "http://example.org/", deadline_s=3.0), JobContext(token))
    assert KEY not in seen_of(caught.value) + repr(desk.outbound.rows())
    assert KEY not in repr(NetworkRules(proxy_url=f"http://anna:{KEY}@127.0.0.1:9/"))
