"""Push buttons and icon buttons in the variants of the style sheet."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from presencemap.ui.controls.choice import ENTER
from presencemap.ui.controls.labels import set_tip
from presencemap.ui.controls.themed import ThemedIcon, dress
from presencemap.ui.theme.appearance import appearance


class Button(QPushButton):
    """The default button: framed, on the surface. `icon` is a Lucide name.

    In a narrow window it is high; a ``small`` one, as they stand in rows, if it is for ``touch``.
    """

    variant = ""
    tone = "ink"

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        small: bool = False,
        touch: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._glyph = _ThemedIconHolder(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._grows = touch or not small
        dress(self, variant=self.variant, small=small)
        if self._grows:
            appearance().hit_changed.connect(self.updateGeometry)
        if icon:
            self.set_icon(icon)

    def sizeHint(self) -> QSize:
        """High enough to be pressed."""
        hint = super().sizeHint()
        if self._grows:
            hint.setHeight(max(hint.height(), appearance().hit))
        return hint

    def setText(self, text: str) -> None:
        """Say something else; the icon keeps its air before it."""
        alone = not self.text()
        super().setText(text)
        if alone is bool(text):
            self._glyph.draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too, as on no push button of a plain window; in a dialog not another."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show a Lucide icon before the text."""
        self._glyph.show(name, self.tone)

    def set_variant(self, variant: str) -> None:
        """Become "primary", "quiet", "danger" or "" (default)."""
        self.tone = {"primary": "onAccent", "quiet": "accent", "danger": "danger"}.get(
            variant, "ink"
        )
        self._glyph.tint(self.tone)
        dress(self, variant=variant)


class _ThemedIconHolder:
    """Makes the icon when one is wanted, so that plain buttons carry none."""

    def __init__(self, button: QPushButton) -> None:
        self._button = button
        self._icon: ThemedIcon | None = None
        self._name = ""

    def show(self, name: str, tone: str) -> None:
        self._name = name
        if self._icon is None:
            self._icon = ThemedIcon(self._button, name, tone)
        else:
            self._icon.become(name, tone)

    def draw(self) -> None:
        if self._icon is not None:
            self._icon.draw()

    def tint(self, tone: str) -> None:
        if self._icon is not None:
            self._icon.become(self._name, tone)


class PrimaryButton(Button):
    """The one main act of a surface."""

    variant = "primary"
    tone = "onAccent"


class QuietButton(Button):
    """A link-like act: accent text without a frame."""

    variant = "quiet"
    tone = "accent"


class IconButton(QToolButton):
    """An icon alone; its name is tooltip and accessible name. `framed` draws the border."""

    def __init__(
        self,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        framed: bool = False,
        tone: str = "ink2",
    ) -> None:
        super().__init__(parent)
        self._icon = ThemedIcon(self, icon, "ink" if framed else tone)
        self.set_name(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._framed = framed
        dress(self, variant="frame" if framed else "icon")
        appearance().changed.connect(self._fit)
        appearance().hit_changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Its one size: the style sheet says the least again when it comes to be shown."""
        return self.maximumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def set_name(self, name: str) -> None:
        """What the button does, for the tooltip and the screen reader."""
        set_tip(self, name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon.become(icon)

    @Slot()
    def _fit(self) -> None:
        theme, hit = appearance().theme, appearance().hit
        if self._framed:
            self.setFixedSize(theme.px(40), max(theme.px(32), hit))
        else:
            self.setFixedSize(hit, hit)
