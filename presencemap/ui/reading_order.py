"""Tab goes through a window as the eye reads it, whenever its parts were made.

Qt's own chain is the order of making: what comes later is last in it, wherever it stands. Owns
which part comes after which; knows none of them.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QMainWindow,
    QScrollArea,
    QWidget,
)

_TAB = Qt.FocusPolicy.TabFocus
_ROW = "ownFocus"
"""A list that has it gives the keyboard to the row in it that has it too, where there is one."""


class ReadingWindow(QMainWindow):
    """Read from the top down and from left to right; what floats over parts comes after them."""

    def focusNextPrevChild(self, on: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Tab and Shift Tab, wherever the keyboard is."""
        focus = QApplication.focusWidget()
        order = stops(self, focus)
        if not order:
            return super().focusNextPrevChild(on)
        at = order.index(focus) if focus in order else -1 if on else 0
        there = order[(at + (1 if on else -1)) % len(order)]
        reasons = Qt.FocusReason
        there.setFocus(reasons.TabFocusReason if on else reasons.BacktabFocusReason)
        _show(QApplication.focusWidget() or there)
        return True


def stops(part: QWidget, focus: QWidget | None = None) -> list[QWidget]:
    """Where Tab comes to inside a part, in order; ``focus`` is among them though it be none."""
    return [*_stops(part, focus)]


def _stops(part: QWidget, focus: QWidget | None) -> Iterator[QWidget]:
    if isinstance(part, QComboBox | QAbstractSpinBox):
        return
    for each in _read(part):
        inside = [*_stops(each, focus)]
        if each is focus or (_is_stop(each) and not _gives_on(each, inside)):
            yield each
        yield from inside


def _read(part: QWidget) -> Iterator[QWidget]:
    """What is shown in a part: what is laid out there, then what floats over that."""
    children = (each for each in part.children() if isinstance(each, QWidget))
    shown = [each for each in children if not each.isHidden() and not each.isWindow()]
    laid = {*_laid(part.layout())}
    yield from _rows(each for each in shown if each in laid)
    yield from _rows(each for each in shown if each not in laid)


def _laid(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif isinstance(item, QLayout):
            yield from _laid(item)


def _rows(parts: Iterable[QWidget]) -> Iterator[QWidget]:
    """From the top down; those that stand beside each other from left to right."""
    row: list[QWidget] = []
    for each in sorted(parts, key=lambda part: (part.y(), part.x())):
        if row and not _beside(row[0], each):
            yield from sorted(row, key=QWidget.x)
            row = []
        row.append(each)
    yield from sorted(row, key=QWidget.x)


def _beside(one: QWidget, other: QWidget) -> bool:
    """Whether the middle of each is at the height of the other."""
    pairs = ((one.geometry(), other.geometry()), (other.geometry(), one.geometry()))
    return all(a.top() <= b.center().y() <= a.bottom() for a, b in pairs)


def _is_stop(part: QWidget) -> bool:
    """Of buttons that exclude each other the one that is chosen, else what takes Tab."""
    if not part.isEnabled():
        return False
    if isinstance(part, QAbstractButton) and part.autoExclusive() and _one_is_chosen(part):
        return part.isChecked()
    return part.focusPolicy() & _TAB == _TAB


def _one_is_chosen(button: QAbstractButton) -> bool:
    """Among those beside it that exclude each other.

    Neither its group is asked for nor anything's focus proxy: PySide takes these for children of
    whom it asks, which go with it.
    """
    parent = button.parentWidget()
    beside = parent.children() if parent is not None else []
    return any(
        isinstance(each, QAbstractButton)
        and each.autoExclusive()
        and each.isChecked()
        and each.isVisible()
        for each in beside
    )


def _gives_on(part: QWidget, inside: Iterable[QWidget]) -> bool:
    rows = isinstance(part, QAbstractScrollArea) and part.property(_ROW)
    return bool(rows) and any(each.property(_ROW) for each in inside)


def _show(part: QWidget) -> None:
    """Scroll it into sight."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, 24)
        around = around.parentWidget()
