"""Which picture format a file holds, told by its first bytes and never by its suffix."""

from __future__ import annotations

SNIFF_BYTES = 64
"""How much of a file's start :func:`sniff_format` wants to see."""

READABLE = ("JPEG", "PNG", "WebP", "TIFF", "BMP", "GIF", "HEIC")
"""The formats people may bring, as they are called in sentences."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
)
# Sizes of the information block that follows a bitmap's file header, in every version of the format.
_BMP_HEADER_SIZES = frozenset((12, 16, 40, 52, 56, 64, 108, 124))
_HEIF_BRANDS = frozenset((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs"))


def sniff_format(head: bytes) -> str | None:
    """Name the picture format of a file from its first :data:`SNIFF_BYTES` bytes, or None.

    Source: the signatures in the JPEG, PNG, GIF, TIFF 6.0 and BigTIFF, BMP, RIFF/WebP and ISO/IEC 23008-12
    documents.
    """
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return "BMP"
    return "HEIC" if _is_heif(head) else None


def _is_heif(head: bytes) -> bool:
    if head[4:8] != b"ftyp":
        return False
    box_end = min(int.from_bytes(head[:4], "big"), len(head))
    major, compatible = head[8:12], {head[at : at + 4] for at in range(16, box_end, 4)}
    # mif1/msf1 only say "a picture in this box"; AV1 pictures say so too, and cannot be read here.
    return major in _HEIF_BRANDS or (major in (b"mif1", b"msf1") and bool(compatible & _HEIF_BRANDS))


def webp_size(head: bytes) -> tuple[int, int]:
    """Read width and height of a WebP picture from its first bytes; (0, 0) when they are not there.

    Pillow asks libwebp for two canvases of the announced size as soon as a file is opened, so the size has
    to be known before.

    Source: RFC 9649, sections 2.5 to 2.7.
    """
    chunk = head[12:16]
    if chunk == b"VP8X" and len(head) >= 30:
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if chunk == b"VP8L" and len(head) >= 25:
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and len(head) >= 30:
        width, height = (int.from_bytes(head[at : at + 2], "little") for at in (26, 28))
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0
