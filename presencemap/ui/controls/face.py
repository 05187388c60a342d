"""A person's face as a widget."""

from PySide6.QtCore import QPointF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from presencemap.domain.availability import Availability
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.painting.avatar import avatar, paint_face
from presencemap.ui.theme.appearance import appearance

_OVERHANG = 6


class Face(QWidget):
    """Avatar, and availability where that is said; `under` is the token of what it lies on."""

    def __init__(self, size: int, under: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._under = under
        self._person = ""
        self._initials = ""
        self._availability: Availability | None = None
        self._stale = False
        self._bare = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self._repaint)

    def show_person(
        self,
        person: str,
        name: str,
        initials: str,
        availability: Availability | None,
        *,
        stale: bool = False,
    ) -> None:
        """Whose face; availability None is offline."""
        self._person, self._initials = person, initials
        self._availability, self._stale, self._bare = availability, stale, False
        self.setAccessibleName(f"{name}, {availability_word(availability)}")
        self.update()

    def show_bare(self, person: str, name: str, initials: str) -> None:
        """Whose face, where nothing is said of how available they are."""
        self._person, self._initials, self._bare = person, initials, True
        self.setAccessibleName(name)
        self.update()

    def become_as_large_as(self, size: int) -> None:
        """Another size, px."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The face and what its badge hangs over."""
        return QSize(self._size + _OVERHANG, self._size + _OVERHANG)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The face at the top left."""
        theme = appearance().theme
        painter = QPainter(self)
        if self._bare:
            scale = self.devicePixelRatioF()
            face = avatar(theme, self._person, self._initials, self._size, scale)
            painter.drawPixmap(QPointF(0, 0), face)
            return
        paint_face(
            painter,
            theme,
            self._person,
            self._initials,
            corner=QPointF(0, 0),
            size=self._size,
            availability=self._availability,
            under=theme.colour(self._under),
            stale=self._stale,
        )

    @Slot()
    def _repaint(self) -> None:
        self.update()
