"""The style sheet for what Qt paints itself: inputs, menus, scroll bars, tool tips."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $control; padding: 6px 10px; }
QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit {
    background: $field; color: $text; border: 1px solid $control; border-radius: 8px;
    selection-background-color: $fill; selection-color: $on_fill; placeholder-text-color: $muted;
}
QLineEdit, QSpinBox, QDoubleSpinBox { min-height: 38px; padding: 0 11px; }
QPlainTextEdit, QTextEdit { padding: 7px 12px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
    border: 2px solid $accent; min-height: 36px; padding: 0 10px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 6px 11px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QPlainTextEdit:disabled {
    background: transparent; border-color: $line; color: $faint;
}
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QSpinBox QLineEdit:focus, QDoubleSpinBox QLineEdit:focus {
    background: transparent; border: none; padding: 0; min-height: 0;
}
QSpinBox::up-button, QDoubleSpinBox::up-button {
    subcontrol-origin: border; subcontrol-position: top right; width: 30px; height: 20px; border: none;
}
QSpinBox::down-button, QDoubleSpinBox::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right; width: 30px; height: 20px; border: none;
}
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; }
QDoubleSpinBox::up-arrow, QDoubleSpinBox::down-arrow { image: none; }
QLineEdit[kept="true"] { placeholder-text-color: $text; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
    background: transparent; border: none; padding: 0; min-height: 30px;
}
QScrollArea, QScrollArea > QWidget > QWidget[page="true"], QAbstractScrollArea[page="true"] {
    background: transparent; border: none;
}
QScrollBar:vertical { background: transparent; width: 7px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 7px; margin: 0; }
QScrollBar::handle:vertical {
    background: $scroll; border-radius: 3px; min-height: 36px; margin: 4px 1px 4px 0;
}
QScrollBar::handle:horizontal {
    background: $scroll; border-radius: 3px; min-width: 36px; margin: 0 4px 1px 4px;
}
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $panel; color: $text; border: 1px solid $control; padding: 6px; }
QMenu::item { padding: 8px 28px 8px 12px; border-radius: 6px; }
QMenu::item:selected { background: $asoft; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
QComboBox QAbstractItemView {
    background: $panel; color: $text; border: 1px solid $control; outline: none; padding: 4px;
    selection-background-color: $asoft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 36px; padding: 0 8px; border-radius: 6px; }
QComboBox QAbstractItemView::item:hover { background: $raised; }
QComboBox QAbstractItemView::item:selected { background: $asoft; color: $text; }
QSlider { min-height: 24px; min-width: 24px; }
QSlider::groove:horizontal { height: 4px; background: $control; border-radius: 2px; }
QSlider::groove:vertical { width: 4px; background: $control; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider[twoway="true"]::sub-page:horizontal { background: $control; }
QSlider::add-page:vertical { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -8px 0;
    border: 4px solid $accent; border-radius: 10px; background: $text;
}
QSlider::handle:vertical {
    width: 12px; height: 12px; margin: 0 -8px;
    border: 4px solid $accent; border-radius: 10px; background: $text;
}
QSlider::handle:focus { border-color: $text; background: $accent; }
QSlider::groove:disabled, QSlider::sub-page:disabled, QSlider::add-page:disabled { background: $line; }
QSlider::handle:disabled { border-color: $control; background: $faint; }
QSplitter::handle { background: $line; }
""")


def style_sheet(roles: Mapping[str, str]) -> str:
    """Return the sheet with the colours of a theme."""
    return _SHEET.substitute(roles)
