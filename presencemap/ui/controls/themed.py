"""Dynamic properties and icons of controls, kept right when the look changes. Knows no screen."""

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from presencemap.ui import assets
from presencemap.ui.theme.appearance import appearance


def dress(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties (`variant`, `role`, `tone` ...) and let the sheet take them."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return  # To polish a widget costs more than all else that is done with it.
    for name, value in properties.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # Qt polishes it before it shows, once for all properties.
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def polish(part: QWidget) -> None:
    """Give it and all in it their looks now, which else the first question for its size does."""
    for each in (part, *part.findChildren(QWidget)):
        each.ensurePolished()


def plain(text: str) -> str:
    """Text for a button or menu item as it is: `&` is no mnemonic there."""
    return text.replace("&", "&&")


class ThemedIcon(QObject):
    """The icon of a button, by name and colour tokens; follows the look, dies with the button."""

    def __init__(
        self, button: QAbstractButton, name: str, tone: str, checked: str = "", size: int = 16
    ) -> None:
        super().__init__(button)
        self._button = button
        self._name = name
        self._tone = tone
        self._checked = checked or tone
        self._size = size
        appearance().changed.connect(self.draw)
        self.draw()

    def become(self, name: str, tone: str = "") -> None:
        """Show another icon, or the same in another tone."""
        before = self._name, self._tone, self._checked
        self._name = name
        if tone:
            self._tone = self._checked = tone
        if (self._name, self._tone, self._checked) != before:
            self.draw()

    @Slot()
    def draw(self) -> None:
        """Take the colours of the look that is on."""
        theme = appearance().theme
        size = theme.px(self._size)
        gap = 4 if self._button.text() else 0
        made = assets.icon(
            self._name,
            theme.colour(self._tone),
            size,
            checked=theme.colour(self._checked),
            disabled=theme.colour("ink3"),
            gap=gap,
        )
        self._button.setIcon(made)
        self._button.setIconSize(QSize(size + gap, size))
