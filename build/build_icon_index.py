"""Write resources/icons/index.json from the hand-written tables and the names in the icon fonts.

    python build/build_icon_index.py

Run it after a change of resources/icons/words.json or categories.json, or of the icon fonts; a test
fails when the file is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

# The checkout comes first, whatever is installed.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.imaging.icon_index import Table, hand_written_rows, stemmed_table
from memoreez_desktop.imaging.icon_index_names import name_table
from memoreez_desktop.imaging.icon_stems import LANGUAGES


def index_text() -> str:
    """Return the whole index as JSON text, one table a line."""
    words, categories = hand_written_rows("words.json"), hand_written_rows("categories.json")
    curated = {language: stemmed_table(words, language) for language in LANGUAGES}
    general = {language: stemmed_table(categories, language) for language in LANGUAGES}
    names = name_table()
    tables = [*curated.values(), *general.values(), names]
    icons = sorted({icon for table in tables for ids in table.values() for icon in ids})
    number = {icon: place for place, icon in enumerate(icons)}

    def rows(table: Table) -> dict[str, list[int]]:
        return {key: [number[icon] for icon in ids] for key, ids in sorted(table.items())}

    content = {
        "icons": icons,
        "curated": {language: rows(table) for language, table in curated.items()},
        "categories": {language: rows(table) for language, table in general.items()},
        "names": rows(names),
    }
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in content.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    target = resource_path("icons", "index.json")
    target.write_text(index_text(), encoding="utf-8")
    print(f"{target.name}: {target.stat().st_size // 1000} kB")
