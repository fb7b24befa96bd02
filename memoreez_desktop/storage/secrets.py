"""Keys of providers, kept by the operating system's own keyring and nowhere else.

The only file of the program that imports keyring. A key is stored under the service name
``memoreez/<provider id>``; there is no fallback to a file, on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec

import keyring
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
from keyring.backend import KeyringBackend

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.provider import AVAILABLE, Availability
from memoreez_desktop.core.words import say

# Backends of other packages that write keys readable by everyone who can read the disk.
_UNSAFE_NAMES = ("plaintext", "uncrypted", "unencrypted")
# What people know the keyrings as, by the last part of the backend's module.
_PLACES = {
    "Windows": say("Windows Credential Manager"),
    "macOS": say("the macOS keychain"),
    "SecretService": say("the system's keyring"),
    "libsecret": say("the system's keyring"),
    "kwallet": say("KWallet"),
}


class Secrets:
    """The keys of the providers.

    Parameters
    ----------
    backend : KeyringBackend, optional
        For tests; the system's own by default, looked for at the first question.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._chosen = backend

    def availability(self) -> Availability:
        """Tell whether keys can be kept safely on this computer."""
        backend = self._backend()
        if _is_safe(backend):
            return AVAILABLE
        return Availability(
            False,
            say(
                "This computer has no keyring that keeps keys safely. Install and unlock one "
                "(GNOME Keyring or KWallet on Linux) to have them kept."
            ),
        )

    def place(self) -> str:
        """Return what people know the keyring as; no question goes to it."""
        backend = self._backend()
        backend = next(iter(getattr(backend, "backends", ())), backend)
        parts = type(backend).__module__.split(".")
        return next((_PLACES[part] for part in parts if part in _PLACES), say("the system's keyring"))

    def get(self, provider_id: str, field_id: str = "key") -> str | None:
        """Return a key, or None when there is none.

        Raises
        ------
        StorageError
            The keyring is missing, locked or said no.
        """
        with _in_words():
            return self._safe_backend().get_password(_service(provider_id), field_id)

    def set(self, provider_id: str, secret: str, field_id: str = "key") -> None:
        """Keep a key.

        Raises
        ------
        StorageError
            The keyring is missing, locked or said no.
        """
        with _in_words():
            self._safe_backend().set_password(_service(provider_id), field_id, secret)

    def delete(self, provider_id: str, field_id: str = "key") -> None:
        """Forget a key; it is no error when there was none.

        Raises
        ------
        StorageError
            The keyring is missing, locked or said no.
        """
        backend = self._safe_backend()
        with _in_words():
            if backend.get_password(_service(provider_id), field_id) is not None:
                backend.delete_password(_service(provider_id), field_id)

    def _backend(self) -> KeyringBackend:
        if self._chosen is None:
            self._chosen = keyring.get_keyring()
        return self._chosen

    def _safe_backend(self) -> KeyringBackend:
        state = self.availability()
        if not state.available:
            raise StorageError(say("The key was not stored: there is no safe place for it."), state.why_not)
        return self._backend()


def _service(provider_id: str) -> str:
    return f"memoreez/{provider_id}"


def _is_safe(backend: KeyringBackend) -> bool:
    if isinstance(backend, keyring.backends.fail.Keyring | keyring.backends.null.Keyring):
        return False
    inner = getattr(backend, "backends", None)  # the chainer lists what it would try
    if inner is not None:
        members = list(inner)
        return bool(members) and all(_is_safe(member) for member in members)
    name = f"{type(backend).__module__}.{type(backend).__name__}".lower()
    return not any(word in name for word in _UNSAFE_NAMES)


def _foreign_errors() -> tuple[type[Exception], ...]:
    """Return what Linux's keyrings raise past the keyring package when their service has gone away."""
    # WORKAROUND keyring 25.7: it lets these through, and only Linux has the two packages.
    known = {"secretstorage.exceptions": "SecretStorageException", "jeepney.wrappers": "DBusErrorResponse"}
    there = {module: name for module, name in known.items() if find_spec(module.partition(".")[0])}
    return tuple(getattr(import_module(module), name) for module, name in there.items())


_NO: tuple[type[Exception], ...] = (keyring.errors.KeyringError, OSError, *_foreign_errors())


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except _NO as error:
        raise StorageError(
            say("The system's keyring refused."),
            say("Unlock it (log in again, or open its own window) and try once more."),
            retryable=True,
        ) from error
