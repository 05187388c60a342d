"""The frames of other ways to draw so many markers: ``scenes.py view N``, or ``scatter N``.

Qt's own scene of items and pyqtgraph's scatter are panned 120 steps; prints median and worst in ms.
"""

import os
import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

import pyqtgraph
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView

STEPS = 120
RANDOM = Random(1)


def view(markers: int) -> tuple[QGraphicsView, Callable[[int], object]]:
    """A scene of pixmap items, and how it is moved."""
    scene = QGraphicsScene()
    picture = QPixmap(44, 44)
    picture.fill(QColor("teal"))
    for _ in range(markers):
        item = QGraphicsPixmapItem(picture)
        item.setPos(RANDOM.uniform(0, 1280), RANDOM.uniform(0, 800))
        scene.addItem(item)
    made = QGraphicsView(scene)
    scene.setParent(made)
    made.setSceneRect(-500, -500, 2280, 1800)
    bar = made.horizontalScrollBar()
    return made, lambda step: bar.setValue(bar.value() + step)


def scatter(markers: int) -> tuple[QGraphicsView, Callable[[int], object]]:
    """A scatter plot, and how it is moved."""
    made = pyqtgraph.PlotWidget()
    dots = [(RANDOM.uniform(0, 1280), RANDOM.uniform(0, 800)) for _ in range(markers)]
    made.addItem(pyqtgraph.ScatterPlotItem(pos=dots, size=44))
    return made, lambda step: made.getViewBox().translateBy(x=step)


def frames(shown: QGraphicsView, move: Callable[[int], object]) -> list[float]:
    """Ms for each step, to the painted picture."""
    times = []
    for step in range(STEPS):
        move(6 if step < STEPS / 2 else -6)
        begun = perf_counter()
        shown.viewport().repaint()
        QApplication.processEvents()
        times.append((perf_counter() - begun) * 1000)
    return times


APP = QApplication([])
WIDGET, MOVE = {"view": view, "scatter": scatter}[sys.argv[1]](int(sys.argv[2]))
WIDGET.resize(1280, 800)
WIDGET.show()
QApplication.processEvents()
TOOK = frames(WIDGET, MOVE)
print(median(TOOK), max(TOOK), flush=True)
os._exit(0)
