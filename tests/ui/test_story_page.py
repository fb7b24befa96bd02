"""The Story page writes the brief, reads photos in any form, and says why one cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import skimage
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.story.dropped import Dropped, picture_bytes, read_mime
from memoreez_desktop.ui.story.page import build

PHOTOS = Path(skimage.__file__).parent / "data"


@pytest.fixture
def page(bench: Any, qtbot: Any) -> PageParts:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    parts.panel.resize(1300, 850)
    parts.panel.show()
    return parts


def test_what_is_written_is_the_brief(page, bench, qtbot) -> None:
    form = page.panel.form
    qtbot.keyClicks(form.name, "Grandpa Karl")
    form.age.setValue(70)
    qtbot.keyClicks(form.loves.line, "Fishing, Tractors,")
    qtbot.keyClicks(form.loves.line, "Strong coffee")
    qtbot.keyClick(form.loves.line, Qt.Key.Key_Return)
    qtbot.keyClicks(form.quirk, "Hates Mondays")
    form.occasion.findChildren(type(form.occasion._pills["birthday"]))[0].click()
    qtbot.keyClicks(form.written, "Grandpa / Karl")
    assert bench.journey.brief.story == Story(
        "Grandpa Karl",
        70,
        ("Fishing", "Tractors", "Strong coffee"),
        "Hates Mondays",
        "birthday",
        ("Grandpa", "Karl"),
    )
    assert page.panel.create.isEnabled()


def test_chips_come_and_go_without_limit(page, bench, qtbot) -> None:
    line = page.panel.form.loves.line
    for number in range(40):
        qtbot.keyClicks(line, f"hobby {number},")
    assert len(bench.journey.brief.story.passions) == 40
    qtbot.keyClicks(line, "HOBBY 3,")
    assert len(bench.journey.brief.story.passions) == 40
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert bench.journey.brief.story.passions[-1] == "hobby 38"


def test_pressing_a_chosen_occasion_again_chooses_none(page, bench) -> None:
    pill = page.panel.form.occasion._pills["wedding"]
    pill.click()
    assert bench.journey.brief.story.occasion == "wedding"
    pill.click()
    assert bench.journey.brief.story.occasion == ""


def test_a_brief_from_elsewhere_is_shown(page, bench) -> None:
    story = Story("Anna", 30, ("music",), "sings", "because", ("Anna",))
    bench.journey.set_brief(Brief(story))
    assert page.panel.form.story() == story
    assert page.panel.form.loves._chips[0].icon_name


def test_photos_arrive_and_refused_files_have_a_word_each(page, bench, tmp_path) -> None:
    empty, broken = tmp_path / "empty.jpg", tmp_path / "broken.png"
    empty.write_bytes(b"")
    broken.write_bytes(b"\x89PNG\r\n\x1a\n nothing more")
    page.presenter.take(Dropped(paths=(PHOTOS / "coffee.png", empty, broken, PHOTOS / "chelsea.png")))
    model = page.panel.photos.model
    rows = [model.item(row) for row in range(model.rowCount())]
    assert sorted(item.name for item in rows if item.ref) == ["chelsea.png", "coffee.png"]
    assert sorted(item.name for item in rows if not item.ref) == ["broken.png", "empty.jpg"]
    assert all(item.hint for item in rows)
    assert len(bench.journey.brief.photos) == 2
    assert page.panel.create.isEnabled()
    page.presenter.take(Dropped(paths=(PHOTOS / "coffee.png",)))
    assert len(bench.journey.brief.photos) == 2


def test_a_photo_can_be_taken_away_and_brought_back(page, bench, qtbot) -> None:
    page.presenter.take(Dropped(paths=(PHOTOS / "coffee.png",)))
    rows = page.panel.photos.rows
    rows.setCurrentIndex(page.panel.photos.model.index(0))
    with qtbot.waitSignal(bench.journey.messageRaised) as said:
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert bench.journey.brief.photos == ()
    said.args[0].action()
    assert len(bench.journey.brief.photos) == 1


def test_photos_of_an_earlier_day_are_shown_again(page, bench) -> None:
    ref = bench.library.add_photo(PHOTOS / "coffee.png")
    bench.journey.set_brief(Brief(photos=(ref,)))
    item = page.panel.photos.model.item(0)
    assert (item.name, item.ref, item.thumbnail.isNull()) == ("coffee.png", ref, False)


def test_a_picture_dragged_from_a_browser_is_taken(page, bench) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.png")])
    mime.setImageData(QImage(str(PHOTOS / "chelsea.png")))
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.panel.dropEvent(event)
    assert [ref.name for ref in bench.journey.brief.photos] == ["cat.png"]
    assert event.dropAction() == Qt.DropAction.CopyAction


def test_a_bare_web_address_is_refused_in_words(page, bench) -> None:
    page.presenter.take(Dropped(addresses=("https://example.org/cat.png",)))
    item = page.panel.photos.model.item(0)
    assert item.ref is None
    assert "internet" in item.hint


def test_pasting_nothing_says_so(page, bench, qtbot) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(bench.journey.messageRaised) as said:
        page.panel.paste_wanted.emit()
    assert said.args[0].level == "info"


def test_a_pasted_picture_is_taken(page, bench) -> None:
    QGuiApplication.clipboard().setImage(QImage(str(PHOTOS / "coffee.png")))
    page.panel.paste_wanted.emit()
    assert len(bench.journey.brief.photos) == 1


def test_create_goes_to_the_page_before_it_asks(page, bench, qtbot) -> None:
    bench.journey.set_brief(Brief(Story(name="Karl")))
    heard = []
    bench.journey.pageWanted.connect(heard.append)
    bench.journey.createWanted.connect(heard.append)
    page.panel.create.click()
    assert heard == ["concepts", bench.journey.brief]


def test_an_empty_story_cannot_be_made(page) -> None:
    assert not page.panel.create.isEnabled()


@pytest.mark.parametrize(
    ("text", "paths", "pictures"),
    [
        ("file:///tmp/a.jpg\nfile:///tmp/b.jpg", 2, 0),
        ("data:image/png;base64,iVBORw0KGgo=", 0, 1),
        ("just words", 0, 0),
        ("", 0, 0),
    ],
)
def test_text_from_the_clipboard(text: str, paths: int, pictures: int) -> None:
    mime = QMimeData()
    mime.setText(text)
    found = read_mime(mime)
    assert (len(found.paths), len(found.pictures)) == (paths, pictures)


def test_raw_bytes_are_taken_as_they_are() -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", b"\xff\xd8 as it came")
    (name, data), *_ = read_mime(mime).pictures
    assert (name, data) == ("picture.jpg", b"\xff\xd8 as it came")
    assert picture_bytes(data) == data
    assert picture_bytes(QImage(4, 4, QImage.Format.Format_RGB32)).startswith(b"\x89PNG")


def test_the_photo_model_is_a_sound_qt_model(page, qtmodeltester) -> None:
    page.presenter.take(Dropped(paths=(PHOTOS / "coffee.png",), addresses=("https://example.org",)))
    qtmodeltester.check(page.panel.photos.model)
    assert not page.panel.grab().isNull()
