"""A window stands where it stood, as far as there is room."""

from typing import Any

from presencemap.ui import stood
from presencemap.ui.main_window import MainWindow


def test_what_was_kept_is_put_back(window: MainWindow, stage: Any) -> None:
    window.resize(1100, 700)
    window.panes.splitter.setSizes([320, 700])
    sizes = window.panes.splitter.sizes()
    window.map.show_spot(51.05, 3.72)
    stood.keep(window, window.panes, window.map, stage.preferences)
    other = MainWindow(stage.team, stage.preferences, stage.towns)
    assert other.size() == window.size().boundedTo(other.screen().availableSize() - stood._FRAME)
    assert other.panes.splitter.sizes()[0] == sizes[0]
    assert stage.preferences.map_view is not None
    other.stop()
    other.deleteLater()


def test_what_never_stood_is_as_large_as_it_wants_and_the_screen_has(
    window: MainWindow, stage: Any
) -> None:
    stood.restore(window, window.panes, window.map, stage.preferences)
    room = window.screen().availableSize() - stood._FRAME
    assert window.size() == window.sizeHint().boundedTo(room)
