"""The control socket: how the command line and a second start reach the running node.

A Unix socket of mode 0600 in the profile: only this user can open it. Lines of JSON; one request,
one answer, except ``watch``, whose lines go on until the asker leaves. Where the platform has no
such sockets (Windows), a loopback port with a secret in a file of the user takes its place.
"""

import asyncio
import contextlib
import json
import logging
import secrets
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from presencemap.app.clock import now_ms
from presencemap.app.notices import Noted, Notice
from presencemap.app.requests import Desk, answered
from presencemap.app.views import Json, noted_view
from presencemap.domain import errors
from presencemap.domain.errors import NodeNotRunning, PresenceMapError
from presencemap.store.private import make_directory, write_file

UNIX: Final = hasattr(socket, "AF_UNIX")
ANSWER_WITHIN: Final = 10.0
_LIMIT: Final = 1 << 20
_NOT_RUNNING: Final = (
    "No node of this profile is running; start the app (presencemap) or: presencemap node"
)
_STOPPED: Final = "The node stopped before it answered; start it again and retry."

_log = logging.getLogger(__name__)


class ControlServer:
    """The running node's side."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._secret = "" if UNIX else secrets.token_hex(16)
        self._server: asyncio.Server | None = None
        self._watchers: set[asyncio.StreamWriter] = set()
        self._clients: set[asyncio.StreamWriter] = set()
        self._desk: Desk | None = None
        self._raise: Callable[[], bool] = lambda: False
        self._leave: Callable[[], None] = lambda: None

    async def start(
        self, desk: Desk, raise_window: Callable[[], bool], leave: Callable[[], None]
    ) -> None:
        """Listen; what a crashed node left there is replaced (the profile's lock is ours).

        ``raise_window`` answers whether there is one; ``leave`` makes way for another process.
        """
        self._desk, self._raise, self._leave = desk, raise_window, leave
        make_directory(self._path.parent)
        self._path.unlink(missing_ok=True)
        if UNIX:
            self._server = await asyncio.start_unix_server(
                self._serve, str(self._path), limit=_LIMIT
            )
            self._path.chmod(0o600)
            return
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_LIMIT)
        port = self._server.sockets[0].getsockname()[1]
        write_file(self._path, f"{port} {self._secret}".encode())

    def pass_on(self, notice: Notice) -> None:
        """Give a notice to those who watch; who doesn't read is let go of."""
        if not self._watchers or not isinstance(notice, Noted) or self._desk is None:
            return
        places = self._desk.team.endpoint.replica.places()
        line = _line(noted_view(notice, places, notice.received))
        for writer in list(self._watchers):
            if writer.transport.get_write_buffer_size() > _LIMIT:
                self._watchers.discard(writer)
                writer.transport.abort()
            else:
                writer.write(line)

    async def close(self) -> None:
        """Stop listening and let all askers go."""
        if self._server is None:
            return
        self._server.close()
        for writer in list(self._clients):
            writer.transport.abort()
        self._path.unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._clients.add(writer)
        try:
            if not UNIX and (await reader.readline()).strip().decode() != self._secret:
                return
            while line := await reader.readline():
                await self._answer(_request(line), writer)
        except (OSError, ValueError, asyncio.CancelledError):
            pass
        finally:
            self._clients.discard(writer)
            self._watchers.discard(writer)
            writer.close()

    async def _answer(self, request: Json, writer: asyncio.StreamWriter) -> None:
        if request.get("ask") == "watch":
            self._watchers.add(writer)
            writer.write(_line({"answer": None}))
            return
        if request.get("ask") == "raise":
            writer.write(_line({"answer": self._raise()}))
            return
        if request.get("ask") == "leave":
            writer.write(_line({"answer": None}))
            await writer.drain()
            self._leave()
            return
        assert self._desk is not None
        try:
            reply = {"answer": answered(self._desk, request, now_ms())}
        except PresenceMapError as error:
            reply = {"error": type(error).__name__, "sentence": str(error)}
        except Exception as error:  # noqa: BLE001 - the asker is told, the node goes on
            _log.exception("a request could not be answered")
            reply = {"error": "PresenceMapError", "sentence": f"Our own fault: {error!r}"}
        writer.write(_line(reply))
        await writer.drain()


def ask(path: Path, request: Json) -> Any:
    """Ask the running node.

    Raises:
        NodeNotRunning: none listens there.
        PresenceMapError: what it answered instead.
    """
    with _connected(path) as stream:
        stream.write(_line(request))
        stream.flush()
        return _read(stream.readline())


def watch(path: Path) -> Iterator[Json]:
    """Each thing that happens, until the node stops.

    Raises:
        NodeNotRunning: none listens there.
    """
    with _connected(path, patient=True) as stream:
        stream.write(_line({"ask": "watch"}))
        stream.flush()
        _read(stream.readline())
        while (line := stream.readline()).endswith(b"\n"):
            yield json.loads(line)


@contextlib.contextmanager
def _connected(path: Path, *, patient: bool = False) -> Iterator[Any]:
    try:
        connection = _dialled(path)
    except (OSError, ValueError):
        raise NodeNotRunning(_NOT_RUNNING) from None
    with connection:
        connection.settimeout(None if patient else ANSWER_WITHIN)
        try:
            with connection.makefile("rwb") as stream:
                yield stream
        except OSError:
            raise NodeNotRunning(_STOPPED) from None


def _dialled(path: Path) -> socket.socket:
    if UNIX:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(path))
        except OSError:
            connection.close()
            raise
        return connection
    port, secret = path.read_text().split()
    connection = socket.create_connection(("127.0.0.1", int(port)), timeout=2)
    connection.sendall(secret.encode() + b"\n")
    return connection


def _read(line: bytes) -> Any:
    if not line.endswith(b"\n"):
        raise NodeNotRunning(_STOPPED)
    reply = json.loads(line)
    if "error" not in reply:
        return reply["answer"]
    kind = getattr(errors, str(reply["error"]), PresenceMapError)
    # By its type and sentence alone: some errors are built from figures that stay over there.
    error = PresenceMapError.__new__(kind)
    error.args = (reply["sentence"],)
    raise error


def _request(line: bytes) -> Json:
    """What a line asks; what is no request asks for nothing, and is answered so."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return request if isinstance(request, dict) else {}


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
