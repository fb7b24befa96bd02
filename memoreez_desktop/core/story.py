"""What a person told about someone: the story and the photos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit


@dataclass(frozen=True)
class Story:
    """The words about the person who will get the keepsake.

    Attributes
    ----------
    name : str
        "Grandpa Karl"; may be empty.
    age : int or None
        The age they turn, or the number of years celebrated.
    passions : tuple of str
        What they love, in order of entry, without limit.
    quirk : str
        "Hates Mondays".
    occasion : str
        An id of :data:`OCCASIONS` or empty.
    text_lines : tuple of str
        What must be written on the keepsake; empty lets each product choose.
    free_text : str
        A story told in one go (command line ``--story``).
    icons : tuple of (word, icon id)
        The symbol a person chose for a passion, or for a subject found in the free text, by that
        word; an empty icon id means the word is not to become a picture. Words that are not here
        get the symbol the icon search finds.
    """

    name: str = ""
    age: int | None = None
    passions: tuple[str, ...] = ()
    quirk: str = ""
    occasion: str = ""
    text_lines: tuple[str, ...] = ()
    free_text: str = ""
    icons: tuple[tuple[str, str], ...] = ()

    def chosen_icon(self, word: str) -> str | None:
        """Return the symbol chosen for a word, "" for none at all, None when nothing was chosen."""
        wanted = word.strip().casefold()
        return next((icon for told, icon in self.icons if told.strip().casefold() == wanted), None)

    @property
    def is_empty(self) -> bool:
        """True when nothing was told."""
        words = (self.name, self.quirk, self.free_text, *self.passions, *self.text_lines)
        return not any(word.strip() for word in words) and not self.occasion


OCCASIONS: tuple[str, ...] = (
    "birthday",
    "wedding",
    "anniversary",
    "graduation",
    "retirement",
    "christmas",
    "baby",
    "because",
)


@dataclass(frozen=True)
class PhotoRef:
    """A photo kept in the library's files, named by what is in it.

    Attributes
    ----------
    digest : str
        SHA-256 of the file's bytes, hex.
    path : Path
        Where the bytes are on this computer.
    name : str
        The name it came with, for people only.
    edit : PhotoEdit
        How it is to be seen.
    """

    digest: str
    path: Path
    name: str = ""
    edit: PhotoEdit = UNTOUCHED


@dataclass(frozen=True)
class Brief:
    """Everything concepts are made from."""

    story: Story = Story()
    photos: tuple[PhotoRef, ...] = ()
    seed: int = 1
