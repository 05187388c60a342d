"""Who rings, and who doesn't."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.map.arrivals import GLIDE_MS, MOST, Arrivals, Origin
from presencemap.ui.map.scene import Face
from presencemap.ui.theme import Appearance


def nowhere(_lat: float, _lon: float) -> QPointF:
    return QPointF()


def test_the_first_sight_is_no_arrival(qapp: object) -> None:
    arrivals = Arrivals()
    arrivals.watch(["ann"])
    assert arrivals.ringing == ()
    arrivals.watch([])
    assert arrivals.ringing == ()


def test_who_comes_or_moves_rings_once(qtbot: QtBot) -> None:
    arrivals = Arrivals()
    arrivals.watch(["ann"])
    arrivals.watch(["ann", "bo"])
    assert arrivals.ringing == ("ann", "bo")
    qtbot.waitUntil(lambda: arrivals.ringing == ())
    arrivals.watch(["ann"])
    assert arrivals.ringing == (), "within 5 s of the last"


def test_at_most_three_at_a_time(qapp: object) -> None:
    arrivals = Arrivals()
    arrivals.watch([])
    arrivals.watch([str(number) for number in range(9)])
    assert len(arrivals.ringing) == MOST


def test_none_with_reduced_motion_or_while_typing(qtbot: QtBot) -> None:
    still = Arrivals()
    still.reduced_motion = True
    still.watch([])
    still.watch(["ann"])
    assert still.ringing == ()
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    arrivals = Arrivals()
    arrivals.watch([])
    arrivals.watch(["ann"])
    assert arrivals.ringing == ()


def test_the_ring_is_round_the_plate_and_skips_who_has_none(qapp: object, look: Appearance) -> None:
    arrivals = Arrivals()
    arrivals.watch([])
    arrivals.watch(["ann", "bo"])
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    body = QRectF(60, 60, 80, 50)
    arrivals.paint(painter, look.theme, lambda person: body if person == "ann" else None, nowhere)
    painter.end()
    column = [image.pixelColor(100, y).alpha() for y in range(40, 64)]
    assert max(column) > 100
    assert image.pixelColor(100, 85).alpha() == 0


def test_who_moves_glides_from_where_they_were_and_rings_there(
    qtbot: QtBot, look: Appearance
) -> None:
    arrivals = Arrivals()
    arrivals.watch([])
    ann = Face("ann", "Ann", "AN", Availability.AVAILABLE)
    arrivals.watch(["ann"], {"ann": Origin(ann, 51.0, 3.0)})
    arrivals._motion.pause()
    body = QRectF(150, 150, 40, 40)

    def shown(ms: int) -> QImage:
        arrivals._motion.setCurrentTime(ms)
        image = QImage(200, 200, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        arrivals.paint(painter, look.theme, lambda _: body, lambda *_: QPointF(30, 30))
        painter.end()
        return image

    begun, on_the_way, there = shown(0), shown(80), shown(GLIDE_MS + 20)
    assert begun.pixelColor(30, 30).alpha() == 255
    assert begun.pixelColor(100, 100).alpha() == 0
    covered = [at for at in range(200) if on_the_way.pixelColor(at, at).alpha() == 255]
    assert 45 < covered[0] < covered[-1] < 150
    assert there.pixelColor(30, 30).alpha() == there.pixelColor(100, 100).alpha() == 0
    assert max(there.pixelColor(170, y).alpha() for y in range(135, 152)) > 100
    arrivals._motion.resume()
    qtbot.waitUntil(lambda: arrivals.ringing == ())


def test_another_picture_has_no_arrivals(qapp: object, look: Appearance) -> None:
    arrivals = Arrivals()
    arrivals.watch(["ann"])
    arrivals.forget()
    arrivals.watch(["ann"])
    assert arrivals.ringing == ()
    arrivals.watch(["ann"])
    assert arrivals.ringing == ("ann",)
