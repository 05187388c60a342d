"""The program below fulfils what the window asks of it."""

import inspect

from presencemap.app.gazetteer import Gazetteer
from presencemap.ui import ports
from presencemap.ui.host import ProfileHost, RunningNode


def test_every_port_has_its_implementation() -> None:
    for port, made in (
        (ports.Host, ProfileHost),
        (ports.Node, RunningNode),
        (ports.Towns, Gazetteer),
    ):
        for name in (n for n in dir(port) if not n.startswith("_")):
            wanted, found = getattr(port, name), getattr(made, name)
            if inspect.isfunction(wanted):
                asked = list(inspect.signature(wanted).parameters)
                assert list(inspect.signature(found).parameters)[: len(asked)] == asked, name
