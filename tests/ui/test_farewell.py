"""What is said after leaving."""

from pytestqt.qtbot import QtBot

from presencemap.ui.farewell import Farewell


def test_it_names_the_team_and_asks_what_now(qtbot: QtBot) -> None:
    farewell = Farewell("Lerend <b>Collectief</b>")
    qtbot.addWidget(farewell)
    farewell.show()
    assert farewell.windowTitle() == "You have left Lerend <b>Collectief</b>"
    with qtbot.waitSignal(farewell.accepted):
        farewell.main.click()
    with qtbot.waitSignal(farewell.rejected):
        farewell.cancel.click()
