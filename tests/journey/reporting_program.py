"""The real program, telling on stdout each card it shows; ended from outside."""

import sys

from PySide6.QtCore import QTimer

from memoreez_desktop.app import Program, make_application
from memoreez_desktop.core.story import Brief, Story


def main() -> int:
    """Tell a story, click the button, report."""
    application = make_application(["memoreez"])
    program = Program(application)
    told = set()

    def report(index, _last=None, *_roles):
        card = model.cards[index.row()]
        if card.state == "ready" and card.key not in told:
            told.add(card.key)
            print(card.key, len(card.picture_png), flush=True)

    def begin():
        program.journey.set_brief(Brief(Story(name="Karl", passions=("fishing", "coffee"))))
        program.window.show_page("story")
        program.window.page("story").panel.create.click()

    model = program.window.page("concepts").panel.model
    model.dataChanged.connect(report)
    program.window.first_painted.connect(lambda: QTimer.singleShot(0, begin))
    program.window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
