"""The chosen service: whether it is used, what it wants to know, what it costs and what leaves for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.ai_costs import MonthlyCap, OrderWishes
from memoreez_desktop.ui.settings.ai_provider_form import ProviderForm
from memoreez_desktop.ui.settings.ai_words import Tried
from memoreez_desktop.ui.widgets.fields import Switch
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Badge, Divider, Label, Panel, SectionTitle
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offer, Offers
    from memoreez_desktop.storage.settings import Settings


class _Fact(QWidget):
    """A quiet sentence with its icon."""

    def __init__(self, icon_book: IconBook, icon: str) -> None:
        super().__init__()
        self.words = Label(icon_book, "", "small", "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(icon_book, icon, "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, words: str) -> None:
        """Say something, or take no room."""
        self.words.setText(words)
        self.setVisible(bool(words))


class AiForm(Panel):
    """Widgets only.

    Signals
    -------
    use_wanted(bool)
    made(ProviderForm)
        A form for another service stands there: listen to it.
    """

    use_wanted = Signal(bool)
    made = Signal(object)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=0, spacing=0, parent=parent)
        self._icon_book = icon_book
        self._offer_id = "no service yet"
        self.provider: ProviderForm | None = None
        self.title = SectionTitle(icon_book, "")
        self.title.setWordWrap(True)
        self.told = Label(icon_book, "", "small", "muted", wrap=True)
        self.use = Switch(icon_book, tr("Use it"))
        self.use_word = Label(icon_book, tr("Use it"), "small", "muted")
        self.fixed = Badge(icon_book, "good", tr("Always on"))
        self.price = _Fact(icon_book, "mdi6.cash")
        self.leaves = _Fact(icon_book, "mdi6.export-variant")
        self.notice = _Fact(icon_book, "mdi6.scale-balance")
        self.cap = MonthlyCap(icon_book)
        self.wishes = OrderWishes(icon_book)
        self._rule = Divider(icon_book)
        self.use.clicked.connect(self.use_wanted)
        self.page = ScrollPage(self, margins=(24, 24, 24, 16))
        column = self.page.column
        column.setSpacing(20)
        column.addLayout(self._head())
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        facts = QVBoxLayout()
        facts.setSpacing(8)
        facts.addWidget(self.price)
        facts.addWidget(self.leaves)
        facts.addWidget(self.notice)
        column.addLayout(facts)
        for part in (self._rule, self.cap, self.wishes):
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(self.page)

    def show_offer(self, offer: Offer, offers: Offers, settings: Settings) -> ProviderForm | None:
        """Show a service; the form is made anew when it is another one."""
        if offer.id != self._offer_id:
            self._make(offer)
        self.title.setText(tr(offer.info.label))
        self.told.setText(tr(offer.info.description))
        self._show_use(offer, settings)
        self.leaves.say(leaves_words(offer))
        self.notice.say(tr(offer.notice))
        if offer.kind == "studio":
            self.price.say(tr("Free, as often as you like."))
        else:
            self.price.say(tr(offer.price_words))
        if self.provider is not None:
            self.provider.show_offer(offer, offers)
            self.provider.test.setEnabled(not settings.offline)
        draws = offer.kind == "pictures"
        paid = offer.kind in ("pictures", "meshes") and (offer.price is None or offer.price.usd != 0)
        self._rule.setVisible(draws or paid)
        self.cap.setVisible(paid)
        self.wishes.setVisible(draws)
        self.wishes.show_wishes(
            settings.ai_count,
            ask=settings.ask_before_paid if paid else None,
            photo=settings.send_photo if "photo" in offer.capabilities else None,
            leaves=photo_words(offer, sent=settings.send_photo),
        )
        return self.provider

    def show_tried(self, tried: Tried | None, *, offline: bool) -> None:
        """Show how the test went, if there was one."""
        if self.provider is None:
            return
        self.provider.rest()
        if offline:
            words = tr("Switch it off above to test or use a service.")
            self.provider.result.say("", tr("“Work offline” is on"), words)
        elif tried is not None:
            self.provider.result.say(tried.level, tried.title, tried.text)
        else:
            self.provider.result.hide()

    def _make(self, offer: Offer) -> None:
        self._offer_id = offer.id
        if self.provider is not None:
            self._place.removeWidget(self.provider)
            self.provider.hide()
            self.provider.deleteLater()
            self.provider = None
        if offer.info.fields:
            self.provider = ProviderForm(self._icon_book, offer)
            self._place.addWidget(self.provider)
            self.made.emit(self.provider)
        self.page.verticalScrollBar().setValue(0)

    def _show_use(self, offer: Offer, settings: Settings) -> None:
        on = offer.kind == "studio" or offer.chosen(settings)
        # What is built in stands in for everything else: it cannot be switched off, only another be chosen.
        fixed = offer.kind == "studio" or (offer.built_in and on)
        self.use.setChecked(on)
        self.use.setEnabled(not fixed and (on or offer.availability.available))
        for part in (self.use, self.use_word):
            part.setVisible(not fixed)
        self.fixed.setVisible(fixed)
        self.fixed.set_word("good", tr("Always on") if offer.kind == "studio" else tr("In use"))
        needed = not on and not offer.availability.available
        self.use_word.setText(tr("Add a key to use it") if needed else tr("Use it"))
        self.use.setAccessibleName(tr("Use {service}", service=tr(offer.info.label)))
        why_not = tr(offer.availability.why_not) if needed else ""
        self.use.setAccessibleDescription(why_not)
        self.use.setToolTip(why_not)

    def _head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        for part in (self.use_word, self.use, self.fixed):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout()
        whole.setSpacing(2)
        whole.addLayout(row)
        whole.addWidget(self.told)
        return whole


def leaves_words(offer: Offer) -> str:
    """Say what leaves this computer."""
    if offer.built_in or getattr(offer.info, "local", False):
        return tr(offer.leaves)
    what = tr(offer.leaves)
    # It stands alone elsewhere; here it goes on after a colon.
    what = what[:1].lower() + what[1:]
    if offer.own:
        return tr("Goes to your own server only: {what}", what=what)
    return tr("Leaves this computer: {what}", what=what)


def photo_words(offer: Offer, *, sent: bool) -> str:
    """Say what the wish about the photo means."""
    if not sent:
        return tr("Now only words are sent; your photos stay here.")
    if offer.own:
        return tr("Your first photo goes to your own server together with the words.")
    return tr("Your first photo leaves this computer together with the words.")
