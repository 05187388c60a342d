"""The shipped icons and fonts as Qt takes them.

Owns recolouring and caching of the Lucide SVGs and the registration of the fonts. Must not know
which control shows what.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleOption

from presencemap.app.resources import resource


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def svg(name: str, colour: QColor, stroke: float = 2.0) -> str:
    """The SVG text of an icon in a colour; raises FileNotFoundError for a name we don't ship."""
    text = _source(name).replace("currentColor", colour.name(QColor.NameFormat.HexRgb))
    return text.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')


@lru_cache(maxsize=2048)
def _pixmap(name: str, rgba: int, size: int, scale: float, gap: int = 0) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    edge = round(size * scale)
    drawn = QPixmap(edge + round(gap * scale), edge)
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg(name, colour).encode()))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(colour.alphaF())
    renderer.render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def pixmap(name: str, colour: QColor, size: int = 16, scale: float = 1.0) -> QPixmap:
    """An icon in one colour, `size` px square, for a screen of that scale.

    Cached: don't draw on it.
    """
    return _pixmap(name, colour.rgba(), size, scale)


def icon(
    name: str,
    colour: QColor,
    size: int = 16,
    *,
    checked: QColor | None = None,
    disabled: QColor | None = None,
    gap: int = 0,
) -> QIcon:
    """An icon for buttons and menus; `checked` and `disabled` colour those states.

    `gap` is air at the right, px: a style sheet can't set the space between icon and text.
    Cached: don't add to it.
    """
    tones = colour.rgba(), (checked or colour).rgba(), (disabled or colour).rgba()
    return _icon(name, tones, size, gap)


@lru_cache(maxsize=512)
def _icon(name: str, tones: tuple[int, int, int], size: int, gap: int) -> QIcon:
    return QIcon(_Engine(name, tones, size, gap))


class _Engine(QIconEngine):
    """Draws an icon once it is painted, at the scale of that screen: most never are.

    `tones`: as it is, checked, disabled. Without `clone`, since PySide deletes what that returns:
    Qt asks for one where something is added to a shared icon.
    """

    def __init__(self, name: str, tones: tuple[int, int, int], size: int, gap: int) -> None:
        super().__init__()
        self._name, self._size, self._gap = name, size, gap
        self._tone, self._checked, self._disabled = tones

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        """As it was asked for, or as large as fits."""
        shape = QSize(self._size + self._gap, self._size)
        if shape.boundedTo(size) == shape:
            return shape
        return shape.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """For a screen of scale 1."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` in px of a screen of that scale; a selected one is as the style has it."""
        edge = self.actualSize(size, mode, state).height()
        tone = self._checked if state is QIcon.State.On else self._tone
        if mode is QIcon.Mode.Disabled:
            tone = self._disabled
        gap = round(self._gap * edge / self._size)
        drawn = _pixmap(self._name, tone, edge, scale, gap)
        if mode is not QIcon.Mode.Selected:
            return drawn
        return QApplication.style().generatedIconPixmap(mode, drawn, QStyleOption())

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """At the top left of a box that is as it was said to be by `actualSize`."""
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, scale))


def draw_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Paint an icon into a square box at the device's own scale, on whole device pixels."""
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    drawn = pixmap(name, colour, round(box.width()), scale)
    left = round(box.left() * scale) / scale
    top = round(box.top() * scale) / scale
    painter.drawPixmap(QRectF(left, top, box.width(), box.height()), drawn, QRectF(drawn.rect()))


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts once; returns their families. Needs a QGuiApplication."""
    families: list[str] = []
    for path in sorted(resource("fonts").iterdir()):
        if path.suffix in {".otf", ".ttf"}:
            families += QFontDatabase.applicationFontFamilies(
                QFontDatabase.addApplicationFont(str(path))
            )
    return tuple(dict.fromkeys(families))
