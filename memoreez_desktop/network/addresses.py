"""Which addresses a service on the internet may have: none of a private network."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say


def is_private(address: str) -> bool:
    """Tell whether an IP address is of this computer or of a private network.

    Notes
    -----
    "Global" as the IANA special-purpose registries define it (RFC 6890); an IPv4 address inside an IPv6
    one is looked at itself.
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    return not found.is_global


def refuse_private(address: str, host: str) -> None:
    """Make sure that a connection to a cloud service did not end up at home.

    Raises
    ------
    ServiceError
        It did: a key or a photo might go to something that only pretends to be the service.
    """
    if is_private(address):
        raise ServiceError(
            say("“{host}” is an address in your own network.", host=host),
            say("Only servers marked as local may be there. Check the address in the settings."),
            reason="bad_input",
        )


def require_address(url: str, schemes: tuple[str, ...] = ("http", "https")) -> str:
    """Return the host of an address.

    Raises
    ------
    ServiceError
        It is none.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        sound = parts.scheme in schemes and bool(host) and parts.port != 0 and not any(map(str.isspace, url))
    except ValueError:
        host, sound = "", False
    if not sound:
        raise ServiceError(
            say("The address “{url}” is not one.", url=url[:80]),
            say("It begins with https:// or http://."),
            reason="bad_input",
        )
    return host


def behind_proxy(url: str) -> bool:
    """Tell whether the environment names a proxy for an address: then the peer is the proxy."""
    parts = urlsplit(url)
    known = getproxies()
    return (parts.scheme in known or "all" in known) and not proxy_bypass(parts.hostname or "")
