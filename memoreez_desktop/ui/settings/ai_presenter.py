"""Decides what happens with services: what was entered is kept at once, and nothing waits on the window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.ui.settings.ai_provider_form import ProviderForm
from memoreez_desktop.ui.settings.ai_section import AiSection
from memoreez_desktop.ui.settings.ai_tests import ServiceTests
from memoreez_desktop.ui.settings.ai_words import state_of
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offer, Offers, Spent
    from memoreez_desktop.storage.settings import Settings

_FIRST_SEEN = "openai-images"
_SMALLEST_USD = 0.005


class AiPresenter(QObject):
    """Shows services as they are; the keyring and the network are asked on workers only."""

    def __init__(self, section: AiSection, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._section, self._workshop, self._keeper = section, workshop, workshop.keeper
        self._offers: Offers | None = None
        self._spent: Spent | None = None
        self._selected = workshop.keeper.settings.generator_id or _FIRST_SEEN
        self._typed: dict[tuple[str, str], str] = {}
        # Keys are written one after the other, the last one typed wins, and a test waits for it.
        self._line = threading.Lock()
        self._looks = 0
        self._left = False
        self.tests = ServiceTests(workshop, self._write_typed, self)
        self.tests.changed.connect(self._show)
        section.looked_at.connect(self.look)
        section.offline_chosen.connect(lambda offline: self._change(offline=offline))
        section.list.rows.changed.connect(self.select)
        section.form.made.connect(self._listen)
        section.form.use_wanted.connect(self._use)
        section.form.cap.chosen.connect(lambda usd: self._change(monthly_cap_usd=usd))
        wishes = section.form.wishes
        wishes.ask_chosen.connect(lambda ask: self._change(ask_before_paid=ask))
        wishes.photo_chosen.connect(lambda sent: self._change(send_photo=sent))
        wishes.count_chosen.connect(lambda count: self._change(ai_count=count))
        self._keeper.changed.connect(self._changed)
        self._seen = self._keeper.settings
        section.show_offline(self._seen.offline)

    def leave(self) -> None:
        """End what is asked, and touch no widget any more."""
        self._left = True
        self.tests.leave()

    def look(self) -> None:
        """Look anew what was entered and what was spent."""
        settings, door, services = self._keeper.settings, self._workshop.door, self._workshop.services
        self._looks += 1
        this_look = self._looks

        def offers(job: JobContext) -> Offers:
            # Every service, httpx and the keyring: on a worker, and only once somebody looks.
            from memoreez_desktop.services.ai_offers import ai_offers  # noqa: PLC0415

            return ai_offers(settings, services.desk().keys)

        def spent(job: JobContext) -> Spent:
            # As above.
            from memoreez_desktop.services.ai_offers import what_was_spent  # noqa: PLC0415

            return what_was_spent(door.library())

        def show_offers(found: Offers) -> None:
            if this_look == self._looks:
                self._offers = found
                self._show()

        def show_spent(found: Spent) -> None:
            self._spent = found
            self._show()

        complain = self._workshop.journey.complain
        # A locked keyring may wait for the person: not on the one thread that keeps the library.
        self._workshop.runner.submit(offers, pool="network", done=show_offers, failed=complain)
        self._workshop.runner.submit(spent, pool="disk", done=show_spent, failed=complain)

    def select(self, provider_id: str) -> None:
        """Show a service's form."""
        self._selected = provider_id
        self._show()
        if self._offers is not None and not self._left:
            self._section.list.bring_to_sight(self._offer().id)

    def _offer(self) -> Offer:
        assert self._offers is not None
        rows = self._offers.rows
        return next((offer for offer in rows if offer.id == self._selected), rows[0])

    def _show(self) -> None:
        if self._left or self._offers is None:
            return
        offers, settings, offer = self._offers, self._keeper.settings, self._offer()
        section, form = self._section, self._section.form
        section.show_all(
            offers, settings, offer.id, lambda one: state_of(one, settings, self.tests.of(one.id))
        )
        offline = settings.offline and not offer.built_in
        if form.provider is not None and self.tests.host_asked(offer.id):
            form.provider.show_testing(self.tests.host_asked(offer.id))
        else:
            form.show_tried(self.tests.of(offer.id), offline=offline)
        form.cap.show_cap(settings.monthly_cap_usd, self._spent, _cap_hint(offer, settings))
        if self._spent is not None:
            form.cap.ledger.show_spent(self._spent, offers)

    def _listen(self, form: ProviderForm) -> None:
        offer_id = self._offer().id
        form.value_entered.connect(lambda field_id, value: self._enter(offer_id, field_id, value))
        form.key_entered.connect(lambda field_id, key: self._enter_key(offer_id, field_id, key))
        form.test_wanted.connect(lambda: self.tests.start(self._offer()))
        form.stop_wanted.connect(lambda: self.tests.stop(offer_id))
        form.key_page_wanted.connect(
            lambda: QDesktopServices.openUrl(QUrl(self._offer().key_page))  # the service's own page
        )

    def _use(self, use: bool) -> None:
        offer = self._offer()
        if offer.kind == "pictures":
            self._change(generator_id=offer.id if use else "")
        elif offer.kind == "words":
            self._change(writer_id=offer.id if use else "template")
        elif offer.kind == "meshes":
            self._change(sculptor_id=offer.id if use else "")

    def _enter(self, offer_id: str, field_id: str, value: ParamValue) -> None:
        assert self._offers is not None
        offer = next(one for one in self._offers.rows if one.id == offer_id)
        default = next(spec.default for spec in offer.info.fields if spec.id == field_id)
        providers = self._keeper.settings.providers
        plain = {name: old for name, old in providers.get(offer_id, {}).items() if name != field_id}
        if value not in ("", default):
            plain[field_id] = value
        if plain != providers.get(offer_id, {}):
            self.tests.forget(offer_id)
            self._change(providers={**providers, offer_id: plain})

    def _enter_key(self, offer_id: str, field_id: str, key: str) -> None:
        self._typed[offer_id, field_id] = key
        self.tests.forget(offer_id)
        self._workshop.runner.submit(
            self._write_typed,
            pool="network",
            done=lambda _nothing: self.look(),
            failed=self._workshop.journey.complain,
        )

    def _write_typed(self, job: JobContext) -> None:
        """Keep what was typed; on a worker."""
        with self._line:
            keys = self._workshop.services.desk().keys
            while self._typed:
                (offer_id, field_id), key = self._typed.popitem()
                keys.set(offer_id, key, field_id)

    def _change(self, **values: object) -> None:
        try:
            self._keeper.change(**values)
        except StorageError as error:
            self._workshop.journey.complain(error)
            self._show()

    def _changed(self, settings: Settings) -> None:
        if self._left:
            return
        before, self._seen = self._seen, settings
        self._section.show_offline(settings.offline)
        self._show()
        if before.providers != settings.providers and self._offers is not None:
            self.look()


def _cap_hint(offer: Offer, settings: Settings) -> str:
    """Say what the cap means for this service."""
    price = offer.price
    if price is None or price.usd == 0:
        return ""
    stops = tr("At the cap it stops.")
    if price.usd is None:
        return f"{stops} {tr('What was set aside counts until the service names its price.')}"
    if offer.kind == "meshes":
        return f"{stops} {tr('One sculpture costs about {usd:.2f} USD.', usd=price.usd)}"
    usd = settings.ai_count * price.usd
    if usd < _SMALLEST_USD:
        return f"{stops} {tr('%n concept(s) cost less than 0.01 USD.', n=settings.ai_count)}"
    return f"{stops} {tr('%n concept(s) cost about {usd:.2f} USD.', n=settings.ai_count, usd=usd)}"
