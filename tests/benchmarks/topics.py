"""The map On what: what one status costs it, and a frame: part of ``make bench``.

10,000 people on 2,000 topics. An update is the whole of it: who changed, their topics, the places
of hubs, who sits where; on one thread, which in the window is a worker's. A frame is painted to an
image as large as the map of a 1280 x 800 window, while it is panned and zoomed.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/topics.py
"""

import gc
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from presencemap.ui.people.row_facts import RowFacts, row_facts  # noqa: E402
from presencemap.ui.theme import Appearance  # noqa: E402
from presencemap.ui.topics.camera import View  # noqa: E402
from presencemap.ui.topics.foreground import TopicForeground  # noqa: E402
from presencemap.ui.topics.survey import Survey, Surveyed  # noqa: E402
from presencemap.ui.topics.topic_map import AHEAD_MS, DRAWING_MS  # noqa: E402
from tests.ui import factories, topic_factories  # noqa: E402

PEOPLE, TOPICS = 10_000, 2_000
UPDATES, FRAMES = 200, 120
LIMIT = 50
SIZE = (920, 722)


def topic_figures() -> None:
    """Print all of it, from a process that shows no window."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, __file__], env=environment, check=True)


def main() -> None:
    """Print what an update and a frame cost."""
    application = QApplication([])
    look = Appearance(application)
    look.apply()
    everybody = topic_factories.on_topics(PEOPLE, TOPICS)
    people = [row_facts(card, factories.PLACES, None, factories.NOW) for card in everybody]
    # As in the window, where the collector has its own moments.
    gc.disable()
    surveyed = Surveyed()
    begun = thread_time()
    scene = surveyed.scene(_survey(people), {})
    first = (thread_time() - begun) * 1000
    shown = {hub.name: hub.at for hub in scene.hubs}
    wall, own, moved = [], [], 0.0
    for number in range(UPDATES):
        person = number * 37 % PEOPLE
        other = people[(person + 11) % PEOPLE].topics
        people[person] = replace(people[person], topics=other, since=people[person].since + 1)
        began, begun = perf_counter(), thread_time()
        scene = surveyed.scene(_survey(people), shown)
        wall.append((perf_counter() - began) * 1000)
        own.append((thread_time() - begun) * 1000)
        after = {hub.name: hub.at for hub in scene.hubs}
        both = [(after[name], at) for name, at in shown.items() if name in after]
        moved = max([moved, *(abs(complex(*a) - complex(*b)) for a, b in both)])
        shown = after
    print(f"the map On what: {PEOPLE:,} people, {TOPICS:,} topics; load {os.getloadavg()[0]:.1f}")
    print(f"  first survey {first:.0f} ms of processor time")
    print(f"  an update: {_figures(wall)}; processor time {_figures(own)}")
    print(
        f"  target: an update under {LIMIT} ms: {'met' if _p99(wall) < LIMIT else 'missed'} (p99)"
    )
    print(f"  no hub moved by more than {moved:.0f} px (24)")
    foreground = TopicForeground(look.theme)
    foreground.show(scene)
    print(f"  {len(scene.asked)} cards find room: {_figures(_layouts(foreground))}")
    frames, turns, late = _frames(foreground)
    print(f"  a frame: {_figures(frames)}")
    print(
        f"  sprites between two: {_figures(turns)}; all are sharp {late} frames after the last zoom"
    )


def _survey(people: list[RowFacts]) -> Survey:
    return Survey(tuple(people), now=factories.NOW)


def _layouts(foreground: TopicForeground) -> list[float]:
    """Each at another zoom, so that no card may stay where it was."""
    whole = View(0, 0, 1, *SIZE).fitted(foreground.extent(), QRectF(0, 50, 920, 620), 1.0)
    times = []
    for number in range(FRAMES):
        view = whole.zoomed_at(1 + number / FRAMES, QPointF(400, 300))
        began = thread_time()
        foreground.lay_out(view)
        times.append((thread_time() - began) * 1000)
    return times


def _frames(foreground: TopicForeground) -> tuple[list[float], list[float], int]:
    """Of frames while it is panned, then zoomed; of the turns in which sprites are drawn between.

    And how many frames it takes at rest until all is sharp.
    """
    canvas = QImage(*SIZE, QImage.Format.Format_RGB32)
    view = View(0, 0, 1, *SIZE).fitted(foreground.extent(), QRectF(0, 50, 920, 620), 1.0)
    foreground.lay_out(view)
    sprites = foreground.sprites
    times: list[float] = []
    turns: list[float] = []

    def show() -> None:
        """As the map does."""
        painter = QPainter(canvas)
        began = thread_time()
        sprites.begin(DRAWING_MS)
        foreground.paint(painter, view, 1.0)
        painter.end()
        times.append((thread_time() - began) * 1000)
        if sprites.lacking:
            began = thread_time()
            sprites.draw_ahead(AHEAD_MS)
            turns.append((thread_time() - began) * 1000)

    show()
    for number in range(FRAMES):
        view = view.panned(3, 1)
        if number > FRAMES // 2:
            view = view.zoomed_at(1.01, QPointF(400, 300))
        show()
    foreground.lay_out(view)
    foreground.progress, moved = 1.0, len(times)
    while len(times) == moved or sprites.lacking:
        show()
    return times, turns, len(times) - moved


def _figures(times: list[float]) -> str:
    return f"median {median(times):.1f} ms, p99 {_p99(times):.1f}, worst {max(times):.1f}"


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100)[98]


if __name__ == "__main__":
    main()
