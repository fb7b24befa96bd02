"""Plain values in the settings, keys in the keyring, a bounded list of what left."""

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.network.api import Ask, Outbound
from memoreez_desktop.services.provider_settings import (
    OutboundList,
    ProviderKeys,
    make_wire,
    network_rules,
    provider_values,
    with_provider_values,
    with_proxy,
)
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings, SettingsFile
from tests.fakes.loopback import Reply, loopback

PLANTED = "sk-planted-in-the-keyring-0123456789"
INFO = generator_catalog().get("openai-images").info


class MemoryKeyring(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


# Every subclass enlists itself; other tests must not be given it as the system's keyring.
KeyringBackend._classes -= {MemoryKeyring}


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
    keys, listed = ProviderKeys(Secrets(MemoryKeyring())), OutboundList(3)
    with loopback({"GET /a": Reply(200, b"12345")}) as server:
        wire = make_wire(Settings(), keys, listed.add)
        for _ in range(5):
            wire.call(Ask("GET", f"{server.url}/a?secret", local=True), JobContext())
        with pytest.raises(ServiceError) as caught:
            make_wire(Settings(offline=True), keys).call(
                Ask("GET", f"{server.url}/a", local=True), JobContext()
            )
        assert caught.value.reason == "offline"
        assert len(server.asked) == 5
    assert listed.rows() == (Outbound("127.0.0.1", "GET", 0, 5, 200, local=True),) * 3


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
