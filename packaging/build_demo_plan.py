"""Draws the plan of the demo's office, resources/demo/floor-2.png.

Walls, doors and furniture alone, on nothing: rooms and desks are the app's to draw, in its own look
and language, and what shows between is light or dark as the window is.

    python packaging/build_demo_plan.py
"""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

OUT = Path(__file__).parents[1] / "resources" / "demo" / "floor-2.png"
WIDTH, HEIGHT, SCALE = 792, 542, 2
WALL = QColor("#6B7181")
WOOD, EDGE, CHAIR = (
    QColor(176, 165, 140, 90),
    QColor(150, 140, 118, 170),
    QColor(140, 134, 122, 170),
)

OUTER = (
    (2, 2, 790, 2),
    (790, 2, 790, 540),
    (2, 2, 2, 540),
    (2, 540, 494, 540),
    (554, 540, 790, 540),
)
INNER = (
    (210, 0, 210, 180),
    (380, 0, 380, 180),
    (550, 0, 550, 180),
    (0, 180, 140, 180),
    (184, 180, 270, 180),
    (314, 180, 434, 180),
    (478, 180, 624, 180),
    (668, 180, 792, 180),
    (0, 375, 84, 375),
    (128, 375, 196, 375),
    (236, 375, 288, 375),
    (328, 375, 354, 375),
    (170, 375, 170, 542),
    (262, 375, 262, 542),
    (354, 375, 354, 542),
    (590, 347, 792, 347),
    (590, 347, 590, 417),
    (590, 461, 590, 542),
)
TABLES = ((48, 72, 116, 64), (412, 77, 104, 60), (624, 75, 100, 56), (30, 447, 108, 50))
SMALL = ((190, 474, 52, 34), (282, 474, 52, 34))
SHELVES = ((566, 46, 10, 120), (766, 18, 12, 148))
CHAIRS = (
    *((74, 62), (134, 62), (74, 148), (134, 148), (36, 104), (178, 104)),
    *((439, 66), (489, 66), (439, 148), (489, 148)),
    *((649, 65), (699, 65), (674, 142)),
    *((58, 437), (110, 437), (58, 508), (110, 508)),
    *((216, 462), (308, 462)),
)


def main() -> None:
    """Draw and write."""
    _app = QGuiApplication([])
    image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    furniture(painter)
    for lines, width in ((OUTER, 5.0), (INNER, 3.0)):
        pen = QPen(WALL, width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap if width > 4 else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines([QLineF(*line) for line in lines])
    painter.end()
    image.save(str(OUT))
    print(f"{OUT.name}: {image.width()} x {image.height()}, {OUT.stat().st_size} bytes")


def furniture(painter: QPainter) -> None:
    """Tables, shelves, the desk of the reception, and dashed chairs."""
    dashes = QPen(CHAIR, 1.5)
    dashes.setDashPattern([2.5, 2])
    painter.setPen(dashes)
    for x, y in CHAIRS:
        painter.drawEllipse(QPointF(x, y), 8.5, 8.5)
    painter.setPen(QPen(EDGE, 1))
    painter.setBrush(WOOD)
    for box in TABLES:
        radius = min(box[2:]) * 0.36
        painter.drawRoundedRect(QRectF(*box), radius, radius)
    for box in (*SMALL, *SHELVES):
        painter.drawRoundedRect(QRectF(*box), 4, 4)
    counter = QPainterPath(QPointF(634, 470))
    counter.lineTo(704, 470)
    counter.quadTo(725, 470, 725, 491)
    counter.lineTo(725, 521)
    counter.lineTo(706, 521)
    counter.lineTo(706, 489)
    counter.lineTo(634, 489)
    counter.closeSubpath()
    painter.drawPath(counter)


if __name__ == "__main__":
    main()
