"""A tap on a TCP port: passes everything on and keeps each byte that the listener said."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

LOOPBACK = "127.0.0.1"


class Tap:
    """A port of its own that leads to another one on this machine, by ``with``.

    ``holds``: who connected isn't told that the listener ended, which has ZeroMQ drop what waits.
    """

    def __init__(self, port: int, *, holds: bool = False) -> None:
        self._behind = port
        self._holds = holds
        self._listening = socket.create_server((LOOPBACK, 0))
        self._heard: list[bytearray] = []
        self._sockets: list[socket.socket] = []
        self._open = 0
        self._turn = threading.Lock()
        self._threads = [threading.Thread(target=self._accept)]
        self.port: int = self._listening.getsockname()[1]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._shut(self._listening)
        self._threads[0].join()
        for each in self._sockets:
            self._shut(each)
        for thread in self._threads[1:]:
            thread.join()
        for each in (self._listening, *self._sockets):
            each.close()

    @property
    def address(self) -> str:
        """``host:port`` to connect to."""
        return f"{LOOPBACK}:{self.port}"

    @property
    def heard(self) -> list[bytes]:
        """What the listener said so far, connection by connection."""
        return [bytes(each) for each in self._heard]

    @property
    def ended(self) -> bool:
        """Whether there was a connection and the listener has ended all there were."""
        with self._turn:
            return bool(self._heard) and not self._open

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            try:
                far = socket.create_connection((LOOPBACK, self._behind))
            except OSError:
                near.close()
                continue
            kept = bytearray()
            with self._turn:
                self._heard.append(kept)
                self._sockets += [near, far]
                self._open += 1
            for source, to, keep in ((near, far, None), (far, near, kept)):
                thread = threading.Thread(target=self._pass_on, args=(source, to, keep))
                self._threads.append(thread)
                thread.start()

    def _pass_on(self, source: socket.socket, to: socket.socket, keep: bytearray | None) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(1 << 16):
                if keep is not None:
                    keep += data
                to.sendall(data)
        if keep is None or not self._holds:
            self._shut(to)
        if keep is not None:
            with self._turn:
                self._open -= 1

    @staticmethod
    def _shut(each: socket.socket) -> None:
        with contextlib.suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
