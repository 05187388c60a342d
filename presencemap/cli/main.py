"""The whole of a run: parse, act, and turn errors into sentences and exit codes."""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import Final

from presencemap.app.paths import ProfilePaths
from presencemap.cli.parser import parser
from presencemap.domain.errors import NodeNotRunning, PresenceMapError, Refused
from presencemap.protocol.address import Address

DONE: Final = 0
FAILED: Final = 1
NOT_RUNNING: Final = 3
REFUSED: Final = 4


def run(words: Sequence[str]) -> int:
    """Run a command line; wrong usage leaves through ``SystemExit(2)``."""
    arguments = parser().parse_args(words)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    paths = ProfilePaths.at(getattr(arguments, "profile", None))
    try:
        code = _act(arguments, paths)
        # Here, where a reader that has gone is no error; not while Python ends.
        sys.stdout.flush()
    except PresenceMapError as error:
        print(error, file=sys.stderr)
        return exit_code(error)
    except KeyboardInterrupt:
        return DONE if arguments.action == "watch" else 130
    except BrokenPipeError:
        # The reader (head, less) has enough; Python would complain while flushing at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def exit_code(error: PresenceMapError) -> int:
    """The exit code of an error, by its kind."""
    match error:
        case NodeNotRunning():
            return NOT_RUNNING
        case Refused():
            return REFUSED
        case _:
            return FAILED


def _act(arguments: Namespace, paths: ProfilePaths) -> int:
    # Each imports what it needs alone: a status from a git hook shouldn't wait for Qt.
    match arguments.action:
        case "app":
            from presencemap.ui.application import run_app  # noqa: PLC0415

            return run_app(paths)
        case "demo":
            from presencemap.cli.demo import run_demo  # noqa: PLC0415

            return run_demo(arguments)
        case "node":
            return _node(arguments, paths)
        case action:
            from presencemap.cli.actions import ACTIONS  # noqa: PLC0415

            return ACTIONS[action](arguments, paths) or DONE


def _node(arguments: Namespace, paths: ProfilePaths) -> int:
    from presencemap.app.headless import run_node  # noqa: PLC0415
    from presencemap.app.options import Options  # noqa: PLC0415

    options = Options(
        listen=Address.parse(arguments.listen) if arguments.listen else None,
        peers=tuple(map(Address.to_dial, arguments.peer)),
        interfaces=arguments.interface,
        without=tuple(arguments.without_interface),
        mdns=not arguments.no_mdns,
    )
    return run_node(paths, options)
