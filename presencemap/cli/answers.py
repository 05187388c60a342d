"""The answer to what a command asks: the running node's, or, where that is enough, the own store's.

Owns the way there and how programs read it. Knows no command and no sentence about one.
"""

import json
from collections.abc import Callable
from typing import Any, Final

from presencemap.app import control
from presencemap.app.clock import now_ms
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import NodeBusy, NodeNotRunning, NoTeam, ProfileInUse

_HELD: Final = (
    "Another program has this profile for the moment: a node that is starting or stopping, or "
    "another command. Try again; nothing was changed."
)


def ask(paths: ProfilePaths, request: dict[str, Any], *, from_store: bool = False) -> Any:
    """The running node's answer; without one the own store's, where that is enough."""
    try:
        return control.ask(paths.control, request)
    except NodeNotRunning as error:
        no_node = error
    # Here, since who finds a node needs none of the protocol, which takes longer than the question.
    from presencemap.app.offline import StoreDesk  # noqa: PLC0415
    from presencemap.app.requests import answered  # noqa: PLC0415

    check_team(paths)
    if not from_store:
        raise no_node
    try:
        with StoreDesk(paths) as desk:
            # Through JSON, as from a node, so that both ways give the same.
            return json.loads(json_text(answered(desk, request, now_ms())))
    except ProfileInUse:
        raise NodeBusy(_HELD) from None


def check_team(paths: ProfilePaths) -> None:
    """Without a team, a node is not what is missing."""
    from presencemap.app.entry import has_team  # noqa: PLC0415

    if not has_team(paths):
        raise NoTeam(
            "This profile has no team yet: presencemap team create NAME --as ME, "
            "or presencemap team join LINK --as ME"
        )


def print_json(value: Any) -> None:
    """What ``--json`` prints."""
    print(json_text(value))


def print_rows(
    rows: list[dict[str, Any]], line: Callable[[dict[str, Any]], str], *, as_json: bool
) -> None:
    """What a list is answered by: a line each, or all of it for a program."""
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print(line(row))


def json_text(value: Any) -> str:
    """The same as a text: on one line, with its letters as they are."""
    return json.dumps(value, ensure_ascii=False)
