"""The design tokens as one frozen value: colours, fonts, spaces, radii and sizes.

Owns how `resources/theme/tokens.json` is read. Must not know any widget, style
or the application object.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Self

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from presencemap.app.resources import resource

# The design text names a role for posts and the composer that tokens.json leaves out.
_POST = (15, 21, 400)
_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([0-9.]+)\)")
_HIGH_CONTRAST_FILLS = (
    "workSoft",
    "struggleSoft",
    "thinkSoft",
    "warnSoft",
    "dangerSoft",
    "okSoft",
    "accentSoft",
)


class Scheme(StrEnum):
    """The two looks that exist; following the system is a choice between them."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class FontRole:
    """One line of the type scale; size and line in px at 100 %, weight 1 to 1000."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True)
class Theme:
    """One look: ask it for a colour, font or measure by its token name.

    A name that isn't in tokens.json raises KeyError: a typo shows at once.
    """

    scheme: Scheme
    colours: Mapping[str, str]
    tints: tuple[tuple[str, str], ...]
    roles: Mapping[str, FontRole]
    families: tuple[str, ...]
    spaces: Mapping[str, int]
    radii: Mapping[str, int]
    sizes: Mapping[str, int]
    text_scale: float = 1.0
    high_contrast: bool = False
    compact: bool = False
    """Whether lists have rows of 40 px in place of 56."""

    @property
    def is_dark(self) -> bool:
        """Whether text is light on a dark ground."""
        return self.scheme is Scheme.DARK

    @property
    def key(self) -> tuple[str, float, bool, bool]:
        """What tells two looks apart; for pixmap caches."""
        return (self.scheme.value, self.text_scale, self.high_contrast, self.compact)

    def css(self, token: str) -> str:
        """The colour as a style sheet takes it, `#RRGGBB` or `rgba(...)`."""
        return self.colours[token]

    def colour(self, token: str) -> QColor:
        """The colour of a token, a new QColor."""
        return parse_colour(self.colours[token])

    def tint(self, index: int) -> tuple[QColor, QColor]:
        """Ground and letters of an initials avatar; the index wraps."""
        ground, letters = self.tints[index % len(self.tints)]
        return QColor(ground), QColor(letters)

    def px(self, length: float) -> int:
        """A length of 100 % text, in px at the chosen text size."""
        return round(length * self.text_scale)

    def font(self, role: str, weight: int | None = None) -> QFont:
        """The font of a role: display heading title post body strong small micro."""
        entry = self.roles[role]
        return self.face(entry.size * self.text_scale, weight or entry.weight)

    def face(self, size: float, weight: int) -> QFont:
        """The bundled face in any size (px); a weight between two faces takes the nearest."""
        return QFont(_typeface(self.families, max(1, round(size)), round(weight / 100) * 100)[0])

    def typeface(self, role: str) -> tuple[QFont, QFontMetricsF]:
        """The font of a role with its metrics, both cached, for painting: don't change them."""
        entry = self.roles[role]
        size = max(1, round(entry.size * self.text_scale))
        return _typeface(self.families, size, round(entry.weight / 100) * 100)

    def line(self, role: str) -> int:
        """The line height of a role in px."""
        return self.px(self.roles[role].line)

    def space(self, name: str) -> int:
        """x0 to x7: 2 4 8 12 16 24 32 48."""
        return self.spaces[name]

    def radius(self, name: str) -> int:
        """chip, control, card, plate."""
        return self.radii[name]

    def size(self, name: str) -> int:
        """A measure in px: topbar rail list personCard statusbar rowComfort avatarM ..."""
        return self.sizes[name]

    def hit(self, *, narrow: bool) -> int:
        """Px that what is pressed is high at least: more in a narrow window."""
        return max(self.px(self.sizes["hitMin"]), self.sizes["hitTouch"] if narrow else 0)

    def row(self) -> int:
        """The height of a list row, which grows with the text but never shrinks."""
        high = self.sizes["rowCompact" if self.compact else "rowComfort"]
        return max(high, round(high * self.text_scale))

    def row_face(self) -> int:
        """The face on it."""
        return self.px(self.sizes["avatarS" if self.compact else "avatarM"])

    def text_width(self, role: str, text: str) -> float:
        """The advance of a text in a role, px."""
        return self.typeface(role)[1].horizontalAdvance(text)

    def scaled(self, text_scale: float) -> Self:
        """The same look in another text size, 1.0 to 2.0."""
        return replace(self, text_scale=min(2.0, max(1.0, text_scale)))


def parse_colour(text: str) -> QColor:
    """A new QColor of `#RRGGBB` or of `rgba(r,g,b,a)` with a from 0 to 1."""
    return QColor(_parsed(text))


@lru_cache(maxsize=256)
def _parsed(text: str) -> QColor:
    match = _RGBA.fullmatch(text.replace(" ", ""))
    if match is None:
        return QColor(text)
    red, green, blue, alpha = match.groups()
    return QColor(int(red), int(green), int(blue), round(float(alpha) * 255))


@lru_cache(maxsize=128)
def _typeface(families: tuple[str, ...], size: int, weight: int) -> tuple[QFont, QFontMetricsF]:
    font = QFont(list(families))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(min(900, max(100, weight))))
    return font, QFontMetricsF(font)


def forget_typefaces() -> None:
    """Measure anew: fonts were registered since."""
    _typeface.cache_clear()


@cache
def _tokens() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
    return loaded


def _contrasted(colours: dict[str, str]) -> dict[str, str]:
    """The high contrast mode of the design: strong borders, soft fills become the surface."""
    fills = dict.fromkeys(_HIGH_CONTRAST_FILLS, colours["surface"])
    return {**colours, "border": colours["borderStrong"], **fills}


@cache
def theme(
    scheme: Scheme, *, text_scale: float = 1.0, high_contrast: bool = False, compact: bool = False
) -> Theme:
    """The look for a scheme; equal arguments give the same object."""
    tokens = _tokens()
    colours = dict(tokens[scheme.value])
    scale = {name: FontRole(*role) for name, role in tokens["type"]["scale"].items()}
    radii = {name: value for name, value in tokens["radius"].items() if isinstance(value, int)}
    return Theme(
        scheme=scheme,
        colours=_contrasted(colours) if high_contrast else colours,
        tints=tuple((ground, letters) for ground, letters in tokens["avatarTints"]),
        roles={**scale, "post": FontRole(*_POST)},
        families=tuple(name.strip(' "') for name in tokens["type"]["family"].split(",")),
        spaces=dict(tokens["space"]),
        radii=radii,
        sizes=dict(tokens["size"]),
        high_contrast=high_contrast,
        compact=compact,
    ).scaled(text_scale)
