from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from presencemap.app.clock import now_ms
from presencemap.app.demo.troupe import loopback_options
from presencemap.app.entry import create_team
from presencemap.app.lock import free_within
from presencemap.app.paths import ProfilePaths
from presencemap.domain.person import Profile
from presencemap.ui import photographer
from presencemap.ui.demo_session import run_demo_session


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = ProfilePaths.at(tmp_path / "me")
    create_team(made, "Lerend Collectief", Profile("Sofie"), now_ms())
    return made


def test_with_a_picture_it_ends_by_itself_and_leaves_the_profile_free(
    paths: ProfilePaths, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photographer, "SETTLE_FOR", 300)
    picture, told = tmp_path / "window.png", list[int]()
    code = run_demo_session(
        paths, loopback_options(), expected=0, picture=picture, seconds=None, told=told.append
    )
    assert (code, told) == (0, [0])
    assert QImage(str(picture)).width() >= 720
    assert free_within(paths, 0)


def test_after_so_many_seconds_it_ends_without_a_picture(paths: ProfilePaths, qapp: object) -> None:
    told = list[int]()
    code = run_demo_session(
        paths, loopback_options(), expected=12, picture=None, seconds=0.3, told=told.append
    )
    assert (code, told) == (0, [])
    assert free_within(paths, 0)
