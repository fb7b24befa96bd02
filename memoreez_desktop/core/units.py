"""Numbers in words for people, the same in the window and on the command line."""

from __future__ import annotations


def duration_words(seconds: float) -> str:
    """Return ``45 s``, ``12 min`` or ``2 h 09``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02d}"


def bytes_words(count: float) -> str:
    """Return ``812 B``, ``1.4 MB`` or ``14.2 GB`` (powers of ten, as drives are sold)."""
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000 or unit == "GB":
            break
        count /= 1000
    return f"{count:.0f} {unit}" if unit == "B" or count >= 100 else f"{count:.1f} {unit}"


def size_words(size_mm: tuple[float, float, float]) -> str:
    """Return ``60 × 40 × 65 mm``."""
    return " × ".join(f"{value:.0f}" for value in size_mm) + " mm"
