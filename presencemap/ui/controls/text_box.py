"""A short text: an editor with topics in accent and the ring that counts its characters down."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from presencemap.domain.graphemes import length
from presencemap.domain.links import parted
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean
from presencemap.domain.topic import topic_spans
from presencemap.ui.controls.labels import Label
from presencemap.ui.controls.ring_counter import RingCounter
from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.theme import appearance

_LINES = 3


class TopicHighlighter(QSyntaxHighlighter):
    """Colours the ``#topics``; follows the look."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        appearance().changed.connect(self._repaint)

    def highlightBlock(self, text: str) -> None:
        """Accent for every topic of the line."""
        look = QTextCharFormat()
        look.setForeground(appearance().theme.colour("accent"))
        for start, end in topic_spans(text):
            # Qt counts UTF-16 units, Python characters.
            begin = utf16(text[:start])
            self.setFormat(begin, utf16(text[start:end]), look)

    @Slot()
    def _repaint(self) -> None:
        self.rehighlight()


def utf16(text: str) -> int:
    """How long a text is for Qt."""
    return len(text.encode("utf-16-le")) // 2


class _Editor(QPlainTextEdit):
    """Plain text that tells when it has the focus: the frame around it shows it."""

    focused = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)


class TextBox(QFrame):
    """Editor, hint and counter in one frame. `edited` fires when the person changes the text."""

    edited = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        limit: int = MAX_TEXT,
        asks: str = "",
        hint: str = "",
        without_links: bool = False,
    ) -> None:
        """Without links: they don't count."""
        super().__init__(parent)
        self._without_links = without_links
        self._lines = _LINES
        self._asks = asks or self.tr("What are you on")
        self.editor = _Editor()
        self.editor.setTabChangesFocus(True)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor.setStyleSheet(
            "QPlainTextEdit, QPlainTextEdit:focus "
            "{ border: none; background: transparent; padding: 0; }"
        )
        self.editor.document().setDocumentMargin(0)
        self.editor.viewport().setAutoFillBackground(False)
        self._highlighter = TopicHighlighter(self.editor.document())
        self.ring = RingCounter(limit)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(Label(hint or self.tr("# adds a topic"), "small", "ink3"))
        foot.addStretch(1)
        foot.addWidget(self.ring)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.editor)
        column.addLayout(foot)
        self.setFocusProxy(self.editor)
        self.editor.textChanged.connect(self._changed)
        self.editor.focused.connect(self._focused)
        self.ring.announced.connect(self._announce)
        appearance().changed.connect(self._fit)
        self._fit()
        self._changed()

    @property
    def text(self) -> str:
        """The text as typed."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Another text; the caret goes to its end."""
        if text != self.text:
            self.editor.setPlainText(text)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def put(self, text: str) -> None:
        """In place of all that stands there, as if it were typed: Ctrl+Z takes it back."""
        caret = self.editor.textCursor()
        caret.select(caret.SelectionType.Document)
        caret.insertText(text)
        self.editor.setTextCursor(caret)

    def set_lines(self, lines: int) -> None:
        """As high as so many lines."""
        self._lines = lines
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame: accent while the editor has the focus."""
        theme = appearance().theme
        focused = self.editor.hasFocus()
        paint_frame(
            QPainter(self),
            theme,
            QRectF(self.rect()),
            theme.radius("control"),
            edge="focus" if focused else "borderStrong",
            width=2 if focused else 1,
        )

    @Slot()
    def _changed(self) -> None:
        counted = parted(self.text)[0] if self._without_links else self.text
        self.ring.set_used(length(clean(counted)))
        self.editor.setAccessibleName(
            self.tr("{asks}, {counter}").format(asks=self._asks, counter=self.spoken())
        )
        self.edited.emit()

    def spoken(self) -> str:
        """The counter in whole words."""
        if self.ring.left < 0:
            return self.tr("%n character(s) too many", "", -self.ring.left)
        return self.tr("%n character(s) left", "", self.ring.left)

    @Slot(str)
    def _announce(self, _words: str) -> None:
        event = QAccessibleAnnouncementEvent(self.editor, self.spoken())
        QAccessible.updateAccessibility(event)

    @Slot(bool)
    def _focused(self, _on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self.update()

    @Slot()
    def _fit(self) -> None:
        self.editor.setFont(appearance().theme.font("post"))
        self.editor.setFixedHeight(appearance().theme.line("post") * self._lines + 2)
