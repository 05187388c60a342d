"""Draws a map server's pictures below the people to build/gallery/streets-*.png, to be looked at.

    PYTHONPATH=. QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/gallery_streets.py [LANGUAGE]

The server is one on loopback, over https, that draws plain streets. Prints what a frame costs.
"""

import runpy
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPointF, QRectF, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import MapServerChanged, PlacesChanged, RosterChanged, Started
from presencemap.domain.place import PlaceTree
from presencemap.ui.application import build_application
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.map.projection import View
from presencemap.ui.map_server.dialog import MapServerDialog
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team
from presencemap.ui.theme import Mode, appearance
from tests.ui.map.raster.tile_server import TileServer, trusted, written

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "gallery"
GALLERY: dict[str, Any] = runpy.run_path(str(ROOT / "packaging/gallery_map.py"), run_name="pm")
NOW: int = GALLERY["FACTORIES"]["NOW"]
GENT, AROUND, REGION = (51.055, 3.733, 13.3), (51.06, 3.75, 11.0), (51.06, 3.75, 9.6)
BLOCK = 32


def streets(path: str) -> bytes:
    """A tile: blocks of houses, a canal here and there, and a park."""
    z, x, y = (int(part) for part in path.strip("/").removesuffix(".png").split("/"))
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor("#f2efe9"))
    painter = QPainter(image)
    for column in range(8):
        for row in range(8):
            green = (x * 8 + column) * 7 % 11 == 3 and (y * 8 + row) * 5 % 7 < 3
            block = QRectF(column * BLOCK + 3, row * BLOCK + 3, BLOCK - 6, BLOCK - 6)
            painter.fillRect(block, QColor("#cfe6c0" if green else "#e2dbd0"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if (x + y) % 3 == 0:
        painter.setPen(QPen(QColor("#aad3df"), 14))
        painter.drawLine(QPointF(-10, 200), QPointF(266, 60))
    painter.setPen(QPen(QColor("#f7c873"), 7))
    painter.drawLine(QPointF(0, 128), QPointF(256, 128))
    painter.setPen(QPen(QColor("#ffffff"), 4))
    painter.drawLine(QPointF(160, 0), QPointF(160, 256))
    painter.setPen(QColor("#777777"))
    painter.drawText(QPointF(8, 20), f"{z}/{x}/{y}")
    painter.end()
    return written(image)


class Gallery:
    """A window with a team that has a map server."""

    def __init__(self, folder: Path, language: str) -> None:
        self.preferences = Preferences(folder / "settings.json", folder / "cache")
        self.app = build_application(self.preferences, language)
        self.language = "" if language == "en" else f"{language}-"
        self.server = TileServer(folder)
        self.server.draw = streets
        cards = GALLERY["cards"](43)
        self.team = Team(Inbox(), lambda: NOW)
        self.team.take(Started("Lerend Collectief", cards[0].person.id, "", ""))
        self.team.take(PlacesChanged(PlaceTree(GALLERY["SITES"])))
        self.team.take(RosterChanged(tuple(cards)))
        self.window = MainWindow(self.team, self.preferences, Gazetteer.load(), language)
        self.window.resize(1280, 800)
        self.window.show()

    def names(self, *, mine: bool = True) -> None:
        """The team has the server."""
        self.team.take(MapServerChanged(self.server.used, mine))

    def look(self, spot: tuple[float, float, float]) -> None:
        """Go there, and wait until all is painted."""
        self.window.map.restore_view(*spot)
        self.rest()

    def rest(self, most: float = 8.0) -> None:
        """Let all that is to come, come."""
        where, begin = self.window.map, time.monotonic()
        turn(400)
        while time.monotonic() - begin < most:
            turn(60)
            ratio = where.devicePixelRatioF()
            if where.is_painted() and where.raster.is_complete(where.camera.view, ratio):
                break
        turn(120)

    def grab(self, widget: QWidget, name: str) -> None:
        """Save it."""
        OUT.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(OUT / f"streets-{self.language}{name}.png"))

    def costs(self) -> None:
        """Say what frames of a pan and a zoom cost."""
        where = self.window.map
        steps = {
            "pan": partial(View.panned, dx=-7, dy=3),
            "zoom": partial(View.zoomed_at, factor=1.02, x=400, y=300),
        }
        for name, step in steps.items():
            times = []
            self.look(GENT)
            for _ in range(60):
                begin = time.perf_counter()
                where.camera.jump(step(where.camera.view))
                where.repaint()
                times.append((time.perf_counter() - begin) * 1000)
                turn(1)
            times.sort()
            print(f"{name}: median {times[30]:.1f} ms, worst {times[-1]:.1f} ms a frame")

    def draw(self) -> None:
        """All pictures."""
        window, consent = self.window, self.window.consent
        self.look(GENT)
        self.grab(window, "none")
        self.names()
        self.rest(1)
        self.grab(window, "question")
        consent.question.yes.click()
        for mode in (Mode.LIGHT, Mode.DARK):
            appearance().set_mode(mode)
            for name, spot in (("close", GENT), ("around", AROUND), ("region", REGION)):
                self.look(spot)
                self.grab(window, f"{name}-{mode.value}")
            for mine in (True, False):
                self.names(mine=mine)
                dialog = MapServerDialog(self.team, consent, window)
                dialog.show()
                self.grab(dialog, f"dialog-{'mine' if mine else 'theirs'}-{mode.value}")
                dialog.close()
        appearance().set_mode(Mode.LIGHT)
        self.costs()
        self.server.status = 503
        self.look((50.85, 4.35, 13.0))
        self.grab(window, "trouble")
        self.preferences.agree_to_map_server("elsewhere", agreed=False)
        window.resize(480, 800)
        window.panes.show_map()
        self.look(GENT)
        self.grab(window, "question-narrow")

    def stop(self) -> None:
        """End."""
        self.window.stop()
        self.preferences.save()
        self.server.close()


def turn(ms: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def main() -> int:
    """Draw all, in English or in the language that is named."""
    with tempfile.TemporaryDirectory() as folder:
        gallery = Gallery(Path(folder), next(iter(sys.argv[1:]), "en"))
        with trusted(gallery.server):
            gallery.draw()
            gallery.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
