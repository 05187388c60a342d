"""Nothing is fetched before its owner agreed; asked once, where it matters, and remembered."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.notices import MapServerChanged, Removed, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.domain.map_server import MapServer
from presencemap.ui.map.raster.layer import RasterLayer
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.map_server.consent import MapConsent
from presencemap.ui.preferences import Preferences

OURS = MapServer("https://tiles.example/{z}/{x}/{y}.png", "© Us")
THEIRS = MapServer("https://maps.example/{z}/{x}/{y}.png", "© Them")


class Scene:
    """A map over which a consent stands, and what the map was told to use."""

    def __init__(self, stage: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stage = stage
        self.used: list[MapServer | None] = [None]
        monkeypatch.setattr(RasterLayer, "use", lambda _, server, __: self._use(server))
        self.map = WhereMap()
        qtbot.addWidget(self.map)
        self.map.resize(900, 700)
        self.map.show()
        self.consent = MapConsent(stage.team, stage.preferences, self.map, self.map)

    def _use(self, server: MapServer | None) -> None:
        if server != self.used[-1]:
            self.used.append(server)

    def names(self, server: MapServer | None) -> None:
        self.stage.team.take(MapServerChanged(server, mine=True))

    def zoom(self, zoom: float) -> None:
        self.map.restore_view(51.05, 3.72, zoom)

    @property
    def asks(self) -> bool:
        return self.consent.question.isVisible()


@pytest.fixture
def scene(stage: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Any:
    made = Scene(stage, qtbot, monkeypatch)
    yield made
    made.map.stop()


def test_off_until_it_is_agreed_to_and_asked_only_where_it_matters(scene: Scene) -> None:
    scene.zoom(12.0)
    assert not scene.asks
    scene.zoom(8.0)
    scene.names(OURS)
    assert (scene.asks, scene.consent.agreed) == (False, None)
    scene.zoom(12.0)
    assert scene.asks
    assert scene.used == [None]
    scene.zoom(8.0)
    assert not scene.asks
    scene.zoom(11.0)
    scene.consent.question.yes.click()
    assert not scene.asks
    assert scene.used == [None, OURS]


def test_a_no_is_remembered_and_another_server_is_another_question(
    scene: Scene, stage: Any
) -> None:
    scene.names(OURS)
    scene.zoom(12.0)
    scene.consent.question.no.click()
    scene.zoom(13.0)
    assert not scene.asks
    stage.preferences.save()
    again = Preferences(stage.preferences.path)
    assert again.map_server_agreed(OURS.site) is False
    scene.names(THEIRS)
    assert scene.asks
    assert "maps.example" in scene.consent.question.words.text()
    scene.names(None)
    assert not scene.asks
    assert scene.used == [None]


def test_another_path_of_the_same_host_isnt_asked_about_again(scene: Scene) -> None:
    scene.names(OURS)
    scene.zoom(12.0)
    scene.consent.question.yes.click()
    other = MapServer("https://tiles.example/v2/{z}/{x}/{y}.png", "© Us")
    scene.names(other)
    assert not scene.asks
    assert scene.used == [None, OURS, other]


def test_off_the_network_and_out_of_the_team_nothing_is_fetched(scene: Scene, stage: Any) -> None:
    stage.preferences.agree_to_map_server(OURS.site, agreed=True)
    scene.names(OURS)
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    stage.team.take(SharingChanged(Sharing.PAUSED))
    stage.team.take(Removed())
    assert scene.used == [None, OURS, None, OURS, None]


def test_off_the_network_nothing_is_asked(scene: Scene, stage: Any) -> None:
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    scene.names(OURS)
    scene.zoom(12.0)
    assert not scene.asks


def test_a_no_leaves_nothing_of_what_was_fetched(
    scene: Scene, stage: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    stage.preferences.cache = tmp_path / "cache" / "map"
    (tmp_path / "cache" / "map").mkdir(parents=True)
    (tmp_path / "cache" / "map" / "tile").write_bytes(b"picture")
    scene.names(OURS)
    scene.consent.answer(OURS.site, agreed=True)
    assert stage.preferences.cache.exists()
    scene.consent.answer(OURS.site, agreed=False)
    qtbot.waitUntil(lambda: not stage.preferences.cache.exists())
    assert scene.used[-1] is None
