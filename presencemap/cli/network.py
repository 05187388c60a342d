"""The commands about the network: ``peer`` and ``doctor``."""

from argparse import Namespace
from typing import Any, Final

from presencemap.app import control
from presencemap.app.commands import AddPeer, RemovePeer
from presencemap.app.paths import ProfilePaths
from presencemap.cli import phrases
from presencemap.cli.answers import ask, check_team, print_json, print_rows
from presencemap.domain.errors import NodeNotRunning

EXAMINED_WITHIN: Final = 30.0


def peer_add(arguments: Namespace, paths: ProfilePaths) -> None:
    """``peer add``."""
    ask(paths, control.asked(AddPeer(arguments.address)))
    print(f"{arguments.address} is dialled from now on.")


def peer_remove(arguments: Namespace, paths: ProfilePaths) -> None:
    """``peer remove``."""
    ask(paths, control.asked(RemovePeer(arguments.address)))
    print(f"{arguments.address} is dialled no more.")


def peer_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``peer list``."""
    peers = ask(paths, {"ask": "peers"}, from_store=True)
    print_rows(peers, phrases.peer_line, as_json=arguments.json)


def doctor(arguments: Namespace, paths: ProfilePaths) -> int:
    """``doctor``: exits 1 where something is to be mended."""
    request = {"ask": "doctor", "name": arguments.person}
    try:
        found = control.ask(paths.control, request, EXAMINED_WITHIN)
    except NodeNotRunning:
        found = _examined(paths, arguments.person)
    if arguments.json:
        print_json(found)
    elif arguments.person:
        print("\n".join(phrases.colleague_lines(found)))
    else:
        print("\n".join(phrases.report_lines(found)))
    return int(not found["reached" if arguments.person else "well"])


def _examined(paths: ProfilePaths, person: str | None) -> Any:
    """What can be found out without a node."""
    import asyncio  # noqa: PLC0415 - few commands need it

    from presencemap.app.doctor.view import diagnosis  # noqa: PLC0415
    from presencemap.app.offline import StoreDesk  # noqa: PLC0415

    check_team(paths)
    with StoreDesk(paths) as desk:
        report = asyncio.run(desk.examine())
    return diagnosis(report, person)
