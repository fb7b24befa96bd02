"""Plain values in the settings, keys in the keyring, a bounded list of what left."""

import keyring.backends.fail
import keyring.backends.null
import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ProviderValues, ServiceError
from memoreez_desktop.network.api import Ask, Outbound
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.provider_settings import (
    OutboundList,
    ProviderKeys,
    network_rules,
    provider_values,
    with_provider_values,
    with_proxy,
)
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings, SettingsFile
from tests.fakes.loopback import Reply, loopback
from tests.fakes.memory_keyring import MemoryKeyring

PLANTED = "sk-planted-in-the-keyring-0123456789"
INFO = generator_catalog().get("openai-images").info


def test_values_are_made_of_both_and_the_file_never_has_the_key(tmp_path):
    keys = ProviderKeys(Secrets(MemoryKeyring()))
    assert keys.set(INFO.id, f" {PLANTED}\n")
    entered = {"model": "own-model", "own_server": True, "quality": "low", "key": PLANTED, "nonsense": 1}
    file = SettingsFile(tmp_path / "settings.json")
    file.save(with_provider_values(Settings(), INFO, entered))
    settings = file.load()
    assert PLANTED not in file.path.read_text()
    assert settings.providers == {INFO.id: {"model": "own-model", "own_server": True}}
    values = provider_values(INFO, settings, keys)
    assert values.secret() == PLANTED
    assert values.text(INFO, "model") == "own-model"
    assert values.plain["own_server"] is True
    assert PLANTED not in repr(values)
    keys.set(INFO.id, "")
    assert provider_values(INFO, settings, keys).secret() == ""


def lent(images: dict[str, str], words: dict[str, str], family: str, own_key: str = "") -> ProviderValues:
    """Return what a writer gets whose sibling has a key."""
    keys = ProviderKeys(Secrets(MemoryKeyring()))
    writer = writer_catalog().get(family).info
    keys.set(writer.key_of, PLANTED)
    keys.set(writer.id, own_key)
    return provider_values(writer, Settings(providers={writer.key_of: images, family: words}), keys)


def test_a_writer_uses_the_key_of_its_sibling_at_the_same_address():
    assert lent({}, {}, "openai-chat").secret() == PLANTED
    assert lent({}, {}, "openai-chat", "sk-own").secret() == "sk-own"
    cloudflare = lent({"account": "acc"}, {"model": "m"}, "cloudflare-chat")
    assert (cloudflare.secret(), cloudflare.plain) == (PLANTED, {"account": "acc", "model": "m"})
    assert lent({"account": "acc"}, {"account": "b"}, "cloudflare-chat").plain["account"] == "b"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8080/v1", "http://api.openai.com/v1", "https://[::1", "https://x.example"]
)
def test_a_key_never_goes_to_another_address_than_its_own(address):
    assert lent({"base_url": address}, {}, "openai-chat").secret() == ""
    assert lent({}, {"base_url": address}, "openai-chat").secret() == ""
    assert lent({"base_url": address}, {"base_url": address}, "openai-chat").secret() == PLANTED


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring()])
def test_without_a_keyring_keys_live_for_the_session_and_that_is_said(backend):
    keys = ProviderKeys(Secrets(backend))
    assert not keys.set("x", PLANTED)
    assert keys.get("x") == PLANTED
    assert "keyring" in keys.note()
    assert ProviderKeys(Secrets(backend)).get("x") == ""
    keys.set("x", "")
    assert keys.get("x") == ""


def test_a_proxys_password_is_a_key_like_others(tmp_path):
    keys = ProviderKeys(Secrets(MemoryKeyring()))
    settings = with_proxy(Settings(), keys, "http://anna:s%40crt@proxy.example:3128/")
    assert settings.proxy_url == "http://anna@proxy.example:3128/"
    assert network_rules(settings, keys).proxy_url == "http://anna:s%40crt@proxy.example:3128/"
    assert with_proxy(settings, keys, settings.proxy_url) == settings
    assert network_rules(settings, keys).proxy_url.count("s%40crt") == 1
    plain = with_proxy(settings, keys, "http://proxy.example:3128")
    assert network_rules(plain, keys).proxy_url == "http://proxy.example:3128"
    assert with_proxy(plain, keys, "").proxy_url == ""


def test_the_offline_switch_reaches_the_wire_and_requests_are_listed():
    desk = AiDesk(Secrets(MemoryKeyring()))
    with loopback({"GET /a": Reply(200, b"12345")}) as server:
        wire = desk.wire(Settings())
        for _ in range(5):
            wire.call(Ask("GET", f"{server.url}/a?secret", local=True), JobContext())
        assert desk.wire(Settings(theme="dark")) is wire
        with pytest.raises(ServiceError) as caught:
            desk.wire(Settings(offline=True)).call(Ask("GET", f"{server.url}/a", local=True), JobContext())
        assert caught.value.reason == "offline"
        assert len(server.asked) == 5
    assert desk.outbound.rows() == (Outbound("127.0.0.1", "GET", 0, 5, 200, local=True),) * 5


def test_a_list_of_requests_forgets_the_oldest():
    listed = OutboundList(3)
    for sent in range(5):
        listed.add(Outbound("127.0.0.1", "POST", sent, 0, 200))
    assert [row.sent_bytes for row in listed.rows()] == [4, 3, 2]


def test_what_makes_no_sense_in_the_file_is_left_out(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(
        '{"schema_version": 2, "monthly_cap_usd": Infinity, "offline": 1, "proxy_url": 5,'
        ' "providers": {"a": 3, "b": {"x": null, "y": [1], "z": "kept"}}}'
    )
    settings = SettingsFile(path).load()
    assert settings == Settings(providers={"b": {"z": "kept"}})


def test_settings_of_the_first_version_are_brought_forward(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"schema_version": 1, "theme": "dark", "welcome_seen": true}')
    assert SettingsFile(path).load() == Settings(theme="dark", welcome_seen=True)
