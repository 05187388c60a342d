"""Guards against PySide6 builds that lose references; mirrors no one module.

PySide6 6.12.0 on Python 3.11 drops a reference to `True` with each `Signal.emit`, until the
interpreter aborts ("bool_dealloc"). From Python 3.12 on these objects are immortal: PySide6, built
for the stable ABI of 3.10, counts them down there in every release, and nothing comes of it.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QMetaObject,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

TIMES = 2000
NOISE = 200  # references that come and go by other means
# So many to spare that a broken PySide6 fails the test before it aborts the interpreter.
SPARE = [[each] * 10 * TIMES for each in (None, True, False)]


class Bell(QObject):
    """Rings, and hears itself, in the ways that the window uses."""

    rung = Signal()
    told = Signal(object)
    switched = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.rung.connect(self.hear)
        self.told.connect(lambda _: None)
        self.switched.connect(lambda _: None, Qt.ConnectionType.DirectConnection)

    @Slot()
    def hear(self) -> None:
        self.heard += 1


class Rows(QAbstractListModel):
    """Answers Qt's calls into Python with None and booleans."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        return 3

    def data(self, _index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return {Qt.ItemDataRole.DisplayRole: "row", Qt.ItemDataRole.UserRole: True}.get(role)


def emit_signals() -> Callable[[], None]:
    bell = Bell()

    def ring() -> None:
        bell.rung.emit()
        bell.told.emit(None)
        bell.told.emit(True)
        bell.switched.emit(True)
        bell.switched.emit(False)

    return ring


def invoke_slots() -> Callable[[], None]:
    bell = Bell()
    return lambda: QMetaObject.invokeMethod(bell, "hear", Qt.ConnectionType.DirectConnection)


def set_properties() -> Callable[[], None]:
    bell = Bell()

    def set_all() -> None:
        bell.setProperty("on", True)
        bell.setProperty("off", False)
        bell.setProperty("none", None)
        bell.property("on")
        bell.blockSignals(False)

    return set_all


def read_models() -> Callable[[], None]:
    rows = Rows()
    index = rows.index(0, 0)

    def read() -> None:
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole, 999):
            rows.data(index, role)
            index.data(role)
        rows.dataChanged.emit(index, index)

    return read


def click_buttons() -> Callable[[], None]:
    button = QPushButton()
    button.setCheckable(True)
    button.clicked.connect(lambda _checked: None)
    return button.click


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal here")
@pytest.mark.parametrize(
    "deed", [emit_signals, invoke_slots, set_properties, read_models, click_buttons]
)
def test_no_reference_to_a_shared_object_is_lost(
    qtbot: QtBot, deed: Callable[[], Callable[[], None]]
) -> None:
    act = deed()
    act()
    before = {each: sys.getrefcount(each) for each in (None, True, False)}

    for _ in range(TIMES):
        act()

    lost = {each: before[each] - sys.getrefcount(each) for each in before}
    assert max(lost.values()) < NOISE, f"references lost in {TIMES} calls: {lost}"


def test_the_deeds_reach_python(qtbot: QtBot) -> None:
    bell = Bell()
    bell.rung.emit()
    QMetaObject.invokeMethod(bell, "hear", Qt.ConnectionType.DirectConnection)
    assert bell.heard == 2
