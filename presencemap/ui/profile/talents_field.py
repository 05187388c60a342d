"""Talents as chips in a field: Enter or a comma adds one, Backspace takes the last away."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from presencemap.domain.person import MAX_TALENT, MAX_TALENTS
from presencemap.domain.text import clean, fold
from presencemap.ui.controls import ENTER, dress, plain
from presencemap.ui.controls.flow import FlowLayout
from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.theme import appearance


class _Line(QLineEdit):
    """The place where the next talent is typed."""

    emptied = Signal()
    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif event.text() in {",", ";"} or (event.key() in ENTER and self.text().strip()):
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class TalentsField(QFrame):
    """`changed` after every change, also of what is half typed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talents: list[str] = []
        self._chips: list[QPushButton] = []
        self.line = _Line()
        self.line.setMaxLength(MAX_TALENT)
        self.line.setMinimumWidth(110)
        self.line.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0 2px; "
            "min-height: 22px; }"
        )
        self.line.setPlaceholderText(self.tr("add …"))
        self.line.setAccessibleName(self.tr("Add a talent"))
        # The flow has no margins of its own.
        inside = QWidget()
        self._flow = FlowLayout(inside, 6)
        self._flow.addWidget(self.line)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(inside)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.line.ended.connect(self.take_typed)
        self.line.emptied.connect(self._remove_last)
        self.line.editingFinished.connect(self.take_typed)
        self.line.textChanged.connect(self._changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def talents(self) -> tuple[str, ...]:
        """In the order they were added; what is half typed counts."""
        typed = clean(self.line.text())
        known = {fold(talent) for talent in self._talents}
        extra = (typed,) if typed and fold(typed) not in known else ()
        return (*self._talents, *extra)

    def set_talents(self, talents: tuple[str, ...]) -> None:
        """Replace them all."""
        self._talents = []
        for chip in self._chips:
            chip.deleteLater()
        self._chips = []
        self.line.clear()
        for talent in talents:
            self.add(talent)

    def add(self, talent: str) -> None:
        """Add one, unless it is there already or the limit is reached."""
        talent = clean(talent)
        known = {fold(each) for each in self._talents}
        if not talent or fold(talent) in known or len(self._talents) >= MAX_TALENTS:
            return
        self._talents.append(talent)
        chip = QPushButton(f"{plain(talent)}  ×", self)
        chip.setAutoDefault(False)
        chip.setAccessibleName(self.tr("Remove the talent {name}").format(name=talent))
        chip.setToolTip(self.tr("Remove"))
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        dress(chip, variant="chip", on=True, focusRadius=12)
        chip.clicked.connect(lambda: self._remove(talent))
        self._chips.append(chip)
        self._flow.removeWidget(self.line)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.line)
        chip.show()
        # In their order after the line; before it the chain breaks: the line is a focus proxy.
        QWidget.setTabOrder(self._chips[-2] if len(self._chips) > 1 else self.line, chip)
        self._grown()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click anywhere goes on typing."""
        self.line.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame of a field, accent while the caret is in it."""
        theme = appearance().theme
        focused = self.line.hasFocus()
        tone = "danger" if self.property("invalid") else "focus" if focused else "borderStrong"
        paint_frame(
            QPainter(self),
            theme,
            QRectF(self.rect()),
            theme.radius("control"),
            edge=tone,
            width=2 if focused else 1,
        )

    @Slot()
    def take_typed(self) -> None:
        """Make a chip of what is typed."""
        text = self.line.text()
        self.line.clear()
        self.add(text)

    @Slot()
    def _remove_last(self) -> None:
        if self._talents:
            self._remove(self._talents[-1])

    def _remove(self, talent: str) -> None:
        place = self._talents.index(talent)
        del self._talents[place]
        chip = self._chips.pop(place)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.line.setFocus()
        self._grown()

    def _grown(self) -> None:
        self._flow.invalidate()
        self._column.invalidate()
        self.updateGeometry()
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.update()
