"""The running node's side of the control socket: listens, answers, and tells those who watch.

What goes over it is said in ``control``, the asker's side.
"""

import asyncio
import json
import logging
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

from presencemap.app.clock import now_ms
from presencemap.app.control import UNIX, line_of
from presencemap.app.notices import Noted, Notice
from presencemap.app.requests import Desk, answered
from presencemap.app.views import Json, noted_view
from presencemap.domain.errors import EnvironmentFault, PresenceMapError
from presencemap.domain.wrong import Wrong
from presencemap.store.private import make_directory, write_file

_LIMIT: Final = 1 << 20

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

        Raises:
            EnvironmentFault: the machine lets nobody listen there.
        """
        self._desk, self._raise, self._leave = desk, raise_window, leave
        make_directory(self._path.parent)
        try:
            await self._open()
        except OSError as error:
            raise EnvironmentFault(
                f"{self._path} can't be made ({error.strerror}). Check the space and the "
                "permissions of its directory, then start again; nothing was changed.",
                Wrong.FILE_NOT_WRITTEN,
                path=self._path,
            ) from error

    async def _open(self) -> None:
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
        line = line_of(noted_view(notice, self._desk.team.endpoint, notice.received))
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
            writer.write(line_of({"answer": None}))
            return
        if request.get("ask") == "raise":
            writer.write(line_of({"answer": self._raise()}))
            return
        if request.get("ask") == "leave":
            writer.write(line_of({"answer": None}))
            await writer.drain()
            self._leave()
            return
        assert self._desk is not None
        reply: Json
        try:
            if request.get("ask") == "doctor":
                # Here, so that a node that nobody asks doesn't pay for it.
                from presencemap.app.doctor.view import diagnosis  # noqa: PLC0415

                report = await self._desk.examine()
                reply = {"answer": diagnosis(report, request.get("name"))}
            elif request.get("ask") in ("experts", "search"):
                from presencemap.app.knowledge.asking import named, sought  # noqa: PLC0415

                found = named if request["ask"] == "experts" else sought
                words, endpoint = str(request.get("words")), self._desk.team.endpoint
                answer = await found(self._desk.librarian, endpoint, words, now_ms())
                reply = {"answer": answer}
            else:
                reply = {"answer": answered(self._desk, request, now_ms())}
        except PresenceMapError as error:
            reply = {"error": type(error).__name__, "sentence": str(error)}
        except Exception as error:  # noqa: BLE001 - the asker is told, the node goes on
            _log.exception("a request could not be answered")
            reply = {"error": "PresenceMapError", "sentence": f"Our own fault: {error!r}"}
        writer.write(line_of(reply))
        await writer.drain()


def _request(line: bytes) -> Json:
    """What a line asks; what is no request asks for nothing, and is answered so."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return request if isinstance(request, dict) else {}
