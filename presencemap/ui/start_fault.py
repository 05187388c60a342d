"""When the profile can't be opened: say so in a window, since a desktop shows nobody our stderr."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from presencemap.ui.sentences import sentence


def tell_start_fault(error: Exception) -> None:
    """Say what is wrong and what to do, until the person has read it."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        QCoreApplication.translate("StartFault", "Presence Map"),
        QCoreApplication.translate("StartFault", "Presence Map can't start"),
    )
    box.setInformativeText(sentence(error))
    # It names paths, and would be read as markup where one looks like that.
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
