"""Every error the program raises on purpose.

::

    Exception
    ├── Cancelled                 the person asked to stop; never shown
    └── MemoreezError             .message  .hint  .retryable
        ├── UsageError            a wrong word on the command line or an unknown catalog id
        ├── InputError            a file or text that cannot be used as it is
        │   ├── PhotoError        unreadable, empty, truncated or too large picture
        │   └── MeshFileError     unreadable, empty, truncated or too large model
        ├── RefusedError          understood, and still not to be done
        │   ├── MeshError         geometry that is not a sound solid
        │   ├── SlicingError      a model the slicer cannot turn into toolpaths
        │   └── DoesNotFitError   larger than the printer's build volume
        ├── ProviderError         a concept or sculpture service said no or did not answer
        ├── PrinterError          a printer, drive or folder said no
        │   └── DriveError        full, write-protected, gone, or read back differently
        ├── StorageError          the library or the settings cannot be read or written
        └── WorkerCrashedError    the geometry process ended by itself

Anything else that escapes is a bug: it is caught only in ``tasks.task`` and ``sys.excepthook``.
"""

from __future__ import annotations


class Cancelled(Exception):  # noqa: N818 - a wish, not an error
    """The person asked to stop. Never shown as an error."""


class MemoreezError(Exception):
    """Expected trouble, in words for people.

    Parameters
    ----------
    message : str
        What happened, one sentence.
    hint : str
        What to do about it, one sentence; may be empty.
    retryable : bool
        True when the same call may succeed later.
    """

    def __init__(self, message: str, hint: str = "", *, retryable: bool = False) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint
        self.retryable = retryable

    def __str__(self) -> str:
        """One line: message and hint."""
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way through a process pipe with every field."""
        return _rebuild, (type(self), self.message, self.hint, self.retryable)


def _rebuild(kind: type[MemoreezError], message: str, hint: str, retryable: bool) -> MemoreezError:
    return kind(message, hint, retryable=retryable)


class UsageError(MemoreezError):
    """A wrong word on the command line, or an id that is in no catalog."""


class InputError(MemoreezError):
    """A file or a text that cannot be used as it is."""


class PhotoError(InputError):
    """A picture that is unreadable, empty, truncated or too large."""


class MeshFileError(InputError):
    """A model file that is unreadable, empty, truncated or too large."""


class RefusedError(MemoreezError):
    """The request was understood and must still not be carried out."""


class MeshError(RefusedError):
    """Geometry that is not a sound solid."""


class SlicingError(RefusedError):
    """A model that cannot be turned into toolpaths."""


class DoesNotFitError(RefusedError):
    """A model larger than the build volume of the printer."""


class ProviderError(MemoreezError):
    """A concept or sculpture provider said no or did not answer."""


class PrinterError(MemoreezError):
    """A printer or a place to save to said no."""


class DriveError(PrinterError):
    """A drive that is full, write-protected, gone, or reads back differently."""


class StorageError(MemoreezError):
    """The library or the settings cannot be read or written."""


class WorkerCrashedError(MemoreezError):
    """The geometry process ended by itself; a new one has been started."""
