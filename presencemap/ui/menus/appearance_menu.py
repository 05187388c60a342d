"""How the windows look, as a menu: light or dark, the text, a compact list, less motion.

Owns the entries. What is chosen, the window keeps.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from presencemap.ui.theme import Mode, appearance

TEXT_SIZES: Final = (1.0, 1.15, 1.3, 1.5)


class AppearanceMenu(QMenu):
    """``text_chosen`` carries one of the sizes, 1.0 for the usual one."""

    mode_chosen = Signal(object)
    text_chosen = Signal(float)
    compact_chosen = Signal(bool)
    motion_chosen = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        looks, texts = QActionGroup(self), QActionGroup(self)
        words = {
            Mode.SYSTEM: self.tr("As the system"),
            Mode.LIGHT: self.tr("Light"),
            Mode.DARK: self.tr("Dark"),
        }
        for mode, word in words.items():
            action = self._choice(looks, word, on=appearance().mode is mode)
            action.triggered.connect(lambda _=False, mode=mode: self.mode_chosen.emit(mode))
        self.addSeparator()
        for size in TEXT_SIZES:
            word = self.tr("Text {percent} %").format(percent=round(size * 100))
            action = self._choice(texts, word, on=appearance().theme.text_scale == size)
            action.triggered.connect(lambda _=False, size=size: self.text_chosen.emit(size))
        self.addSeparator()
        compact = self.addAction(self.tr("Compact list"))
        compact.setCheckable(True)
        compact.setChecked(appearance().theme.compact)
        compact.triggered.connect(self.compact_chosen)
        self.less_motion = self.addAction(self.tr("Less motion"))
        self.less_motion.setCheckable(True)
        self.less_motion.triggered.connect(self.motion_chosen)

    def _choice(self, group: QActionGroup, word: str, *, on: bool) -> QAction:
        action = self.addAction(word)
        action.setCheckable(True)
        action.setChecked(on)
        action.setActionGroup(group)
        return action
