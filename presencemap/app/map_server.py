"""What is asked about the team's map server, done on an opened team: choosing and showing it."""

from presencemap.app.commands import ChooseMapServer
from presencemap.app.notices import MapServerChanged
from presencemap.app.views import Json
from presencemap.domain.map_server import MapServer
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.map_choice import map_server


def chosen(endpoint: Endpoint, command: ChooseMapServer, now: int) -> list[Effect]:
    """The effects of a choice.

    Raises:
        UserError: no map can be fetched by it, or it is for others to choose.
    """
    none = not (command.template or command.attribution)
    server = None if none else MapServer.said(command.template, command.attribution)
    return endpoint.owner.choose_map_server(server, now)


def map_server_changed(endpoint: Endpoint) -> MapServerChanged:
    """The map server as it is, and whether it is for me to choose."""
    found = map_server(endpoint.replica)
    mine = endpoint.membership.may_decide(endpoint.me.person.id)
    return MapServerChanged(found and found[0], mine)


def map_server_view(endpoint: Endpoint, now: int) -> Json | None:
    """``team map --json``."""
    found = map_server(endpoint.replica)
    if found is None:
        return None
    server, by = found
    return {
        "url": server.template,
        "attribution": server.attribution,
        "person": by,
        "name": endpoint.cards.of(by, now).person.name,
    }
