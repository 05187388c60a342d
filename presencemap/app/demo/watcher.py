"""Whom whoever watches the demo follows: told to their node, as the command line would.

Only where the colleagues are made is it known who plays; the watcher's node runs elsewhere.
"""

from pathlib import Path

from presencemap.app import control
from presencemap.app.demo.conversation import Heard
from presencemap.domain.errors import NodeBusy, NodeNotRunning, NotFound


def followed(heard: Heard, socket: Path) -> bool:
    """Have them follow what the script says; False while their node doesn't know all of it yet."""
    try:
        for wanted in heard.followed_by(heard.script.me.name):
            control.ask(socket, control.asked(wanted))
    except (NodeNotRunning, NodeBusy, NotFound):
        return False
    return True
