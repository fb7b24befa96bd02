"""Collect the program's sentences and compile its languages.

    python build/build_i18n.py            compile resources/i18n/*.ts to *.qm
    python build/build_i18n.py --update   first bring the .ts files up to date with the sources
    python build/build_i18n.py --check    say which sentences lack a translation; exit 1 if any does

A sentence is the literal first argument of ``tr(…)`` (the window) or ``say(…)`` (below it); one with
``n=`` has plural forms. English needs a file for those alone. Qt's own lupdate is not used because it
does not know ``say``.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "memoreez_desktop"
FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "memoreez"
LANGUAGES = ("de", "en")
PLURAL_FORMS = 2


def calls(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Give every sentence of a module, and whether it has plural forms."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = node.args[0]
        if name in ("tr", "say") and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value, name == "tr" and any(keyword.arg == "n" for keyword in node.keywords)


def collect() -> dict[str, bool]:
    """Return every sentence of the program, sorted, with its need of plural forms."""
    found: dict[str, bool] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        for text, plural in calls(ast.parse(path.read_text("utf-8"), str(path))):
            if text.strip():
                found[text] = found.get(text, False) or plural
    return dict(sorted(found.items()))


def read(path: Path) -> dict[str, list[str]]:
    """Return the translations of a .ts file: one form, or several for plurals."""
    known: dict[str, list[str]] = {}
    if not path.is_file():
        return known
    for message in ET.parse(path).getroot().iter("message"):
        target = message.find("translation")
        source = message.findtext("source") or ""
        if target is None:
            continue
        forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
        if all(forms):
            known[source] = forms
    return known


def write(path: Path, language: str, sentences: dict[str, bool], known: dict[str, list[str]]) -> None:
    """Write a .ts file; what nobody says any more is dropped."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, plural in sentences.items():
        if language == "en" and not plural:
            continue
        message = ET.SubElement(context, "message", {"numerus": "yes"} if plural else {})
        ET.SubElement(message, "source").text = text
        target = ET.SubElement(message, "translation")
        forms = known.get(text, [])
        wanted = PLURAL_FORMS if plural else 1
        if len(forms) != wanted:
            target.set("type", "unfinished")
            forms = [""] * wanted
        for form in forms:
            (ET.SubElement(target, "numerusform") if plural else target).text = form
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def missing(language: str) -> list[str]:
    """Return the sentences that a language cannot say yet."""
    known = read(FOLDER / f"memoreez_{language}.ts")
    return [
        text
        for text, plural in collect().items()
        if (language != "en" or plural) and len(known.get(text, [])) != (PLURAL_FORMS if plural else 1)
    ]


def compile_all() -> None:
    """Make the .qm files with Qt's own lrelease."""
    import PySide6  # noqa: PLC0415 - only for where its programs are

    folder = Path(PySide6.__file__).parent
    programs = [folder / "lrelease", folder / "lrelease.exe", folder / "Qt" / "libexec" / "lrelease"]
    program = next(path for path in programs if path.is_file())
    for language in LANGUAGES:
        source = FOLDER / f"memoreez_{language}.ts"
        subprocess.run([program, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)


def main(arguments: list[str]) -> int:
    """Do what the module's docstring says."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if "--check" in arguments:
        lacking = {language: missing(language) for language in LANGUAGES}
        for language, texts in lacking.items():
            for text in texts:
                print(f"{language}: {text!r}")
        return 1 if any(lacking.values()) else 0
    for language in LANGUAGES:
        path = FOLDER / f"memoreez_{language}.ts"
        if "--update" in arguments or not path.is_file():
            write(path, language, collect(), read(path))
    compile_all()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
