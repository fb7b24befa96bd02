"""Sentences for people that can be said in another language later.

Below the window everything speaks English. A sentence is made by :func:`say`, which keeps its template
and its values, so that the window can translate the template and put the values in again. Everywhere
else (JSON, logs, the command line) a :class:`Phrase` is simply its English text.
"""

from __future__ import annotations


class Phrase(str):
    """An English sentence that remembers its template and its values.

    Attributes
    ----------
    template : str
        With ``{name}`` fields in :meth:`str.format` notation.
    values : dict
        What stands in the fields; a value may be a Phrase itself.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object]) -> Phrase:
        """Format the template in English."""
        phrase = super().__new__(cls, template.format(**values) if values else template)
        phrase.template = template
        phrase.values = values
        return phrase

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling with template and values."""
        return Phrase, (self.template, self.values)


def say(template: str, **values: object) -> Phrase:
    """Make a translatable sentence; the template must be a literal, or the translators never see it."""
    return Phrase(template, values)
