"""Printability in words: one sentence, then each finding with Show and Fix."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.finding import CheckReport, Finding
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.widgets.surfaces import Badge, Divider, Label
from memoreez_desktop.ui.words import tr

_ROLES = {"error": "err", "warning": "warn", "info": "muted"}


class NumberDisc(Painted):
    """A number in a filled circle, as on the pin in the 3D view."""

    def __init__(self, icon_book: IconBook, number: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self._number, self._role = number, role
        self.setFixedSize(22, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 11, self.color(self._role))
        painter.setFont(font("badge"))
        painter.setPen(self.color("bg" if self.theme_book.theme.is_dark else "panel"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)


class FindingRow(QWidget):
    """One finding: number, what it is, what to do, Show and Fix.

    Signals
    -------
    showWanted(Finding)
    fixWanted(Finding)
    """

    showWanted = Signal(object)
    fixWanted = Signal(object)

    def __init__(
        self,
        icon_book: IconBook,
        number: str,
        finding: Finding,
        fix_label: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(icon_book, tr(finding.message), "label", wrap=True))
        if finding.hint:
            words.addWidget(Label(icon_book, tr(finding.hint), "small", "muted", wrap=True))
        self.show_button = SecondaryButton(icon_book, tr("Show"), "mdi6.eye-outline", height=32)
        self.fix_button = SecondaryButton(icon_book, fix_label, "mdi6.wrench-outline", height=32)
        self.show_button.setAccessibleName(tr("Show: {finding}", finding=tr(finding.message)))
        self.fix_button.setAccessibleName(f"{fix_label}: {tr(finding.message)}")
        self.show_button.setVisible(len(finding.faces) > 0)
        self.fix_button.setVisible(bool(fix_label))
        self.show_button.clicked.connect(lambda: self.showWanted.emit(finding))
        self.fix_button.clicked.connect(lambda: self.fixWanted.emit(finding))
        if len(finding.faces) or fix_label:
            # Side by side where there is room, else one under the other.
            buttons = FlowLayout(gap=8)
            buttons.addWidget(self.show_button)
            buttons.addWidget(self.fix_button)
            words.addSpacing(4)
            words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        disc = NumberDisc(icon_book, number, _ROLES[finding.severity])
        row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class FindingsSection(Section):
    """The report of the present model.

    Signals
    -------
    showWanted(Finding)
    fixWanted(Finding)
    fixAllWanted()
    """

    showWanted = Signal(object)
    fixWanted = Signal(object)
    fixAllWanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Printability"), parent=parent)
        self._icon_book = icon_book
        self.badge = Badge(icon_book, "neutral", "")
        self.head.removeWidget(self.aside)
        self.aside.hide()
        self.head.addStretch(1)
        self.head.addWidget(self.badge)
        self.sentence = Label(icon_book, "", "body", "muted", wrap=True)
        self.body.addWidget(self.sentence)
        self.score = Label(icon_book, "", "small", "muted")
        self.fix_all = SecondaryButton(icon_book, tr("Fix all"), "mdi6.auto-fix", height=32)
        self.fix_all.clicked.connect(self.fixAllWanted)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.score)
        row.addStretch(1)
        row.addWidget(self.fix_all)
        self.body.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.rows: list[FindingRow] = []

    def show_report(self, report: CheckReport, fixes: dict[str, str]) -> None:
        """Show a report; ``fixes`` has a label for each code that can be mended here."""
        wrong = report.errors + report.warnings
        if wrong:
            level = "error" if report.errors else "warning"
            self.badge.set_word(level, tr("%n thing(s) to fix", n=wrong))
            self.sentence.setText(tr(report.sentence))
        else:
            self.badge.set_word("good", tr("Ready to print"))
            self.sentence.setText(tr("It is closed, stands flat and fits on the bed."))
        self.score.setText(tr("{score} of 100 points", score=report.score))
        self.fix_all.setVisible(any(finding.code in fixes for finding in report.findings))
        self._fill(report, fixes)

    def _fill(self, report: CheckReport, fixes: dict[str, str]) -> None:
        while self._list.count():
            widget = self._list.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for number, finding in enumerate(ordered(report), start=1):
            row = FindingRow(self._icon_book, str(number), finding, fixes.get(finding.code, ""))
            row.showWanted.connect(self.showWanted)
            row.fixWanted.connect(self.fixWanted)
            self.rows.append(row)
            self._list.addWidget(Divider(self._icon_book))
            self._list.addWidget(row)


def ordered(report: CheckReport) -> list[Finding]:
    """Return the findings, the gravest first."""
    return sorted(report.findings, key=lambda finding: ("error", "warning", "info").index(finding.severity))
