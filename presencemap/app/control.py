"""The control socket: how the command line and a second start reach the running node.

A Unix socket of mode 0600 in the profile: only this user can open it. Lines of JSON; one request,
one answer, except ``watch``, whose lines go on until the asker leaves. Where the platform has no
such sockets (Windows), a loopback port with a secret in a file of the user takes its place.

This is the asker's side. It imports little: a status from a git hook shouldn't wait for the
protocol, nor for asyncio.
"""

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from presencemap.app.commands import Command, Keep
from presencemap.domain import errors
from presencemap.domain.errors import NodeBusy, NodeNotRunning, PresenceMapError

UNIX: Final = hasattr(socket, "AF_UNIX")
ANSWER_WITHIN: Final = 10.0
_NOT_RUNNING: Final = (
    "No node of this profile is running; start the app (presencemap) or: presencemap node"
)
_STOPPED: Final = "The node stopped before it answered; start it again and retry."
_BUSY: Final = (
    "The node of this profile runs, but hasn't answered in time: this computer is busy. What was "
    "asked may still be done; look before you ask again."
)


def asked(command: Command) -> dict[str, Any]:
    """A command as a request; what is kept isn't said."""
    given = {field.name: getattr(command, field.name) for field in fields(command)}
    said = {name: _plain(value) for name, value in given.items() if not isinstance(value, Keep)}
    return {"do": type(command).__name__, "with": said}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def ask(path: Path, request: dict[str, Any], within: float = ANSWER_WITHIN) -> Any:
    """Ask the running node, which is given ``within`` seconds.

    Raises:
        NodeNotRunning: none listens there.
        NodeBusy: it hasn't answered; what was asked may be done all the same.
        PresenceMapError: what it answered instead.
    """
    with _connected(path, within) as stream:
        stream.write(line_of(request))
        stream.flush()
        return _read(stream.readline())


def watch(path: Path) -> Iterator[dict[str, Any]]:
    """Each thing that happens, until the node stops.

    Raises:
        NodeNotRunning: none listens there.
    """
    with _connected(path, None) as stream:
        stream.write(line_of({"ask": "watch"}))
        stream.flush()
        _read(stream.readline())
        while (line := stream.readline()).endswith(b"\n"):
            yield json.loads(line)


@contextlib.contextmanager
def _connected(path: Path, within: float | None) -> Iterator[Any]:
    try:
        connection = _dialled(path)
    except (OSError, ValueError):
        raise NodeNotRunning(_NOT_RUNNING) from None
    with connection:
        connection.settimeout(within)
        try:
            with connection.makefile("rwb") as stream:
                yield stream
        except TimeoutError:
            raise NodeBusy(_BUSY) from None
        except OSError:
            raise NodeNotRunning(_STOPPED) from None


def _dialled(path: Path) -> socket.socket:
    if UNIX:
        if path.parent.stat().st_uid != os.getuid():
            # In a folder that all share, somebody else could have made it before us.
            raise PermissionError(path)
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


def line_of(value: Any) -> bytes:
    """A request, an answer or an event as it goes over the socket."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
