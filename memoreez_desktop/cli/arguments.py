"""The parser and the kinds of values: every wrong word gets one sentence and a hint."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.words import say

_LONGEST_TEXT = 10_000


class Parser(argparse.ArgumentParser):
    """An argument parser that raises in words instead of printing pages."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **{**kwargs, "allow_abbrev": False})  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong; the hint is where the words are explained."""
        raise UsageError(
            message[:1].upper() + message[1:].rstrip(".") + ".",
            say("See: {command} --help", command=self.prog),
        )


def number(low: float, high: float, unit: str) -> Callable[[str], float]:
    """Return a type for a number between two bounds; ``nan``, ``inf`` and ``1e9`` get a sentence."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"“{text}” is not a number") from None
        if not math.isfinite(value) or not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low:g} and {high:g} {unit}".rstrip())
        return value

    return parse


def whole(low: int, high: int) -> Callable[[str], int]:
    """Return a type for a whole number between two bounds."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from None
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low} and {high}")
        return value

    return parse


def text(value: str) -> str:
    """Type for a person's own words."""
    if len(value) > _LONGEST_TEXT:
        raise argparse.ArgumentTypeError(f"this text is longer than {_LONGEST_TEXT:,} characters")
    if "\x00" in value:
        raise argparse.ArgumentTypeError("this text contains a zero byte")
    return value


def path(value: str) -> Path:
    """Type for a file or a folder."""
    if not value or "\x00" in value:
        raise argparse.ArgumentTypeError("this is not a path")
    return Path(value).expanduser()


def add_printing(parser: argparse.ArgumentParser) -> None:
    """Add the three profiles and the engine."""
    parser.add_argument("--printer", metavar="ID", default="generic-220", help="see: memoreez printers")
    parser.add_argument("--material", metavar="ID", default="pla", help="see: memoreez materials")
    parser.add_argument("--quality", metavar="ID", default="", help="see: memoreez qualities")
    parser.add_argument("--engine", metavar="ID", default="memoreez", help="see: memoreez engines")
