"""The map server as an opened team chooses and shows it."""

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import ChooseMapServer, SetSharing
from presencemap.app.map_server import map_server_changed, map_server_view
from presencemap.app.notices import MapServerChanged
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import InvalidInput, MapTemplateUnusable, Refused
from presencemap.domain.map_server import MapServer

OURS = MapServer("https://tiles.example/{z}/{x}/{y}.png", "© Us")


def test_it_is_chosen_shown_and_given_up(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        assert map_server_changed(desk.team.endpoint) == MapServerChanged(None, mine=True)
        assert map_server_view(desk.team.endpoint, now_ms()) is None
        assert desk.obey(ChooseMapServer(OURS.template, " ©  Us ")) is None
    with StoreDesk(anna) as desk:
        endpoint = desk.team.endpoint
        assert map_server_changed(endpoint) == MapServerChanged(OURS, mine=True)
        assert map_server_view(endpoint, now_ms()) == {
            "url": OURS.template,
            "attribution": "© Us",
            "person": endpoint.me.person.id,
            "name": "Anna Peeters",
        }
        desk.obey(ChooseMapServer())
        assert map_server_changed(endpoint).server is None


def test_what_is_none_is_refused(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        with pytest.raises(MapTemplateUnusable):
            desk.obey(ChooseMapServer("http://tiles.example/{z}/{x}/{y}.png", "© Us"))
        with pytest.raises(MapTemplateUnusable):
            desk.obey(ChooseMapServer("", "© Us"))
        with pytest.raises(InvalidInput, match="whose map"):
            desk.obey(ChooseMapServer(OURS.template))
        desk.obey(SetSharing(Sharing.PAUSED))
        with pytest.raises(Refused, match="paused"):
            desk.obey(ChooseMapServer(OURS.template, "© Us"))
        assert map_server_changed(desk.team.endpoint).server is None
