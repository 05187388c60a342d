"""A node without a window: ``presencemap node``, until SIGTERM or SIGINT."""

import queue
import signal
import sys

from presencemap.app.driver import Options
from presencemap.app.node import Node
from presencemap.app.notices import FaultArisen, FaultOver, LeftTeam, Notice, PeerRefused, Stopped
from presencemap.app.paths import ProfilePaths


def run_node(paths: ProfilePaths, options: Options) -> int:
    """Run until asked to stop; says on stderr when it is ready.

    Raises:
        PresenceMapError: it can't start; the sentence says why.
    """
    # Not an Event: setting one from a signal handler can wait for the very thread it interrupts.
    ended: queue.SimpleQueue[None] = queue.SimpleQueue()
    failure: list[Exception] = []

    def tell(notice: Notice) -> None:
        match notice:
            case FaultArisen(error=error):
                print(error, file=sys.stderr, flush=True)
            case FaultOver():
                print("The disk takes what is written again.", file=sys.stderr, flush=True)
            case PeerRefused(who=who, what=what):
                print(f"Refused from {who}: {what}.", file=sys.stderr, flush=True)
            case LeftTeam():
                ended.put(None)
            case Stopped(error=error):
                failure.extend(filter(None, [error]))
                ended.put(None)
            case _:
                pass

    node = Node(paths, options, tell)
    # Before the start, so that no signal finds the default that would end us without a goodbye.
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda *_: ended.put(None))
    started = node.start().result()
    where = f"door={started.door} feed={started.feed}" if started.door else "off the network"
    print(
        f"ready {where} person={started.person}",
        file=sys.stderr,
        flush=True,
    )
    ended.get()
    if not node.stop(deadline=5.0):
        print("The node did not stop in time.", file=sys.stderr)
        return 1
    if failure:
        raise failure[0]
    return 0
