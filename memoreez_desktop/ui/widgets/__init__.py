"""The window's own controls: painted from the theme's roles, named for screen readers, usable by keyboard.

Every widget takes the :class:`~memoreez_desktop.ui.icons.IconBook` first; it knows the theme book.

=========== =====================================================================
buttons    PrimaryButton, SecondaryButton, QuietButton, IconButton
surfaces   Label, PageTitle, SectionTitle, Panel, Divider, Badge
fields     Field, TextField, NumberField, ChoiceField, Switch
pills      Pill, PillGroup
chips      ChipEditor
tiles      Segmented, TileGroup (with TileSpec)
notices    Banner, Toast
progress   ProgressBar, ProgressStrip
states     EmptyState, BusyOverlay
marks      IconMark
check_box  CheckBox
decimal_field DecimalField
secret_field SecretField
link_button LinkButton
scroll_page ScrollPage
=========== =====================================================================
"""
