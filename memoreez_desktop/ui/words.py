"""The window's words: one function, one translation context."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from memoreez_desktop.core.resources import resource_path
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


def install_language(application: QCoreApplication, wanted: str) -> str:
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
    language = QLocale.system().name()[:2] if wanted == "system" else wanted
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    for candidate in (language, "en"):
        translator = QTranslator(application)
        if translator.load(str(resource_path("i18n", f"memoreez_{candidate}.qm"))):
            application.installTranslator(translator)
            QLocale.setDefault(QLocale(candidate))
            return candidate
    return "en"
