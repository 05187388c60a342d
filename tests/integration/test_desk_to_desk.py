"""From the tray or the command line of one to list and map of the other. Mirrors no one module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.protocol.address import Address
from presencemap.ui.application import Session
from presencemap.ui.host import ProfileHost
from presencemap.ui.map.accessible import PlateButton
from presencemap.ui.people.roster_model import Role
from presencemap.ui.preferences import Preferences
from tests.nodes import NodeProcess, call, eventually, who

pytestmark = pytest.mark.processes
WAIT = 20_000


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[NodeProcess]:
    """Anna's node, a process of its own, with a place that she made."""
    profile = tmp_path / "anna"
    call(profile, "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    with NodeProcess(profile, "--listen", "127.0.0.1:0", "--no-mdns") as node:
        call(profile, "place", "add", "Acme, Gent", "--kind", "client", "--near", "Gent")
        yield node


@pytest.fixture
def window(tmp_path: Path, anna: NodeProcess, qtbot: QtBot) -> Iterator[Session]:
    """Bram's window in this process, on a node of its own."""
    link = call(anna.profile, "team", "invite").strip()
    call(tmp_path / "bram", "team", "join", link, "--as", "Bram Claeys")
    options = Options(
        listen=Address("127.0.0.1", 0),
        peers=(Address.parse(anna.door),),
        interfaces=("127.0.0.1",),
        mdns=False,
    )
    paths = ProfilePaths.at(tmp_path / "bram")
    session = Session(ProfileHost(paths, options), Preferences(paths.settings))
    session.begin()
    qtbot.waitUntil(lambda: session.team.live() == 1, timeout=WAIT)
    yield session
    session.quit()


def test_a_status_set_on_a_command_line_appears_in_list_and_map(
    anna: NodeProcess, window: Session, qtbot: QtBot
) -> None:
    shell = window.shell
    assert shell is not None

    def rows() -> str:
        model = shell.window.people.view.model()
        texts = (model.index(row, 0) for row in range(model.rowCount()))
        return "\n".join(
            str(index.data(Role.FACTS)) + str(index.data(256) or "") for index in texts
        )

    def plates() -> str:
        found = shell.window.map.findChildren(PlateButton)
        return "\n".join(plate.accessibleName() for plate in found if plate.isVisible())

    assert "Acme" not in plates()
    call(
        anna.profile, "set", "Peppol bounces #peppol", "--kind", "struggling-with",
        "--place", "acme", "--for", "2h",
    )  # fmt: skip
    qtbot.waitUntil(lambda: "Acme" in plates(), timeout=WAIT)
    assert "Anna" in plates()
    assert "struggling" in plates()
    qtbot.waitUntil(lambda: "Peppol bounces" in rows(), timeout=WAIT)


def test_an_availability_picked_in_the_tray_reaches_the_others_who(
    anna: NodeProcess, window: Session, qtbot: QtBot
) -> None:
    shell = window.shell
    assert shell is not None
    menu = shell.tray.menu
    menu.refresh()
    [busy] = [action for action in menu.actions() if action.text() == "Busy"]
    busy.trigger()

    def heard() -> str | None:
        qtbot.wait(50)
        status = who(anna.profile)["Bram Claeys"]["status"]
        return status and status["availability"]

    eventually(heard, lambda availability: availability == "busy")


def test_what_the_composer_shares_reaches_the_others_who(
    anna: NodeProcess, window: Session, qtbot: QtBot
) -> None:
    shell = window.shell
    assert shell is not None
    shell.open_composer()
    qtbot.waitUntil(shell.composer.isVisible, timeout=WAIT)
    qtbot.keyClicks(shell.composer.focusWidget(), "Reading the test log #peppol")
    shell.composer.share()

    def heard() -> str | None:
        qtbot.wait(50)
        status = who(anna.profile)["Bram Claeys"]["status"]
        return status and status["text"]

    eventually(heard, lambda text: text == "Reading the test log #peppol")
    qtbot.waitUntil(lambda: not shell.composer.isVisible(), timeout=WAIT)
