"""Which look is on: light, dark, or what the system says; and how it reaches the application.

Owns the palette, style, style sheet and font of the QApplication. Must not know any window.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtWidgets import QApplication

from presencemap.ui import assets
from presencemap.ui.theme.palette import palette
from presencemap.ui.theme.style import FocusRing, ThemeStyle
from presencemap.ui.theme.stylesheet import IMAGES, style_sheet
from presencemap.ui.theme.tokens import Scheme, Theme, forget_typefaces, theme

_PROPERTY = "presencemapAppearance"


class Mode(StrEnum):
    """The person's choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """The look of the application; `changed` fires after the application took the new one.

    `hit_changed`: what is pressed is to be higher or lower, all else stays.
    """

    changed = Signal()
    hit_changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode = Mode.SYSTEM
        self._text_scale = 1.0
        self._compact = self._narrow = False
        self._images = QTemporaryDir()
        self._style: ThemeStyle | None = None
        self._ring: FocusRing | None = None
        self._theme = self._wanted()
        app.setProperty(_PROPERTY, self)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        """The look now."""
        return self._theme

    @property
    def mode(self) -> Mode:
        """The choice behind it."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark, or the system's; takes effect at once."""
        self._mode = mode
        # Lets native frames and file dialogs follow where the platform can; ours don't need it.
        native = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(native.get(mode, Qt.ColorScheme.Unknown))
        self._refresh()

    def set_text_scale(self, scale: float) -> None:
        """The text size, 1.0 to 2.0; rows and controls grow with it."""
        self._text_scale = scale
        self._refresh()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001
        """Whether lists have rows of 40 px in place of 56."""
        self._compact = compact
        self._refresh()

    @property
    def narrow(self) -> bool:
        """Whether the window is, and fingers may be what it is used by."""
        return self._narrow

    @property
    def hit(self) -> int:
        """Px that what is pressed is high at least, with the air around what is drawn."""
        return self._theme.hit(narrow=self._narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        """Whether the window is so narrow that what is pressed is high."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.hit_changed.emit()

    def apply(self) -> None:
        """Give the application fonts, style, palette and sheet; once, before windows show."""
        assets.load_fonts()
        forget_typefaces()
        self._style = ThemeStyle(self._theme)
        self._app.setStyle(self._style)
        self._ring = FocusRing(self._app, self._style)
        self._dress()

    @Slot()
    def _system_changed(self) -> None:
        self._refresh()

    def _wanted(self) -> Theme:
        hints = self._app.styleHints()
        dark = self._mode is Mode.DARK or (
            self._mode is Mode.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark
        )
        contrast = hints.accessibility().contrastPreference()
        return theme(
            Scheme.DARK if dark else Scheme.LIGHT,
            text_scale=self._text_scale,
            high_contrast=contrast is Qt.ContrastPreference.HighContrast,
            compact=self._compact,
        )

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted == self._theme:
            return
        self._theme = wanted
        if self._style is not None:
            self._style.theme = wanted
            self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        self._app.setFont(self._theme.font("body"))
        self._app.setPalette(palette(self._theme))
        self._app.setStyleSheet(style_sheet(self._theme, self._draw_images()))

    def _draw_images(self) -> dict[str, str]:
        """A style sheet takes pictures from files only: recoloured ones, in a folder of ours."""
        paths: dict[str, str] = {}
        for name, (icon, token, _size) in IMAGES.items():
            # A name per colour, since Qt caches pictures by path.
            colour = self._theme.colour(token)
            path = self._images.filePath(f"{name}-{colour.name()[1:]}.svg")
            with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 (Qt hands out a str)
                file.write(assets.svg(icon, colour, 2.5 if name.startswith("tick") else 2.0))
            paths[name] = path
        return paths


def appearance() -> Appearance:
    """The application's Appearance; one in the system's look is made where none is yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("appearance() needs a QApplication")
    found = app.property(_PROPERTY)
    return found if isinstance(found, Appearance) else Appearance(app)
