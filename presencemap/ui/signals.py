"""SIGINT and SIGTERM as a clean quit.

Python runs a signal's handler between two of its own instructions, of which there are none while
Qt waits for events. So the signal's number comes through a socket that Qt watches too.
"""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

_WANTED = (signal.SIGINT, signal.SIGTERM)


class QuitSignals(QObject):
    """Calls `quit_wanted` on the GUI thread; `stop` gives the handlers back."""

    def __init__(self, quit_wanted: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quit = quit_wanted
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._before = {number: signal.getsignal(number) for number in _WANTED}
        self._fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in _WANTED:
            # Without a handler of Python's own, nothing is written to the socket.
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._came)

    def stop(self) -> None:
        """As it was before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _came(self) -> None:
        numbers = self._reader.recv(16)
        if any(number in numbers for number in _WANTED):
            self._quit()
