"""The ``memoreez`` command: reads the words, runs one verb, and says how it ended.

Nothing heavy is imported before a verb runs; without a verb the window opens.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import NoReturn

from memoreez_desktop import __version__
from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import Parser
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.interruption import ctrl_c_cancels
from memoreez_desktop.core.errors import Cancelled, MemoreezError, UsageError
from memoreez_desktop.core.job import CancelToken
from memoreez_desktop.core.words import say

# Where each verb is; the rest, from `products` to `links`, are in `catalogs`.
_MODULES = {
    "make": "make",
    "concepts": "concepts",
    "": "catalogs",
    "photo": "photo",
    "check": "check",
    "repair": "repair",
    "shape": "shape",
    "sculpt": "sculpt",
    "slice": "slicing",
    "inspect": "inspect_gcode",
    "drives": "drives",
    "send": "send",
    "provider-key": "provider_key",
    "doctor": "doctor",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    _let_any_character_through()
    token = CancelToken()
    console = Console(as_json="--json" in words, token=token)
    try:
        with ctrl_c_cancels(token):
            return _run(words, token)
    except MemoreezError as error:
        code = exit_codes.code_for(error)
        console.complain(error, code)
        return code
    except (Cancelled, KeyboardInterrupt):
        console.complain(MemoreezError(say("Stopped.")), exit_codes.CANCELLED)
        return exit_codes.CANCELLED
    except BrokenPipeError:
        # Whoever read our output has had enough; Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exit_codes.DONE
    except Exception as bug:  # noqa: BLE001 - the command line's last resort: a bug gets one line, too
        return _confess(bug, console)


def command() -> NoReturn:
    """Be the process ``memoreez``: run one command and leave with its exit code."""
    code = main()
    if sys.argv[1:2] == ["slice"]:
        # Everything is written; taking the interpreter apart object by object would take 0.06 s more.
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def build_parser(verb: str = "") -> Parser:
    """Return the parser with every verb, or with this one alone."""
    parser = Parser(prog="memoreez", description="A story or a photo becomes a keepsake that truly prints.")
    parser.add_argument("--version", action="version", version=f"memoreez {__version__}")
    verbs = parser.add_subparsers(
        title="verbs", metavar="VERB", dest="verb", parser_class=Parser, description="none opens the window"
    )
    shared = Parser(add_help=False)
    shared.add_argument("--json", action="store_true", help="one JSON document on stdout")
    shared.add_argument("--quiet", action="store_true", help="no words about progress")
    for name in [_MODULES[verb]] if verb and verb in _MODULES else _MODULES.values():
        # The window's start needs none of them, and a verb only its own.
        importlib.import_module(f"memoreez_desktop.cli.{name}").add_to(verbs, shared)
    return parser


def _run(words: list[str], token: CancelToken) -> int:
    if not words:
        return open_window()
    try:
        args = build_parser(words[0]).parse_args(words)
    except SystemExit as ended:  # --help and --version have said everything
        return int(ended.code or 0)
    if args.verb is None:
        return open_window(words)
    console = Console(as_json=args.json, quiet=args.quiet, token=token)
    code: int = args.run(args, console)
    return code


def open_window(words: Sequence[str] = (), painted: Callable[[], None] | None = None) -> int:
    """Open the window and stay until it is closed; ``painted`` is called once it stands on the screen.

    Raises
    ------
    UsageError
        There is no screen.
    """
    on_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform == "linux" and not on_screen and not os.environ.get("QT_QPA_PLATFORM"):
        raise UsageError(
            say("There is no screen here for the window."),
            say("Use a verb instead, for example: memoreez make --photo FILE --out DIR"),
        )
    # Qt's thousands of enum members are made now, and none of it is garbage; the program turns it on again.
    gc.disable()
    try:
        from memoreez_desktop import app  # noqa: PLC0415 - the only verb that needs Qt

        return app.main(["memoreez", *words], painted)
    finally:
        gc.enable()


def _let_any_character_through() -> None:
    """Keep a console that cannot show a character from ending the program over it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _confess(bug: Exception, console: Console) -> int:
    if os.environ.get("MEMOREEZ_DEBUG"):
        traceback.print_exception(bug)
    frame = traceback.extract_tb(bug.__traceback__)[-1]
    place = f"{type(bug).__name__} in {os.path.basename(frame.filename)}:{frame.lineno}"
    error = MemoreezError(
        say("Something went wrong inside the program ({place}).", place=place),
        say("Set MEMOREEZ_DEBUG=1 to see the details, and please report it."),
    )
    console.complain(error, exit_codes.BUG)
    return exit_codes.BUG
