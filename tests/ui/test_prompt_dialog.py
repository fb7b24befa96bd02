"""Prompts are read and edited before anything is ordered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.concepts.prompt_card import LONGEST_PROMPT
from memoreez_desktop.ui.concepts.prompt_dialog import PromptDialog

PROMPTS = (
    ConceptPrompt("Happy fishing", "whimsical", "a chubby clay fisherman"),
    ConceptPrompt("Simply a tractor", "icon", "a thick emblem of a tractor"),
)


@pytest.fixture
def make(icon_book, qtbot) -> Callable[..., PromptDialog]:
    def made(prompts=PROMPTS, refusal="") -> PromptDialog:
        dialog = PromptDialog(icon_book, prompts, refusal=refusal)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return made


def test_untouched_prompts_come_back_as_they_were(make) -> None:
    dialog = make()
    assert dialog.prompts() == PROMPTS
    assert not nameless_controls(dialog)


def test_what_is_edited_is_what_is_used(make, qtbot) -> None:
    dialog = make()
    card = dialog.cards[1]
    card.title.setText("")
    qtbot.keyClicks(card.title, "A red tractor ")
    card.character.setCurrentIndex(card.character.findData("heroic"))
    card.text.setPlainText("  a proud\n tractor ")
    assert dialog.prompts() == (PROMPTS[0], ConceptPrompt("A red tractor", "heroic", "a proud tractor"))
    assert "15 of 2000 characters" in card._count.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_uses_them_even_from_a_field(make, qtbot, key) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.cards[0].text, key, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.prompts() == PROMPTS


def test_escape_leaves_and_plain_enter_does_not(make, qtbot) -> None:
    dialog = make()
    qtbot.keyClick(dialog.cards[0].title, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cards[0].text, Qt.Key.Key_Escape)


@pytest.mark.parametrize("bad", ["", "   ", "x" * (LONGEST_PROMPT + 1)])
def test_nothing_empty_or_too_long_is_used(make, qtbot, bad) -> None:
    dialog = make()
    dialog.cards[0].text.setPlainText(bad)
    assert not dialog.use.isEnabled()
    qtbot.keyClick(dialog.cards[0].text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.cards[0].text.setPlainText("a fish")
    assert dialog.use.isEnabled()
    dialog.cards[1].title.setText(" ")
    dialog.cards[1].title.textEdited.emit(" ")
    assert not dialog.use.isEnabled()


def test_write_anew_waits_for_new_ones(make) -> None:
    dialog = make()
    asked = []
    dialog.written_anew_wanted.connect(lambda: asked.append(True))
    dialog.anew.click()
    assert asked == [True]
    assert not dialog.use.isEnabled()
    assert not dialog.cards[0].isEnabled()
    dialog.show_prompts(PROMPTS[::-1])
    assert dialog.prompts() == PROMPTS[::-1]
    assert dialog.use.isEnabled()
    assert dialog.anew.isEnabled()
    dialog.anew.click()
    dialog.show_writing(False)
    assert dialog.prompts() == PROMPTS[::-1]
    assert dialog.cards[0].isEnabled()


def test_a_risky_word_is_marked_and_written_otherwise_at_a_click(make, qtbot) -> None:
    dialog = make()
    card = dialog.cards[0]
    assert card.soften.isHidden()
    card.text.setPlainText("a lighthouse with a thick Shaft and a round tip, on tiptoe")
    assert [word.word for word in card.text.risky()] == ["Shaft", "tip"]
    assert not card.soften.isHidden()
    card.soften.click()
    card.soften.click()
    assert card.prompt().prompt == "a lighthouse with a thick Column and a round apex, on tiptoe"
    assert card.soften.isHidden()
    card.text.undo()
    assert "tip," in card.prompt().prompt


def test_the_form_of_a_refused_prompt_says_why(make) -> None:
    dialog = make(PROMPTS[:1], "OpenAI refused the prompt.")
    labels = [label.text() for label in dialog.findChildren(type(dialog._title).__base__)]
    assert "OpenAI refused the prompt." in labels
    assert any("foundation" in text for text in labels)
    assert dialog.use.text() == "Use this one"
    assert dialog.prompts() == PROMPTS[:1]


def test_it_fits_the_smallest_window(make) -> None:
    dialog = make()
    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.size().height() <= 700
