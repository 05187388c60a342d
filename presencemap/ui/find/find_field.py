"""The field at the top: a few letters, and whoever or whatever is meant, one Enter away.

Owns the field and the list below it. Whom it finds it tells by signals; where that leads, the
window decides.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QSizePolicy, QVBoxLayout, QWidget

from presencemap.domain.finding import Subject, SubjectKind
from presencemap.domain.job import Job
from presencemap.domain.topic_graph import Question
from presencemap.ui import assets
from presencemap.ui.controls import ENTER, Label, dress
from presencemap.ui.find.result_list import ResultDelegate, ResultModel
from presencemap.ui.find.searcher import Searcher
from presencemap.ui.find.subjects import Known
from presencemap.ui.key_cap import KeyCap
from presencemap.ui.painting.shadow import paint_floating
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.ports import Towns
from presencemap.ui.theme import appearance

KEYS = "Ctrl K"
_WIDEST = 420
_NARROWEST = 120
_AIR = 12
"""Around the list, for its shadow."""
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindField(QLineEdit):
    """`person`, `place`, `topic`, `job` carry an id each, `town` a label of the gazetteer.

    `quiet_topic`: one that nobody is on. `sought`: somebody comes to seek.
    """

    person = Signal(str)
    place = Signal(str)
    topic = Signal(str)
    quiet_topic = Signal(str)
    job = Signal(str)
    town = Signal(str)
    sought = Signal()
    left = Signal()

    def __init__(self, roster: RosterModel, towns: Towns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roster = roster
        self._questions: tuple[Question, ...] = ()
        self._topics: tuple[str, ...] = ()
        self._jobs: tuple[Job, ...] = ()
        self.searcher = Searcher(self._known, towns, self)
        self.results = ResultModel(roster, self)
        self.popup = _Results(self.results)
        self._cap = KeyCap(KEYS, self)
        self.setPlaceholderText(self.tr("Find a person, topic or place"))
        self.setAccessibleName(self.tr("Find a person, topic or place"))
        self.setAccessibleDescription(KEYS)
        self.setMaximumWidth(_WIDEST)
        self.setMinimumWidth(_NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self, search=True)
        self._glass = self.addAction(
            assets.icon("search", appearance().theme.colour("ink3")),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._glass.setText(self.placeholderText())
        self.textChanged.connect(self._typed)
        self.searcher.found.connect(self._show)
        self.popup.list.clicked.connect(self._clicked)
        appearance().changed.connect(self._look_changed)
        self._look_changed()

    def seek(self) -> None:
        """Put the caret here, over what was sought before."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def set_questions(self, questions: tuple[Question, ...]) -> None:
        """What is asked in the open, for who is on a topic."""
        self._questions = questions

    def set_jobs(self, jobs: tuple[Job, ...]) -> None:
        """The jobs, also those that nobody is on."""
        self._jobs = jobs

    def set_topics(self, topics: tuple[str, ...]) -> None:
        """The topics that somebody names, also those that nobody is on."""
        if topics != self._topics:
            self._topics = topics
            self.searcher.refresh()

    def stop(self) -> None:
        """Let the searcher end; call it before the field goes."""
        self.searcher.close()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field while something stands in it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Enter goes there, Esc closes: the list, then the search."""
        key = Qt.Key(event.key())
        if key in _MOVES and self.popup.isVisible():
            self.popup.move_by(_MOVES[key])
            self.setAccessibleDescription(self.popup.summary())
        elif key in ENTER:
            self._go(self.results.subject(self.popup.list.currentIndex().row()))
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Who is there now is what will be found."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.searcher.refresh()
        self.sought.emit()
        self._cap.hide()
        self._typed()

    def focusOutEvent(self, event: object) -> None:
        """The list goes with the caret."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.popup.hide()
        self._look_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key at the right end."""
        super().resizeEvent(event)
        self._look_changed()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The list stays below the field when the window changes."""
        if event.type() == QEvent.Type.Resize and self.popup.isVisible():
            self.popup.place_below(self)
        return False

    def _known(self) -> Known:
        roster = self._roster
        people = roster.cards(), roster.places, roster.now(), roster.names
        return Known(*people, self._questions, self._topics, self._jobs)

    @Slot()
    def _typed(self) -> None:
        text = self.text().strip()
        if text and self.hasFocus():
            self.searcher.search(text)
        else:
            self.popup.hide()

    @Slot(str, object)
    def _show(self, text: str, found: list[Subject]) -> None:
        if text != self.text().strip() or not self.hasFocus():
            return
        self.results.show(found)
        self.popup.show_for(self, text)
        self.setAccessibleDescription(self.popup.summary())

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._go(self.results.subject(index.row()))

    def _go(self, subject: Subject | None) -> None:
        if subject is None:
            return
        self.clear()
        self._leave()
        signals = {
            SubjectKind.PERSON: self.person,
            SubjectKind.PLACE: self.place,
            SubjectKind.TOPIC: self.topic if subject.people else self.quiet_topic,
            SubjectKind.JOB: self.job,
            SubjectKind.TOWN: self.town,
        }
        signals[subject.kind].emit(subject.id)

    def _leave(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()
        self.popup.hide()

    @Slot()
    def _look_changed(self) -> None:
        theme = appearance().theme
        self._glass.setIcon(assets.icon("search", theme.colour("ink3")))
        size = self._cap.sizeHint()
        roomy = self.width() > size.width() + theme.text_width("body", self.placeholderText()) + 60
        self._cap.setVisible(roomy and not self.hasFocus() and not self.text())
        self._cap.setGeometry(
            self.width() - size.width() - 10,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )


class _Results(QWidget):
    """The list below the field, over the window's other parts; the caret stays in the field."""

    def __init__(self, results: ResultModel) -> None:
        super().__init__()
        self._results = results
        self._nothing = Label("", "body", "ink2", wrap=True)
        self._nothing.setContentsMargins(_AIR, 0, _AIR, 0)
        self.list = QListView()
        self.list.setModel(results)
        self.list.setItemDelegate(ResultDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        dress(self.list, found=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(_AIR + 1, _AIR + 6, _AIR + 1, _AIR + 6)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        self.hide()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows, around = self._results.rowCount(), 2 * (_AIR + 6)
        if rows:
            return QSize(_WIDEST, rows * self.list.sizeHintForRow(0) + around)
        return QSize(_WIDEST, self._nothing.sizeHint().height() + 2 * _AIR + around)

    def show_for(self, field: QWidget, text: str) -> None:
        """Open below the field with what was found; say so where that is nothing."""
        rows = self._results.rowCount()
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        words = self.tr("Nobody and nothing here is called “{text}”")
        self._nothing.setText(words.format(text=text))
        self.list.setCurrentIndex(self._results.index(0))
        if self.parentWidget() is not field.window():
            self.setParent(field.window())
            field.window().installEventFilter(field)
        self.place_below(field)
        self.show()
        self.raise_()

    def place_below(self, field: QWidget) -> None:
        """As wide as the field or wider, inside the window."""
        window = field.window()
        wide = max(field.width(), min(_WIDEST, window.width() - 16)) + 2 * _AIR
        corner = field.mapTo(window, QPoint(0, field.height()))
        left = max(0, min(corner.x() - _AIR, window.width() - wide))
        self.setGeometry(left, corner.y() - _AIR + 4, wide, self.sizeHint().height())

    def move_by(self, step: int) -> None:
        """Choose the next or the one before, round the ends."""
        row = (self.list.currentIndex().row() + step) % max(1, self._results.rowCount())
        self.list.setCurrentIndex(self._results.index(row))

    def summary(self) -> str:
        """Which of how many is chosen, for a screen reader: the caret stays in the field."""
        count, at = self._results.rowCount(), self.list.currentIndex()
        if not count:
            return self._nothing.text()
        chosen = at.data(Qt.ItemDataRole.AccessibleTextRole)
        words = self.tr("{result}, {number} of {count}")
        return words.format(result=chosen, number=at.row() + 1, count=count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A floating surface."""
        theme = appearance().theme
        box = QRectF(self.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        paint_floating(QPainter(self), theme, box, theme.radius("card"))
