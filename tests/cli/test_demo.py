from argparse import Namespace
from pathlib import Path
from typing import Any, Self

import pytest

from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.cli import demo
from presencemap.cli.demo import PICTURE, has_display, run_demo
from presencemap.cli.main import run

ANNA = {
    "person": "f" * 64, "name": "Anna Peeters", "me": False, "cloned": False, "presence": "online",
    "status": {"availability": "busy", "text": None, "place": None, "guests": 0, "until": None},
}  # fmt: skip
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class EmptyStage:
    """A stage without colleagues; what a demo is about is tested in tests/app/demo."""

    raised = 0

    def __init__(self, people: int) -> None:
        self.people = people
        self.paths = ProfilePaths.at(Path.home() / "stage")

    def __enter__(self) -> Self:
        EmptyStage.raised += 1
        return self

    def __exit__(self, *_: object) -> None:
        EmptyStage.raised -= 1


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the window's session was asked for; it tells that two are live, and ends."""
    asked: dict[str, Any] = {}

    def run_session(paths: ProfilePaths, options: Options, **how: Any) -> int:
        assert EmptyStage.raised == 1, "the curtain is up"
        asked.update(how, paths=paths, options=options)
        how["told"](2)
        return 0

    monkeypatch.setattr(demo, "Stage", EmptyStage)
    monkeypatch.setattr("presencemap.ui.demo_session.run_demo_session", run_session)
    monkeypatch.setattr("presencemap.app.control.ask", lambda *_: [ANNA, ANNA | {"me": True}])
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    # So that what the demo sets is taken back.
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    return asked


def arguments(**changes: Any) -> Namespace:
    return Namespace(**{"people": 3, "seconds": None, "screenshot": None} | changes)


def test_without_a_display_it_says_so_takes_a_picture_and_prints_who(
    session: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_demo(arguments()) == 0
    assert EmptyStage.raised == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "There is no display here, so the window is drawn out of sight.",
        "Anna Peeters: busy",
        "Anna Peeters (you): busy",
        f"2 of 3 colleagues live; the window is in {PICTURE}",
    ]
    assert (session["expected"], session["picture"], session["seconds"]) == (3, PICTURE, None)
    assert session["paths"].data == Path.home() / "stage"
    assert session["options"].listen.host == "127.0.0.1"
    assert not has_display(), "the window's toolkit was told too"


def test_with_a_display_the_window_stays_until_it_is_closed(
    session: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":77")
    assert run_demo(arguments()) == 0
    assert session["picture"] is None
    assert "no display" not in capsys.readouterr().out


def test_the_picture_and_the_end_are_as_asked(session: dict[str, Any]) -> None:
    words = ["demo", "--people", "2", "--seconds", "1.5", "--screenshot", "here.png"]
    assert run(words) == 0
    assert session["expected"] == 2
    assert (session["picture"], session["seconds"]) == (Path("here.png"), 1.5)


@pytest.mark.parametrize(
    ("screens", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:x"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
    ],
)
def test_a_display_is_where_a_window_can_be_seen(
    screens: dict[str, str], seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    for name, value in screens.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    assert has_display() is seen
    monkeypatch.setattr("sys.platform", "darwin")
    assert has_display() is not screens.get("QT_QPA_PLATFORM", "").startswith(("off", "min"))


def test_more_colleagues_than_there_are_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--people", "1000"]) == 1
    assert "colleagues" in capsys.readouterr().err
