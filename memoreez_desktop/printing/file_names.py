"""File names that the destination and the printer's own screen can show.

Source: Microsoft, "Naming Files, Paths, and Namespaces" (reserved characters and device names, shared by
FAT, exFAT and NTFS); the 8.3 listing of Marlin's SD card protocol.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Alphabet = Literal["plain", "any"]

LONGEST_UTF16_UNITS = 255
# Long names are cut on small screens; a card reader that lists 8.3 names shows the first six letters.
LONGEST_PLAIN = 40
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CLOCK$", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
)
_FORBIDDEN = re.compile(r'["*/:<>?\\|\x00-\x1f\x7f]')
# What Unicode's own decomposition leaves over, as it is written without the letter.
_LETTERS = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ø": "o", "Ø": "O",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i",
        "&": " and ", "+": " plus ",
    }
)  # fmt: skip


def safe_name(title: str, suffix: str = ".gcode", filesystem: str = "") -> str:
    """Return a file name made from ``title`` for a removable drive or any folder.

    On the FAT family (and where the file system is unknown) only ``A-Z a-z 0-9 _ -`` remain: accents and
    spaces have frozen or hidden files on printers' screens. Elsewhere only what no common system can
    store is replaced.

    Parameters
    ----------
    title : str
        Anything: empty, emoji, a whole sentence, a name with a suffix of its own.
    suffix : str
        With its dot; a title that already ends in it does not get it twice.
    filesystem : str
        As the system calls it: ``vfat exfat msdos ext4 ntfs apfs``; empty when unknown.

    Returns
    -------
    str
        Never empty, never reserved, never longer than the destination allows, never hidden.
    """
    stem = _without(title, suffix)
    plain = _alphabet(filesystem) == "plain"
    stem = _plain(stem)[:LONGEST_PLAIN].rstrip("_-") if plain else _any(stem)
    stem = stem or "memoreez"
    if stem.split(".")[0].upper() in _RESERVED:
        stem = f"{stem}_" if "." not in stem else f"_{stem}"
    return _shorten(stem, suffix) + suffix


def short_name(title: str, suffix: str = ".gcode") -> str:
    """Return an 8.3 name in capitals for boards that know nothing else (``GRANDPA.GCO``)."""
    stem = _plain(_without(title, suffix)).replace("_", "").replace("-", "").upper()[:8] or "MEMOREEZ"
    if stem in _RESERVED:
        stem = f"{stem[:7]}_"
    short = re.sub(r"[^A-Z0-9]", "", suffix.upper())
    return f"{stem}.{'GCO' if short == 'GCODE' else short[:3]}"


def numbered(name: str, number: int) -> str:
    """Return ``name`` with ``-number`` before its suffix, still short enough."""
    stem, dot, suffix = name.rpartition(".")
    stem, suffix = (stem, f"{dot}{suffix}") if dot else (name, "")
    return _shorten(stem, f"-{number}{suffix}") + f"-{number}{suffix}"


def _alphabet(filesystem: str) -> Alphabet:
    known = filesystem.lower()
    roomy = ("ext", "btrfs", "xfs", "apfs", "hfs", "ntfs", "zfs", "f2fs", "overlay", "tmpfs", "nfs", "refs")
    return "any" if known.startswith(roomy) else "plain"


def _without(title: str, suffix: str) -> str:
    return title[: -len(suffix)] if suffix and title.lower().endswith(suffix.lower()) else title


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(_LETTERS))
    ascii_only = decomposed.encode("ascii", "ignore").decode()
    return re.sub(r"_+", "_", re.sub(r"[^A-Za-z0-9-]+", "_", ascii_only)).strip("_-")


def _any(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(c for c in composed if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return re.sub(r"\s+", " ", _FORBIDDEN.sub("_", visible)).strip(" .")


def _shorten(stem: str, suffix: str) -> str:
    """Cut to what FAT, exFAT, NTFS (UTF-16 units) and Unix (bytes) all can store."""
    while _too_long(stem + suffix):
        stem = stem[:-1]
    return stem.rstrip(" .") or "memoreez"


def _too_long(name: str) -> bool:
    # A hidden sibling of the name is a little longer while it is being written.
    room = LONGEST_UTF16_UNITS - 16
    return len(name.encode("utf-16-le")) // 2 > room or len(name.encode()) > room
