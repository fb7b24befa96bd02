"""The person's own way to the network, looked at before it is kept: a proxy, a file of certificates."""

from __future__ import annotations

import ssl
from pathlib import Path
from urllib.parse import urlsplit

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say

_LARGEST_BYTES = 10_000_000
_PROXIES = ("http", "https")


def check_certificates(path: Path) -> int:
    """Return how many certificates a PEM file has.

    Raises
    ------
    InputError
        It cannot be read, or has none.
    """
    hint = say("Choose a PEM file with certificates; it has the words BEGIN CERTIFICATE in it.")
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise InputError(say("“{name}” is too large for certificates.", name=path.name), hint)
        text = path.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise InputError(say("“{name}” cannot be read.", name=path.name), hint) from error
    if "-----BEGIN CERTIFICATE-----" not in text:
        raise InputError(say("There is no certificate in “{name}”.", name=path.name), hint)
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        trust.load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError) as error:
        raise InputError(say("The certificates in “{name}” are damaged.", name=path.name), hint) from error
    return text.count("-----BEGIN CERTIFICATE-----")


def check_proxy(address: str) -> str:
    """Return a proxy's address, completed; empty stays empty.

    Raises
    ------
    InputError
        It is none. What was entered is not repeated: it may hold a password.
    """
    entered = address.strip()
    if not entered:
        return ""
    whole = entered if "://" in entered else f"http://{entered}"
    try:
        parts = urlsplit(whole)
        good = parts.scheme in _PROXIES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or " " in whole:
        raise InputError(
            say("This is no address of a proxy."), say("It looks like http://proxy.example:3128.")
        )
    return whole
