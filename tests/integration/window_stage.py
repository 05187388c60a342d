"""The other side of the test of windows: the app on a profile, driven as a person drives it.

``PROFILE [PEER]``: on loopback. Each line on stdin is a JSON list of an act and its words, done in
the window's own thread; each answer a line on stdout: what the act has to tell, or null where that
isn't possible (yet). Runs until stdin ends.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.protocol.address import Address
from presencemap.ui.application import Session, run_session
from presencemap.ui.host import ProfileHost
from presencemap.ui.main_window import MainWindow

Answer = str | bool | list[str] | None


class Hand(QObject):
    """Reads, types, clicks. ``asked`` is said by the thread that reads stdin."""

    asked = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(json.loads(line))
        self.asked.emit(["quit"])

    @Slot(list)
    def _do(self, words: list[str]) -> None:
        act, *rest = words
        does: dict[str, Callable[..., Answer]] = {
            "reads": self.reads,
            "keys": self.keys,
            "types": self.types,
            "clicks": self.clicks,
            "focuses": self.focuses,
            "chooses": self.chooses,
            "photographs": self.photographs,
            "quit": self.quit,
        }
        print(json.dumps(does[act](*rest)), flush=True)

    def reads(self) -> list[str]:
        """All that a screen reader finds in the windows that are open."""
        found = dict.fromkeys(
            text
            for window in QApplication.topLevelWidgets()
            if window.isVisible()
            for text in _texts(QAccessible.queryAccessibleInterface(window))
        )
        return list(found)

    def keys(self, sequence: str) -> Answer:
        """Press these keys where the focus is."""
        QTest.keySequence(_focus(), QKeySequence(sequence))
        return True

    def types(self, text: str) -> Answer:
        """Type where the focus is."""
        QTest.keyClicks(_focus(), text)
        return True

    def clicks(self, name: str) -> Answer:
        """Click the control of that name, or with that text."""
        widget = next(_named(name), None)
        if widget is None or not widget.isEnabled():
            return None
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        return True

    def focuses(self, name: str) -> Answer:
        """Put the focus on the control whose name has these words."""
        found = _named(name, whole=False)
        takes = (each for each in found if each.focusPolicy() is not Qt.FocusPolicy.NoFocus)
        widget = next(takes, None)
        if widget is None:
            return None
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        return widget.hasFocus() or widget.isAncestorOf(_focus()) or None

    def chooses(self, text: str) -> Answer:
        """Choose this of the menu that is open."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return None
        action = next((each for each in menu.actions() if each.text() == text), None)
        if action is None:
            return None
        menu.close()
        action.trigger()
        return True

    def photographs(self, file: str) -> Answer:
        """A picture of the main window."""
        assert self._session.shell is not None
        return self._session.shell.window.grab().save(file)

    def quit(self) -> Answer:
        """Leave."""
        self._session.quit()
        return True


def _front() -> QWidget:
    """The window in front; where none is active, as just after a dialog has gone, the app's."""
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    if found is None:
        found = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        found.activateWindow()
    return found


def _focus() -> QWidget:
    return QApplication.focusWidget() or _front()


def _named(name: str, *, whole: bool = True) -> Iterator[QWidget]:
    """Those of that name that are seen, of the window in front."""
    for widget in _front().findChildren(QWidget):
        names = (widget.accessibleName(), str(widget.property("text") or ""))
        found = name in names if whole else any(name in each for each in names)
        if found and widget.isVisible():
            yield widget


def _texts(item: QAccessibleInterface | None) -> Iterator[str]:
    if item is None or item.state().invisible:  # type: ignore[attr-defined]
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value):
        if text := item.text(kind):
            yield text
    for index in range(item.childCount()):
        yield from _texts(item.child(index))


def main(profile: str, *peers: str) -> int:
    """Run the app."""
    options = Options(
        Address("127.0.0.1", 0),
        tuple(map(Address.parse, peers)),
        interfaces=("127.0.0.1",),
        mdns=False,
    )
    kept: list[Any] = []

    def begun(session: Session) -> None:
        assert session.shell is not None
        session.shell.window.resize(1280, 800)
        session.shell.window.activateWindow()
        QAccessible.setActive(True)  # else views don't tell it of rows that come and go
        kept.append(Hand(session))

    return run_session(
        ProfileHost(ProfilePaths.at(Path(profile)), options), language="en", begun=begun
    )


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
