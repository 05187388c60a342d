"""Two lines of a row, one over the other: what it is, and what is to know of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def two_lines(upper: QWidget, lower: QWidget, *, spacing: int = 0) -> QVBoxLayout:
    """A layout of both, so many px apart."""
    made = QVBoxLayout()
    made.setSpacing(spacing)
    made.addWidget(upper)
    made.addWidget(lower)
    return made
