"""The window's words: one function, one translation context."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from memoreez_desktop.core.words import Phrase

CONTEXT = "memoreez"


def tr(text: str, /, n: int = -1, **values: object) -> str:
    """Return ``text`` in the person's language.

    Parameters
    ----------
    text : str
        An English literal, or a :class:`Phrase` from below the window.
    n : int
        A count, for plural forms; stands where ``%n`` is written.
    **values
        Fill ``{name}`` fields after translating.
    """
    if isinstance(text, Phrase):
        inside = {k: tr(v) if isinstance(v, Phrase) else v for k, v in text.values.items()}
        translated = QCoreApplication.translate(CONTEXT, text.template)
        return translated.format(**inside) if inside else translated
    translated = QCoreApplication.translate(CONTEXT, text, None, n)  # type: ignore[arg-type]
    return translated.format(**values) if values else translated
