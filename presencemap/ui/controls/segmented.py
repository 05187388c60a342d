"""A segmented control: a few exclusive choices in one sunken bar."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from presencemap.ui.controls.choice import Choice
from presencemap.ui.controls.themed import ThemedIcon, dress
from presencemap.ui.theme import appearance

_AIR = 3
"""Px of the bar around its choices."""


class Segmented(QFrame):
    """Choices by key. `chosen` carries the key of a choice made by the person."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keys: dict[str, Choice] = {}
        self._icons: list[ThemedIcon] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(2)
        dress(self, segmented=True)
        appearance().hit_changed.connect(self._fit)
        self._fit()

    def add(self, key: str, text: str, icon: str = "") -> Choice:
        """Add a choice at the end; the first one added is chosen."""
        button = Choice(text)
        if icon:
            self._icons.append(ThemedIcon(button, icon, "ink2", checked="ink"))
        dress(button, variant="segment", touch=appearance().narrow)
        button.setProperty("focusInset", self._inset)
        self._keys[key] = button
        self._group.addButton(button)
        self._row.addWidget(button)
        if len(self._keys) == 1:
            button.setChecked(True)
        return button

    @property
    def value(self) -> str:
        """The key that is chosen, "" for an empty bar."""
        return next((key for key, button in self._keys.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose without a signal."""
        self._keys[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self._keys)
        if not step or not keys:
            super().keyPressEvent(event)
            return
        key = keys[(keys.index(self.value) + step) % len(keys)]
        self._keys[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self._keys[key].click()

    @property
    def _inset(self) -> int:
        """Px of the bar above a choice that belong to it: where it is narrow one presses there."""
        return _AIR if appearance().narrow else 0

    @Slot()
    def _fit(self) -> None:
        upper = _AIR - self._inset
        self._row.setContentsMargins(_AIR, upper, _AIR, upper)
        for button in self._keys.values():
            button.setProperty("focusInset", self._inset)
            dress(button, touch=appearance().narrow)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, known in self._keys.items() if known is button))
