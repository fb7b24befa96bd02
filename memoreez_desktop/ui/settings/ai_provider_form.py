"""What one service wants to know, drawn from its own description: a newcomer sees key, model and quality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.provider import FieldSpec, ProviderInfo
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.ai_fields import FieldGrid, FormField, KeyField, ValueField
from memoreez_desktop.ui.settings.ai_result import ResultPanel
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.link_button import LinkButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offer, Offers

_PLAIN_IDS = ("model", "checkpoint", "quality")
_ADDRESS = "base_url"


class ProviderForm(QWidget):
    """Widgets only, for one service.

    Signals
    -------
    value_entered(str, object)
        Field id and value; empty text is the default.
    key_entered(str, str)
        Field id and key; empty is to be forgotten.
    test_wanted(), stop_wanted(), key_page_wanted()
    """

    value_entered = Signal(str, object)
    key_entered = Signal(str, str)
    test_wanted = Signal()
    stop_wanted = Signal()
    key_page_wanted = Signal()

    def __init__(self, icon_book: IconBook, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book, self._testing = icon_book, False
        self.fields: dict[str, FormField] = {}
        self.test = SecondaryButton(icon_book, tr("Test"), "mdi6.connection")
        self.test.clicked.connect(self._press)
        self.result = ResultPanel(icon_book)
        first, main, plain, rest = _sorted(offer.info, local=_is_local(offer))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for spec in first:
            column.addWidget(self._field(spec))
        beside = QVBoxLayout()
        beside.setSpacing(0)
        if main is not None:
            beside.addWidget(self._field(main, self.test))
        beside.addWidget(self._keeping(offer))
        column.addLayout(beside)
        column.addWidget(self.result)
        fields = QVBoxLayout()
        fields.setSpacing(4)
        if plain:
            fields.addWidget(FieldGrid([self._field(spec) for spec in plain]))
        self.more = LinkButton(icon_book, tr("More…"), "mdi6.chevron-down")
        self.more.setCheckable(True)
        self.advanced = FieldGrid([self._field(spec) for spec in rest])
        self.more.toggled.connect(self._open)
        self.more.setVisible(bool(rest))
        fields.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(fields)
        column.addWidget(self.advanced)
        # What was entered there once is not to be looked for.
        self.more.setChecked(any(spec.id in offer.plain for spec in rest))
        self._open(self.more.isChecked())

    def show_offer(self, offer: Offer, offers: Offers) -> None:
        """Show what was entered, and where keys are kept."""
        for field_id, field in self.fields.items():
            if isinstance(field, KeyField):
                field.show_held(offer.held.get(field_id))
            elif isinstance(field, ValueField):
                field.show_value(offer.plain)
        words, icon, role = kept_words(offer, offers)
        self._kept.setText(words)
        self._kept.set_role(role)
        self._lock.set_icon(icon, role)

    def show_testing(self, host: str) -> None:
        """Show that an answer is awaited."""
        self._testing = True
        self.test.setText(tr("Stop"))
        self.test.set_icon("mdi6.close")
        self.result.say("", tr("Asking {host}…", host=host), "")

    def rest(self) -> None:
        """Await nothing any more."""
        self._testing = False
        self.test.setText(tr("Test"))
        self.test.set_icon("mdi6.connection")

    def _field(self, spec: FieldSpec, beside: QWidget | None = None) -> FormField:
        if spec.kind == "secret":
            field: FormField = KeyField(self._icon_book, spec, beside)
            field.changed.connect(lambda key: self.key_entered.emit(spec.id, key))
        else:
            field = ValueField(self._icon_book, spec, beside)
            field.changed.connect(lambda value: self.value_entered.emit(spec.id, value))
        self.fields[spec.id] = field
        return field

    def _keeping(self, offer: Offer) -> QWidget:
        """Say where the key is kept, and lead to where one is made."""
        self._lock = IconMark(self._icon_book, "mdi6.lock-outline", "muted", 16)
        self._kept = Label(self._icon_book, "", "small", "muted", wrap=True)
        self.key_page = LinkButton(self._icon_book, tr("Where do I get a key?"))
        self.key_page.clicked.connect(self.key_page_wanted)
        self.key_page.setVisible(bool(offer.key_page))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._lock)
        row.addWidget(self._kept, 1)
        row.addWidget(self.key_page)
        line.setVisible(any(spec.kind == "secret" for spec in offer.info.fields) and not _is_local(offer))
        return line

    def _press(self) -> None:
        (self.stop_wanted if self._testing else self.test_wanted).emit()

    def _open(self, opened: bool) -> None:
        self.advanced.setVisible(opened)
        self.more.set_icon("mdi6.chevron-up" if opened else "mdi6.chevron-down")


def kept_words(offer: Offer, offers: Offers) -> tuple[str, str, str]:
    """Say where the key is or will be kept: words, icon, role."""
    if not offers.place:
        words = tr("Kept only until Memoreez ends, never in a file.")
        return f"{words} {tr(offers.note)}", "mdi6.lock-clock", "warn"
    if offers.note:
        return tr(offers.note), "mdi6.lock-alert-outline", "warn"
    place = tr(offers.place)
    if any(held.only_now for held in offer.held.values()):
        words = tr("Kept only until Memoreez ends: {place} did not take it.", place=place)
        return words, "mdi6.lock-clock", "warn"
    if offer.held:
        return tr("Kept in {place}, not in a file.", place=place), "mdi6.lock-outline", "muted"
    if offer.lent_by:
        words = tr("Uses the key of {service}; another one can be entered here.", service=tr(offer.lent_by))
        return words, "mdi6.lock-outline", "muted"
    return tr("It will be kept in {place}, not in a file.", place=place), "mdi6.lock-outline", "muted"


def _is_local(offer: Offer) -> bool:
    """Tell whether the address is what matters, not a key."""
    return bool(getattr(offer.info, "local", False))


def _sorted(
    info: ProviderInfo, *, local: bool
) -> tuple[list[FieldSpec], FieldSpec | None, list[FieldSpec], list[FieldSpec]]:
    """Return what stands before the key, the key (or the address), what everybody sets, and the rest."""
    wanted = "text" if local else "secret"
    main = next(
        (spec for spec in info.fields if spec.kind == wanted and (not local or spec.id == _ADDRESS)), None
    )
    plain = [spec for spec in info.fields if spec.id in _PLAIN_IDS]
    others = [spec for spec in info.fields if spec is not main and spec not in plain]
    # Needed is a text without a default and without a word of when to leave it empty: an account.
    first = [
        spec for spec in others if not local and spec.kind == "text" and not spec.default and not spec.help
    ]
    return first, main, plain, [spec for spec in others if spec not in first]
