"""The list of a place's people: a menu, so that keys, screen readers and touch work as anywhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from presencemap.ui.controls import plain
from presencemap.ui.map.scene import Face
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.theme import appearance
from presencemap.ui.theme.tokens import Theme

_FACE = 24
_BOX = 28


def people_menu(
    parent: QWidget, title: str, faces: Sequence[Face], chosen: Callable[[str], None]
) -> QMenu:
    """A menu that calls ``chosen`` with the id of the person picked. It deletes itself."""
    theme = appearance().theme
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(title)
    heading = menu.addAction(plain(title))
    heading.setEnabled(False)
    for face in faces:
        word = availability_word(face.availability)
        action = QAction(face_icon(face, theme, parent.devicePixelRatioF()), "", menu)
        action.setText(plain(f"{face.name}, {word.lower()}"))
        action.setIconVisibleInMenu(True)
        action.setData(face.person)
        menu.addAction(action)
    menu.triggered.connect(lambda action: chosen(action.data()))
    return menu


def face_icon(face: Face, theme: Theme, scale: float) -> QIcon:
    """A face with its availability, for a menu row."""
    drawn = QPixmap(QSize(_BOX, _BOX) * scale)
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_face(
        painter,
        theme,
        face.person,
        face.initials,
        corner=QPointF(0, 1),
        size=_FACE,
        availability=face.availability,
        under=theme.colour("raised"),
        stale=face.stale,
    )
    painter.end()
    return QIcon(drawn)
