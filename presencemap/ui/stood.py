"""Where a window and its parts stood: kept, and put back as far as the screen has room."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.panes import Panes
from presencemap.ui.preferences import Key, Preferences

_FRAME: Final = QSize(16, 48)
"""What a window manager adds around, px, at most as a rule."""


def keep(window: QMainWindow, panes: Panes, where: WhereMap, preferences: Preferences) -> None:
    """Remember where everything stands."""
    preferences.set_blob(Key.GEOMETRY, window.saveGeometry())
    preferences.set_blob(Key.SPLITTER, panes.state())
    preferences.map_view = where.view_to_keep()


def restore(window: QMainWindow, panes: Panes, where: WhereMap, preferences: Preferences) -> None:
    """Put everything back; what was never kept stands as it wants to."""
    window.resize(window.sizeHint())
    geometry = preferences.blob(Key.GEOMETRY)
    if not geometry.isEmpty():
        window.restoreGeometry(geometry)
    # Large text makes a screen small: what is out of it can't be reached.
    if not window.isMaximized() and not window.isFullScreen():
        window.resize(window.size().boundedTo(window.screen().availableSize() - _FRAME))
    splitter = preferences.blob(Key.SPLITTER)
    if not splitter.isEmpty():
        panes.restore(splitter)
    view = preferences.map_view
    if view is not None:
        where.restore_view(*view)
