"""The looks, once: tokens, palette, style sheet, style and which of them is on."""

from presencemap.ui.theme.appearance import Appearance, Mode, appearance
from presencemap.ui.theme.tokens import Scheme, Theme, theme

__all__ = ["Appearance", "Mode", "Scheme", "Theme", "appearance", "theme"]
