"""A labelled field: name above, help below, and one sentence when something is wrong."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from presencemap.ui.controls.labels import Label
from presencemap.ui.controls.themed import dress


def clearable(field: QLineEdit) -> None:
    """Offer to empty it; Qt's own button has no name for who hears it."""
    field.setClearButtonEnabled(True)
    clear = field.findChild(QAction, "_q_qlineeditclearaction")
    if clear is not None:
        clear.setText(QCoreApplication.translate("Field", "Clear"))


class Field(QWidget):
    """An editor with label, help and error; the label is the editor's accessible name."""

    def __init__(
        self, label: str, editor: QWidget, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._help_text = help_text
        self._label = Label(label, "small", "ink2")
        dress(self._label, strong=True)
        self._label.setBuddy(editor)
        self._note = Label(help_text, "small", "ink3", wrap=True)
        # Shown before it is in the column, it would be a window of its own for a moment.
        if not help_text:
            self._note.hide()
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(help_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._note)

    @property
    def error(self) -> str:
        """The sentence shown, "" when all is well."""
        return self._note.text() if self.editor.property("invalid") else ""

    def set_error(self, sentence: str) -> None:
        """Show what is wrong and what to do; "" takes it away."""
        wrong = bool(sentence)
        self._note.setText(sentence or self._help_text)
        self._note.set_tone("danger" if wrong else "ink3")
        self._note.setVisible(wrong or bool(self._help_text))
        self.editor.setAccessibleDescription(sentence or self._help_text)
        dress(self.editor, invalid=wrong)
        # Whoever asks the layout around it at once would get the height of the sentence before.
        self.updateGeometry()
