"""The window's words: one function, one translation context."""

from __future__ import annotations

import os

from PySide6 import QtCore

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.words import Phrase

CONTEXT = "memoreez"
_TRANSLATOR = "memoreez_translator"


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
        inside = {k: _said(v) for k, v in text.values.items()}
        translated = QtCore.QCoreApplication.translate(CONTEXT, text.template)
        return translated.format(**inside) if inside else translated
    translated = QtCore.QCoreApplication.translate(CONTEXT, text, None, n)  # type: ignore[arg-type]
    if n >= 0:
        # English has no catalogue of its own: its literals say "card(s)".
        translated = translated.replace("(s)", "" if n == 1 else "s")
    return translated.format(**{k: _said(v) for k, v in values.items()}) if values else translated


class _Number(float):
    """A number that is written as the person's language does: 2,5 in German."""

    def __format__(self, spec: str) -> str:
        return number(float.__format__(self, spec))


def number(written: str) -> str:
    """Return a number that was written with a point, in the notation of the person's language."""
    point = QtCore.QLocale().decimalPoint()
    return written if point == "." else written.replace(".", point)


def _said(value: object) -> object:
    if isinstance(value, Phrase):
        return tr(value)
    return _Number(value) if isinstance(value, float) else value


def system_language() -> str:
    """Return the two letters of the system's language.

    Notes
    -----
    Where the environment tells (Linux), QLocale is not asked: PySide would make its 600 enum members for
    it, 10 ms before the first paint.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.startswith(("C", "POSIX")) else value[:2].lower()
    return QtCore.QLocale.system().name()[:2]


def spoken_language(wanted: str) -> str:
    """Return the two letters of a wish: ``en``, ``de``, or ``system`` for that of the system."""
    return system_language() if wanted == "system" else wanted


def install_language(application: QtCore.QCoreApplication, wanted: str) -> str:
    """Make the window speak a language.

    Parameters
    ----------
    application : QCoreApplication
    wanted : str
        ``en``, ``de`` or ``system``.

    Returns
    -------
    str
        The language that is spoken now; English where the wanted one is not shipped.
    """
    language = spoken_language(wanted)
    old = application.property(_TRANSLATOR)
    if isinstance(old, QtCore.QTranslator):
        application.removeTranslator(old)
    for candidate in (language, "en"):
        translator = QtCore.QTranslator(application)
        if translator.load(str(resource_path("i18n", f"memoreez_{candidate}.qm"))):
            application.installTranslator(translator)
            application.setProperty(_TRANSLATOR, translator)
            if wanted != "system":
                QtCore.QLocale.setDefault(QtCore.QLocale(candidate))
            return candidate
    return "en"
