"""Keeping editions under a name, and going back to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QDateTime, QIODevice, QLocale, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.studio.comparing import Comparing
from memoreez_desktop.ui.studio.edition_log import EditionLog
from memoreez_desktop.ui.studio.made import Made
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.snapshot_list import SnapshotCard, SnapshotList
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.storage.editions import Snapshot
    from memoreez_desktop.ui.workshop import Workshop

_PICTURE_PX = 320
_MIDDLE_RATIO, _WIDE_RATIO = 0.86, 4 / 3


class StudioSnapshots(QObject):
    """The button with its small window, and the library behind it.

    Parameters
    ----------
    comparing : Comparing
        Shows a snapshot in the keepsake's place.
    change : callable
        Takes ``edition -> edition`` and what that is called: going back to a snapshot can be undone.
    """

    def __init__(
        self,
        panel: StudioPanel,
        workshop: Workshop,
        log: EditionLog,
        comparing: Comparing,
        change: Callable[[Callable[[Edition], Edition], str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._log = panel, workshop, log
        self._comparing, self._change = comparing, change
        self._made: Made | None = None
        self._known: dict[str, Snapshot] = {}
        self._jobs = Newest(workshop.runner, "disk")
        self.list = SnapshotList(panel.icon_book, panel)
        panel.snapshots.clicked.connect(self._open)
        self.list.keep_wanted.connect(self._keep)
        self.list.look_wanted.connect(lambda id_: comparing.look_at(self._known[id_]))
        self.list.go_wanted.connect(self._go)
        self.list.remove_wanted.connect(self._remove)

    def go_on_from(self, made: Made | None) -> None:
        """Take this as the keepsake."""
        self._made = made
        self._panel.snapshots.setEnabled(made is not None)

    def _open(self) -> None:
        button = self._panel.snapshots
        self.list.open_under(QRect(button.mapToGlobal(QPoint(0, 0)), button.size()))
        self._refresh(lambda _library: None)

    def _keep(self, name: str) -> None:
        made, edition = self._made, self._log.edition
        if made is None or edition is None:
            return
        shot, project = self._panel.view.screenshot(), self._log.project_id
        digest = made.keepsake.mesh.digest if made.edition == edition else ""
        title = name or tr("Snapshot {number}", number=len(self._known) + 1)

        def keep(library: object) -> None:
            editions = library.editions  # type: ignore[attr-defined]
            editions.keep_snapshot(
                project,
                edition.plan.id,
                title,
                edition,
                mesh_digest=digest,
                picture_png=_small_png(shot),
            )

        self._refresh(keep)

    def _remove(self, snapshot_id: str) -> None:
        self._refresh(lambda library: library.editions.remove_snapshot(snapshot_id))  # type: ignore[attr-defined]

    def _go(self, snapshot_id: str) -> None:
        snapshot = self._known[snapshot_id]
        self._change(lambda _edition: snapshot.edition, tr("Back to “{name}”", name=snapshot.name))

    def _refresh(self, first: Callable[[object], None]) -> None:
        """Do something in the library, then show what is kept."""
        edition, project, door = self._log.edition, self._log.project_id, self._workshop.door
        if edition is None:
            return

        def look(_job: JobContext) -> list[tuple[Snapshot, QImage]]:
            library = door.library()
            first(library)
            kept = library.editions.snapshots(project, edition.plan.id)
            return [(snapshot, QImage(str(snapshot.picture or ""))) for snapshot in kept]

        self._jobs.ask(look, self._show, self._workshop.journey.complain)

    def _show(self, kept: list[tuple[Snapshot, QImage]]) -> None:
        self._known = {snapshot.id: snapshot for snapshot, _picture in kept}
        locale = QLocale()
        self.list.offer(
            [
                SnapshotCard(
                    snapshot.id,
                    snapshot.name,
                    locale.toString(
                        QDateTime.fromSecsSinceEpoch(int(snapshot.made_s)), QLocale.FormatType.ShortFormat
                    ),
                    picture,
                )
                for snapshot, picture in kept
            ]
        )


def _small_png(image: QImage) -> bytes | None:
    """Return a picture of the view, small enough to be one of many."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    smooth = Qt.TransformationMode.SmoothTransformation
    # The model stands in the middle; bed and rulers round it say nothing in a picture of this size.
    height = round(image.height() * _MIDDLE_RATIO)
    middle = QRect(0, 0, min(image.width(), round(height * _WIDE_RATIO)), height)
    middle.moveCenter(image.rect().center())
    small = image.copy(middle).scaledToWidth(min(_PICTURE_PX, middle.width()), smooth)
    return bytes(buffer.data().data()) if small.save(buffer, "PNG") else None
