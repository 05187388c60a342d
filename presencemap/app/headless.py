"""A node without a window: ``presencemap node``, until SIGTERM or SIGINT."""

import contextlib
import signal
import socket
import sys
from collections.abc import Iterator
from typing import Final

from presencemap.app.node import Node
from presencemap.app.notices import (
    FaultArisen,
    FaultOver,
    KeyCloned,
    LeftTeam,
    NetworkChanged,
    Notice,
    PeerRefused,
    Removed,
    Stopped,
)
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import RemovedFromTeam
from presencemap.net.interfaces import interfaces, missing

_END = b"\0"
CLONED: Final = (
    "Two computers use the key of {name}. Ask them, face to face or by phone, whether they copied "
    "their profile. If not, somebody else can speak in their name: have them removed from the "
    "team, and invite them anew."
)


def run_node(paths: ProfilePaths, options: Options) -> int:
    """Run until asked to stop; says on stderr when it is ready.

    Raises:
        PresenceMapError: it can't start; the sentence says why.
    """
    for words in _unheard_of(options):
        print(words, file=sys.stderr, flush=True)
    with _signals() as (ended, end):
        return _run(paths, options, ended, end)


def _run(paths: ProfilePaths, options: Options, ended: socket.socket, end: socket.socket) -> int:
    failure: list[Exception] = []

    def leave() -> None:
        with contextlib.suppress(OSError):  # full, or closed: it ends already
            end.send(_END)

    def tell(notice: Notice) -> None:
        said = _said(notice)
        if said:
            print(said, file=sys.stderr, flush=True)
        match notice:
            case Removed():
                failure.append(RemovedFromTeam())
                leave()
            case KeyCloned(who=who):
                print(CLONED.format(name=who), file=sys.stderr, flush=True)
            case Stopped(error=error):
                failure.extend(filter(None, [error]))
                leave()
            case LeftTeam():
                leave()
            case _:
                pass

    node = Node(paths, options, tell)
    started = node.start().result()
    where = f"door={started.door} feed={started.feed}" if started.door else "off the network"
    print(
        f"ready {where} person={started.person}",
        file=sys.stderr,
        flush=True,
    )
    ended.recv(1)
    if not node.stop(deadline=5.0):
        print("The node did not stop in time.", file=sys.stderr)
        return 1
    if failure:
        raise failure[0]
    return 0


def _unheard_of(options: Options) -> list[str]:
    """What to say of interfaces that were named and aren't there: mistyped, or down as yet."""
    named = (*(options.interfaces or ()), *options.without)
    if not named:
        return []
    found = interfaces()
    there = ", ".join(dict.fromkeys(each.name for each in found)) or "none"
    return [
        f"This machine has no network interface or address {name} now. It has {there}. "
        + (
            "Until it is there, nobody is found over it."
            if name in (options.interfaces or ())
            else "Once it is there, it is left out."
        )
        for name in missing(found, named)
    ]


def _said(notice: Notice) -> str:
    """What there is to say about it, "" for nothing."""
    match notice:
        case FaultArisen(error=error):
            return str(error)
        case FaultOver():
            return "The disk takes what is written again."
        case NetworkChanged(connected=connected):
            return "The network is back." if connected else "There is no network now."
        case PeerRefused(who=who, what=what):
            return f"Refused from {who}: {what}."
        case _:
            return ""


@contextlib.contextmanager
def _signals() -> Iterator[tuple[socket.socket, socket.socket]]:
    """(ended, end): ``ended`` has a byte as soon as a signal comes, or one is sent into ``end``.

    By a socket, since the system may give a signal to another thread than the main one (after a
    SIGCONT it does), whose waiting for a lock or a queue nothing would then interrupt.
    """
    ended, end = socket.socketpair()
    with ended, end:
        end.settimeout(0)
        before = signal.set_wakeup_fd(end.fileno(), warn_on_full_buffer=False)
        # Before the start, so that no signal finds the default that would end us without a goodbye.
        for wanted in (signal.SIGTERM, signal.SIGINT):
            signal.signal(wanted, lambda *_: None)
        try:
            yield ended, end
        finally:
            signal.set_wakeup_fd(before)
