"""The words about the person, as options of ``make`` and ``concepts``."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from memoreez_desktop.cli.arguments import number, path, text, whole
from memoreez_desktop.cli.photo_options import add_photo_edit, photo_edit_from
from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.story import OCCASIONS, Brief, Story
from memoreez_desktop.core.words import say

if TYPE_CHECKING:
    from memoreez_desktop.core.photo_edit import PhotoEdit
    from memoreez_desktop.core.story import PhotoRef

_MOST_PHOTOS = 100


def add_brief(parser: argparse.ArgumentParser) -> None:
    """Add everything a brief is made of, and where the files go."""
    parser.add_argument("--story", metavar="TEXT", type=text, default="", help="a story told in one go")
    parser.add_argument("--name", metavar="NAME", type=text, default="", help="who it is for")
    parser.add_argument("--age", metavar="N", type=whole(0, 150), help="the age they turn, or years together")
    parser.add_argument(
        "--passion", metavar="TEXT", type=text, action="append", default=[], help="what they love; repeat it"
    )
    parser.add_argument("--quirk", metavar="TEXT", type=text, default="", help="something only they do")
    parser.add_argument("--occasion", choices=OCCASIONS, default="", help="one of %(choices)s")
    parser.add_argument("--photo", metavar="FILE", type=path, action="append", default=[], help="repeat it")
    parser.add_argument("--product", metavar="ID", default="", help="see: memoreez products")
    parser.add_argument(
        "--text", metavar="LINE", type=text, action="append", default=[], help="what must be written on it"
    )
    parser.add_argument(
        "--size", metavar="MM", type=number(1, 2000, "mm"), help="the keepsake's main size in mm"
    )
    parser.add_argument(
        "--seed", metavar="N", type=whole(0, 2**53), default=1, help="another one, other designs"
    )
    parser.add_argument("--out", metavar="DIR", type=path, required=True, help="where the files go")
    add_photo_edit(parser)


def brief_from(args: argparse.Namespace) -> Brief:
    """Make the brief; photos are looked at, but not decoded.

    Raises
    ------
    UsageError
        Nothing was told.
    PhotoError
        A photo cannot be used.
    """
    story = Story(
        name=args.name.strip(),
        age=args.age,
        passions=tuple(word.strip() for word in args.passion if word.strip()),
        quirk=args.quirk.strip(),
        occasion=args.occasion,
        text_lines=tuple(line.strip() for line in args.text if line.strip()),
        free_text=args.story.strip(),
    )
    if story.is_empty and not args.photo:
        raise UsageError(
            say("Nothing was told about the person."), say("Give --name, --passion, --story or --photo.")
        )
    if len(args.photo) > _MOST_PHOTOS:
        raise UsageError(say("More than {most} photos were given.", most=_MOST_PHOTOS), say("Give fewer."))
    return Brief(story, _photos(args.photo, photo_edit_from(args)), args.seed)


def _photos(files: list[Path], edit: PhotoEdit) -> tuple[PhotoRef, ...]:
    if not files:
        return ()
    from memoreez_desktop.services.load_photos import reference_photo  # noqa: PLC0415 - saves Pillow and OpenCV

    return tuple(replace(reference_photo(file), edit=edit) for file in files)
