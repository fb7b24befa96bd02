"""What people can choose from: honest about keys, prices, places; never a key in any of it."""

from pathlib import Path

import certifi
import keyring.backends.fail
import keyring.errors
import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import Price, ServiceError
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.ai_offers import Spent, ai_offers, try_offer, what_was_spent
from memoreez_desktop.services.own_network import check_certificates, check_proxy
from memoreez_desktop.services.provider_settings import ProviderKeys
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings
from memoreez_desktop.storage.spending import SpentRow
from tests.fakes.image_services.openai_images import answer
from tests.fakes.image_services.service import KEY, picture
from tests.fakes.loopback import Loopback
from tests.fakes.memory_keyring import MemoryKeyring


class LockedKeyring(MemoryKeyring):
    def get_password(self, *_asked):
        raise keyring.errors.KeyringLocked("locked")

    set_password = delete_password = get_password


def offers(settings=None, ring=None, entered=()):
    keys = ProviderKeys(Secrets(ring or MemoryKeyring()))
    for provider_id, key in entered:
        keys.set(provider_id, key)
    return ai_offers(settings or Settings(), keys)


def offer(found, offer_id):
    return next(one for one in found.rows if one.id == offer_id)


def test_the_studio_stands_first_then_who_draws_then_who_writes_then_who_sculpts():
    found = offers().rows
    drawing, writing = generator_catalog().ids, writer_catalog().ids
    sculpting = mesh_generator_catalog().ids
    assert [one.id for one in found] == ["", *drawing, *writing, *sculpting]
    kinds = ["pictures"] * len(drawing) + ["words"] * len(writing) + ["meshes"] * len(sculpting)
    assert [one.kind for one in found] == ["studio", *kinds]
    assert len({one.id for one in found}) == len(found)


def test_everything_says_what_leaves_and_what_it_costs():
    for one in offers().rows:
        assert one.leaves
        assert bool(one.price_words) is (one.kind in ("pictures", "meshes"))
        assert bool(one.key_page) is (bool(one.info.fields) and not one.own), one.id
    assert "0.03" in offer(offers(), "stability").price_words
    unknown = Settings(providers={"bfl": {"model": "a-new-one"}})
    assert "0.25 USD each is set aside" in offer(offers(unknown), "bfl").price_words
    assert "free" in offer(offers(), "comfyui").price_words
    assert "0.20" in offer(offers(), "tripo").price_words
    assert "European Union" in offer(offers(), "hunyuan").notice


def test_the_one_in_use_is_known():
    settings = Settings(generator_id="bfl", writer_id="ollama")
    assert [one.id for one in offers().rows if one.chosen(settings)] == ["bfl", "ollama"]
    assert [one.id for one in offers().rows if one.chosen(Settings())] == ["", "template"]


def test_only_the_end_of_a_long_key_is_told():
    found = offers(entered=(("bfl", KEY), ("sdapi", "geheim7"), ("fal", "x" * 19)))
    assert offer(found, "bfl").held["key"].tail == KEY[-4:]
    assert offer(found, "sdapi").held["key"].tail == ""
    assert offer(found, "fal").held["key"].tail == ""
    assert offer(found, "bfl").availability.available
    assert not offer(found, "replicate").availability.available
    for secret in (KEY, "geheim7", "x" * 19):
        assert secret not in repr(found)


def test_a_lent_key_is_told_as_such_and_not_as_held():
    found = offers(entered=(("openai-images", KEY),))
    chat = offer(found, "openai-chat")
    assert chat.availability.available
    assert chat.lent_by == generator_catalog().get("openai-images").info.label
    assert not chat.held
    assert not offer(offers(entered=(("openai-chat", KEY),)), "openai-chat").lent_by


def test_a_server_of_ones_own_is_free():
    settings = Settings(
        providers={"openai-images": {"base_url": "http://127.0.0.1:8080", "own_server": True}}
    )
    own = offer(offers(settings), "openai-images")
    assert own.own
    assert own.price == Price(0.0, own.price.usual_s, own.price.as_of)
    assert not offer(offers(), "openai-images").own


@pytest.mark.parametrize(
    ("ring", "place", "word"),
    [
        (MemoryKeyring(), "keyring", ""),
        (LockedKeyring(), "keyring", "Unlock"),
        (keyring.backends.fail.Keyring(), "", "no keyring"),
    ],
)
def test_where_keys_are_kept_is_said(ring, place, word):
    found = offers(ring=ring, entered=(("bfl", KEY),))
    assert place in found.place
    assert bool(place) is bool(found.place)
    assert (word in found.note) if word else not found.note
    kept = offer(found, "bfl").held["key"]
    assert kept.only_now is bool(word)
    assert kept.tail == KEY[-4:]


def test_keyrings_are_called_as_people_know_them():
    for module, name in (
        ("keyring.backends.Windows", "Windows Credential Manager"),
        ("keyring.backends.macOS", "the macOS keychain"),
        ("keyring.backends.kwallet", "KWallet"),
        ("keyring.backends.SecretService", "the system's keyring"),
        ("somebody.elses", "the system's keyring"),
    ):
        ring = type("Keyring", (MemoryKeyring,), {"__module__": module})()
        assert Secrets(ring).place() == name


def test_a_test_says_what_was_found_and_how_long_it_took():
    desk = AiDesk(Secrets(MemoryKeyring()))
    server = Loopback(lambda asked: answer(server, picture())(asked))
    try:
        plain = {"base_url": server.url, "own_server": True}
        settings = Settings(providers={"openai-images": plain, "openai-chat": plain})
        pictures = offer(ai_offers(settings, desk.keys), "openai-images")
        with pytest.raises(ServiceError) as caught:
            try_offer(settings, desk, pictures, JobContext())
        assert caught.value.reason == "auth"
        desk.keys.set("openai-images", KEY)
        words, took_s = try_offer(settings, desk, pictures, JobContext())
        assert "answers" in words
        assert 0 < took_s < 10
        chat = offer(ai_offers(settings, desk.keys), "openai-chat")
        words, _ = try_offer(settings, desk, chat, JobContext())
        assert words
    finally:
        server.close()
    assert {row.method for row in desk.outbound.rows()} == {"GET"}
    assert all(row.local and row.at_s > 1e9 for row in desk.outbound.rows())


def test_the_ledger_counts_the_present_month(tmp_path):
    library = Library(tmp_path)
    assert what_was_spent(library).rows == ()
    # A whole number would be written with a point in every language.
    assert isinstance(what_was_spent(library).now_usd, float)
    library.close()
    rows = (SpentRow("bfl", "2026-11", 1.5, 0.25, 9), SpentRow("fal", "2026-11", 0.5, 0.5, 2))
    older = SpentRow("bfl", "2026-10", 7.0, 0.0, 90)
    assert Spent("2026-11", (*rows, older)).now_usd == 2.0
    assert Spent("2026-12", (*rows, older)).now_usd == 0


@pytest.mark.parametrize(
    ("entered", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("proxy.example:3128", "http://proxy.example:3128"),
        (" https://proxy.example ", "https://proxy.example"),
        ("http://anna:pw@10.0.0.1:80/", "http://anna:pw@10.0.0.1:80/"),
    ],
)
def test_addresses_of_proxies_are_completed(entered, kept):
    assert check_proxy(entered) == kept


@pytest.mark.parametrize(
    "entered",
    ["not a proxy", "ftp://x", "http://", "http://x:99999", "http://[::1", "http://x:0", "socks5://x"],
)
def test_what_is_no_proxy_is_refused_without_being_repeated(entered):
    with pytest.raises(InputError) as caught:
        check_proxy(entered)
    assert caught.value.hint
    assert entered not in f"{caught.value.message}"


def test_certificates_are_counted_and_faults_named(tmp_path):
    assert check_certificates(Path(certifi.where())) > 50
    broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    for name, data in (("text.pem", "hello"), ("broken.pem", broken), ("empty.pem", "")):
        (tmp_path / name).write_text(data)
    (tmp_path / "der.cer").write_bytes(bytes(range(256)))
    (tmp_path / "folder.pem").mkdir()
    for name in ("text.pem", "broken.pem", "empty.pem", "der.cer", "folder.pem", "missing.pem"):
        with pytest.raises(InputError) as caught:
            check_certificates(tmp_path / name)
        assert name in caught.value.message
        assert "PEM" in caught.value.hint
