"""A window that is opened, painted once and measured: ``opening.py ours N``, or ``bare N``.

Ours has N stored colleagues; the bare one is an empty widget in a process with the same imports.
Prints when it was painted (seconds since the epoch) and the MiB of resident memory then.
"""

import os
import runpy
import sys
import tempfile
from pathlib import Path
from time import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import PlacesChanged, RosterChanged, Started
from presencemap.domain.place import PlaceTree
from presencemap.ui.application import build_application
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team

SOURCE = runpy.run_path(str(Path(__file__).with_name("window.py")), run_name="pm")


def resident() -> float:
    """MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def ours(people: int) -> QWidget:
    """The map window with so many colleagues."""
    now = SOURCE["FACTORIES"]["NOW"]
    team = Team(Inbox(), lambda: now)
    window = MainWindow(team, PREFERENCES, Gazetteer.load())
    everybody = SOURCE["cards"](people)
    team.take(Started("Bench", everybody[0].person.id, "", ""))
    team.take(PlacesChanged(PlaceTree(SOURCE["GALLERY"]["SITES"])))
    team.take(RosterChanged(everybody))
    return window


def shown(window: QWidget) -> None:
    """Paint it, say so, end."""
    window.resize(1280, 800)
    window.show()

    def told() -> None:
        window.repaint()
        print(time(), resident(), flush=True)
        os._exit(0)

    QTimer.singleShot(0, told)


PREFERENCES = Preferences(Path(tempfile.mkdtemp()) / "settings.json")
KIND, PEOPLE = sys.argv[1], int(sys.argv[2])
APP = QApplication([]) if KIND == "bare" else build_application(PREFERENCES)
SHOWN = QWidget() if KIND == "bare" else ours(PEOPLE)
shown(SHOWN)
APP.exec()
