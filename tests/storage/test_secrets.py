import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.storage.secrets import Secrets
from tests.fakes.memory_keyring import MemoryKeyring


class PlaintextKeyring(MemoryKeyring):
    pass


class LockedKeyring(MemoryKeyring):
    def get_password(self, *_words):
        raise keyring.errors.KeyringLocked("locked")

    set_password = delete_password = get_password


# Every subclass enlists itself; other tests must not be given one of these as the system's keyring.
KeyringBackend._classes -= {MemoryKeyring, PlaintextKeyring, LockedKeyring}


def test_a_key_is_kept_under_the_name_of_its_provider():
    backend = MemoryKeyring()
    secrets = Secrets(backend)
    assert secrets.get("meshy") is None
    secrets.set("meshy", "s3cret")
    assert backend.kept == {("memoreez/meshy", "key"): "s3cret"}
    assert secrets.get("meshy") == "s3cret"
    secrets.delete("meshy")
    secrets.delete("meshy")
    assert secrets.get("meshy") is None


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), PlaintextKeyring()])
def test_no_safe_place_means_a_word_and_no_file(backend):
    secrets = Secrets(backend)
    assert not secrets.availability().available
    assert secrets.availability().why_not
    for call in (lambda: secrets.get("p"), lambda: secrets.set("p", "s3cret"), lambda: secrets.delete("p")):
        with pytest.raises(StorageError) as caught:
            call()
        assert "s3cret" not in str(caught.value)
    assert not getattr(backend, "kept", {})


def test_a_chain_is_as_safe_as_its_members(monkeypatch):
    for members, safe in (
        ([MemoryKeyring()], True),
        ([], False),
        ([MemoryKeyring(), PlaintextKeyring()], False),
    ):
        monkeypatch.setattr(chainer.ChainerBackend, "backends", members)
        assert Secrets(chainer.ChainerBackend()).availability().available is safe


def test_a_locked_keyring_is_an_error_in_words():
    secrets = Secrets(LockedKeyring())
    for call in (lambda: secrets.get("p"), lambda: secrets.set("p", "x"), lambda: secrets.delete("p")):
        with pytest.raises(StorageError, match="refused") as caught:
            call()
        assert caught.value.retryable
