"""The translations say what the program says: the same fields, the same counts, nothing left empty."""

from __future__ import annotations

import string
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
FILES = tuple(sorted(FOLDER.glob("*.ts")))

Message = tuple[str, list[str]]


def messages(path: Path) -> Iterator[Message]:
    """Give every sentence with its translated forms."""
    for message in ET.parse(path).getroot().iter("message"):
        target = message.find("translation")
        assert target is not None
        forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
        yield message.findtext("source") or "", forms


def fields(text: str) -> Counter[tuple[str, str, str]]:
    """Count the fields of a template, each with its conversion and format."""
    parts = string.Formatter().parse(text)
    return Counter(
        (name, conversion or "", spec or "") for _, name, spec, conversion in parts if name is not None
    )


def wrong(path: Path, agrees: Callable[[str, str], bool]) -> list[str]:
    """Return the sentences for which ``agrees(source, form)`` does not hold."""
    return [source for source, forms in messages(path) for form in forms if not agrees(source, form)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestTranslations:
    def test_nothing_is_empty(self, path: Path) -> None:
        assert wrong(path, lambda _source, form: bool(form.strip())) == []

    def test_nothing_is_marked_unfinished(self, path: Path) -> None:
        assert 'type="unfinished"' not in path.read_text("utf-8")

    def test_every_field_keeps_its_name_and_format(self, path: Path) -> None:
        assert wrong(path, lambda source, form: fields(source) == fields(form)) == []

    def test_every_count_stands_in_every_form(self, path: Path) -> None:
        assert wrong(path, lambda source, form: source.count("%n") == form.count("%n")) == []

    def test_no_plural_is_written_with_brackets(self, path: Path) -> None:
        assert wrong(path, lambda _source, form: "(s)" not in form) == []

    def test_line_breaks_and_edges_are_kept(self, path: Path) -> None:
        def shape(text: str) -> tuple[int, bool, bool]:
            return text.count("\n"), text[:1].isspace(), text[-1:].isspace()

        assert wrong(path, lambda source, form: shape(source) == shape(form)) == []

    def test_quotes_stay_typographic(self, path: Path) -> None:
        assert wrong(path, lambda source, form: '"' in source or '"' not in form) == []


def test_german_quotes_are_german() -> None:
    def agrees(source: str, form: str) -> bool:
        pairs = source.count("“")
        return form.count("„") == form.count("“") and form.count("„") >= pairs and "”" not in form

    assert wrong(FOLDER / "memoreez_de.ts", agrees) == []


def test_there_is_german_and_english() -> None:
    assert {path.stem for path in FILES} >= {"memoreez_de", "memoreez_en"}
