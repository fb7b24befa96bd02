"""The symbol of a keepsake: said in words, found by a word, changed by a picture."""

import pytest

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Story
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.studio.symbol_field import SymbolField
from memoreez_desktop.ui.studio.symbols import SYMBOL_FIELD, Symbol, has_symbol, symbol_of, symbols_of

STORY = Story("Karl", passions=("Strong coffee", "Tractors"))
FISH = Symbol("mdi6:fish", "Fishing", ("mdi6:fish", "fa6s:fish", "fa6s:tractor"))


def found(wish: str, story: Story = STORY, language: str = "en") -> Symbol:
    return symbol_of(Recipe("x", ((SYMBOL_FIELD, wish),), story), language, JobContext())


class TestWhichSymbol:
    def test_nothing_wished_for_is_the_story_s_in_its_own_words(self):
        symbol = found("")
        assert (symbol.icon_id, symbol.words) == ("fa6s:mug-hot", "Strong coffee")
        assert symbol.offered[0] == symbol.icon_id
        assert any("tractor" in icon for icon in symbol.offered)

    def test_a_word_is_kept_as_it_was_typed(self):
        assert found("hund").words == "Hund"
        assert "dog" in found("hund").icon_id

    @pytest.mark.parametrize(("language", "words"), [("en", "Fishing"), ("de", "Angeln")])
    def test_an_id_is_said_in_the_person_s_language(self, language, words):
        assert found("mdi6:fish", Story(), language).words == words

    def test_an_id_no_word_leads_to_is_said_by_its_name(self):
        assert found("mdi6:abacus", Story()).words == "Abacus"

    def test_a_word_without_a_picture_becomes_its_initial(self):
        symbol = found("xyzzyx")
        assert (symbol.letter, symbol.words) == ("X", "Xyzzyx")
        assert not any(icon.startswith("letter:") for icon in symbol.offered)

    def test_every_field_of_several_shows_its_own(self):
        fields = ("icon", "icon_2", "icon_3")
        recipe = Recipe("x", (("icon_2", "dog"),), STORY)
        found = symbols_of(recipe, fields, "en", JobContext())
        assert found["icon"].icon_id == "fa6s:mug-hot"
        assert "dog" in found["icon_2"].icon_id
        assert "tractor" in found["icon_3"].icon_id
        alone = symbols_of(Recipe("x", (), Story("Karl")), fields, "en", JobContext())
        assert alone["icon_2"] == Symbol("", "", alone["icon_2"].offered)

    def test_products_with_a_symbol_are_known_by_their_field(self):
        having = {product.info.id for product in product_catalog() if has_symbol(product.info)}
        assert "icon-medallion" in having
        assert "lithophane" not in having


@pytest.fixture
def field(icon_book, qtbot):
    made = SymbolField(icon_book, "Symbol")
    qtbot.addWidget(made)
    made.show_symbol(FISH)
    return made


class TestField:
    def test_it_shows_words_and_hides_the_id_in_the_tool_tip(self, field):
        assert (field.line.text(), field.line.toolTip()) == ("Fishing", "mdi6:fish")
        assert [icon for icon, button in field.buttons.items() if button.isChecked()] == ["mdi6:fish"]
        assert not nameless_controls(field)

    def test_a_picture_is_taken_by_a_click_and_the_others_stay(self, field, qtbot):
        with qtbot.waitSignal(field.changed) as told:
            field.buttons["fa6s:fish"].click()
        assert told.args == ["fa6s:fish"]
        field.show_symbol(Symbol("fa6s:fish", "Fish", ("fa6s:fish",)))
        assert tuple(field.buttons) == FISH.offered
        assert field.line.text() == "Fish"

    def test_a_word_is_told_once(self, field):
        told = []
        field.changed.connect(told.append)
        field.line.setText(" dog ")
        field.line.editingFinished.emit()
        field.line.editingFinished.emit()
        assert told == ["dog"]

    def test_another_symbol_brings_its_own_kin(self, field):
        field.show_symbol(Symbol("fa6s:dog", "Dog", ("fa6s:dog", "mdi6:dog")))
        assert tuple(field.buttons) == ("fa6s:dog", "mdi6:dog")
        assert field.line.text() == "Dog"

    def test_an_initial_has_no_button(self, field):
        field.show_symbol(Symbol("letter:X", "Xyz", ()))
        assert not field.buttons
        field.grab()
