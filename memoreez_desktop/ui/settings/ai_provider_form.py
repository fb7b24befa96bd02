"""What one service wants to know, drawn from its own description: a newcomer sees key, model and quality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.core.provider import FieldSpec, ProviderInfo
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.ai_fields import FieldGrid, FormField, KeyField, ValueField
from memoreez_desktop.ui.settings.ai_keeping import KeepingLine, kept_words
from memoreez_desktop.ui.settings.ai_result import ResultPanel
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.link_button import LinkButton
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
        self.keeping = KeepingLine(icon_book)
        self.keeping.key_page.clicked.connect(self.key_page_wanted)
        self.keeping.key_page.setVisible(bool(offer.key_page))
        has_key = any(spec.kind == "secret" for spec in offer.info.fields)
        self.keeping.setVisible(has_key and not _is_local(offer))
        beside.addWidget(self.keeping)
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
        self.keeping.say(*kept_words(offer, offers))

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

    def _press(self) -> None:
        (self.stop_wanted if self._testing else self.test_wanted).emit()

    def _open(self, opened: bool) -> None:
        self.advanced.setVisible(opened)
        self.more.set_icon("mdi6.chevron-up" if opened else "mdi6.chevron-down")


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
