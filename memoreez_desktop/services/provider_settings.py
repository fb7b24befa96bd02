"""What a person entered for services: plain values in the settings, keys in the keyring."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.provider import ParamValue, ProviderInfo
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import NetworkRules, Outbound
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings

_PROXY = "proxy"
_LISTED = 500


class ProviderKeys:
    """Keys in the keyring; where there is none, in this program's memory until it ends.

    Parameters
    ----------
    secrets : Secrets
    environment : mapping, optional
        Environment variables that stand above the keyring, see :func:`key_variable`; none by default.
    """

    def __init__(self, secrets: Secrets, environment: Mapping[str, str] | None = None) -> None:
        self._secrets = secrets
        self._environment = environment or {}
        self._session: dict[tuple[str, str], str] = {}
        self._lock = threading.Lock()

    def note(self) -> str:
        """Return what a person should know of where keys are kept; empty when the keyring keeps them."""
        state = self._secrets.availability()
        return "" if state.available else state.why_not

    def place(self) -> str:
        """Return what people know the keyring as."""
        return self._secrets.place()

    def trouble(self) -> str:
        """Ask the keyring, and say in words if it does not answer; empty where there is none to ask."""
        try:
            if self._secrets.availability().available:
                self._secrets.get(_PROXY, "password")
        except StorageError as error:
            return say("{what} {hint}", what=error.message, hint=error.hint)
        return ""

    def only_now(self, provider_id: str, field_id: str = "key") -> bool:
        """Tell whether a key is kept in this program's memory alone."""
        with self._lock:
            return bool(self._session.get((provider_id, field_id)))

    def get(self, provider_id: str, field_id: str = "key") -> str:
        """Return a key, empty when there is none or the keyring is locked."""
        told = self._environment.get(key_variable(provider_id), "") if field_id == "key" else ""
        if told.strip():
            return told.strip()
        with self._lock:
            held = self._session.get((provider_id, field_id))
        if held is not None or not self._secrets.availability().available:
            return held or ""
        try:
            return self._secrets.get(provider_id, field_id) or ""
        except StorageError:
            return ""

    def set(self, provider_id: str, secret: str, field_id: str = "key") -> bool:
        """Keep a key, or forget it when it is empty.

        Returns
        -------
        bool
            False: it is kept for this session only, because there is no keyring or it said no.
        """
        with self._lock:
            self._session.pop((provider_id, field_id), None)
        try:
            if secret.strip():
                self._secrets.set(provider_id, secret.strip(), field_id)
            else:
                self._secrets.delete(provider_id, field_id)
        except StorageError:
            with self._lock:
                self._session[provider_id, field_id] = secret.strip()
            return False
        return True


def key_variable(provider_id: str) -> str:
    """Return the environment variable for a provider's key: ``MEMOREEZ_KEY_OPENAI_IMAGES``."""
    return "MEMOREEZ_KEY_" + provider_id.upper().replace("-", "_")


def provider_values(info: ProviderInfo, settings: Settings, keys: ProviderKeys) -> ProviderValues:
    """Put together what was entered for a provider; without a key of its own, that of a sibling is used.

    Notes
    -----
    See :attr:`~memoreez_desktop.core.provider.ProviderInfo.key_of`. A key never goes to another address than
    the one it was entered for.
    """
    own = _entered(info, settings, keys)
    if not info.key_of or own.secret():
        return own
    sibling = generator_catalog().get(info.key_of).info
    lent = _entered(sibling, settings, keys)
    if not lent.secret() or _origin(own.text(info, "base_url")) != _origin(lent.text(sibling, "base_url")):
        return own
    empty = [known.id for known in info.fields if known.kind == "text" and not own.text(info, known.id)]
    shared = {name: lent.plain[name] for name in empty if name in lent.plain}
    return ProviderValues({**own.plain, **shared}, lent.secrets)


def _entered(info: ProviderInfo, settings: Settings, keys: ProviderKeys) -> ProviderValues:
    plain = settings.providers.get(info.id, {})
    known = {known.id for known in info.fields if known.kind != "secret"}
    secret_ids = [known.id for known in info.fields if known.kind == "secret"]
    secrets = {field_id: keys.get(info.id, field_id) for field_id in secret_ids}
    return ProviderValues(
        {name: value for name, value in plain.items() if name in known},
        {field_id: secret for field_id, secret in secrets.items() if secret},
    )


def with_provider_values(settings: Settings, info: ProviderInfo, plain: Mapping[str, ParamValue]) -> Settings:
    """Return settings with a provider's plain values set anew; what equals its default is not written down.

    Keys and unknown fields are left out, whatever ``plain`` has.
    """
    defaults = {known.id: known.default for known in info.fields if known.kind != "secret"}
    kept = {name: value for name, value in plain.items() if name in defaults and value != defaults[name]}
    return replace(settings, providers={**settings.providers, info.id: kept})


def with_proxy(settings: Settings, keys: ProviderKeys, url: str) -> Settings:
    """Return settings with a proxy; a password in its address goes to the keyring."""
    try:
        parts = urlsplit(url.strip())
        host, password = parts.netloc.rpartition("@")[2], parts.password
    except ValueError:
        return replace(settings, proxy_url=url.strip())
    if password is None and parts.username and url.strip() == settings.proxy_url:
        return settings
    keys.set(_PROXY, unquote(password or ""), "password")
    user = f"{parts.username}@" if parts.username else ""
    return replace(settings, proxy_url=urlunsplit(parts._replace(netloc=user + host)))


def network_rules(settings: Settings, keys: ProviderKeys) -> NetworkRules:
    """Return what the settings say of the network."""
    return NetworkRules(
        offline=settings.offline,
        proxy_url=_whole_proxy(settings, keys),
        ca_file=settings.ca_file,
        allow_private=settings.private_services,
    )


def _origin(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, ""
    return parts.scheme, parts.netloc


class OutboundList:
    """The last requests that left this computer. May be used from every thread.

    Parameters
    ----------
    most : int
        How many are remembered.
    """

    def __init__(self, most: int = _LISTED) -> None:
        self._rows: deque[Outbound] = deque(maxlen=most)
        self._lock = threading.Lock()

    def add(self, outbound: Outbound) -> None:
        """Remember a request; the oldest is forgotten when there are too many."""
        with self._lock:
            self._rows.append(outbound)

    def rows(self) -> tuple[Outbound, ...]:
        """Return the requests, the newest first."""
        with self._lock:
            return tuple(reversed(self._rows))


def _whole_proxy(settings: Settings, keys: ProviderKeys) -> str:
    """Put the password back into the address of the proxy."""
    parts = urlsplit(settings.proxy_url)
    if "@" not in parts.netloc:
        return settings.proxy_url
    user, _, host = parts.netloc.rpartition("@")
    password = keys.get(_PROXY, "password")
    together = f"{user}:{quote(password, safe='')}@{host}" if password else f"{user}@{host}"
    return urlunsplit(parts._replace(netloc=together))
