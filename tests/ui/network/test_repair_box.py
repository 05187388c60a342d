"""The first fault's one thing to do; an address is taken right here."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.commands import AddPeer
from presencemap.app.doctor.findings import judged
from presencemap.domain.errors import InvalidInput
from presencemap.net.sounding import Sounding
from presencemap.protocol.address import Outcome
from presencemap.ui.network.repair_box import RepairBox


@pytest.fixture
def box(stage: Any, qtbot: QtBot) -> RepairBox:
    made = RepairBox(stage.team)
    qtbot.addWidget(made)
    return made


def unheard(factories: Any) -> Any:
    facts = factories.report(factories.team(0), Outcome.REACHED).facts
    gone = replace(factories.report(factories.team(12)).facts.colleagues[-1], goodbye=False)
    return judged(replace(facts, colleagues=(gone,), sounding=Sounding(("10.20.8.5",))))


def test_without_a_fault_it_is_away(box: RepairBox, factories: Any) -> None:
    box.tell(factories.report(factories.team(12), Outcome.REACHED))
    assert box.isHidden()


def test_a_blocked_door_is_said_and_has_no_field(box: RepairBox, factories: Any) -> None:
    box.tell(factories.report(factories.team(12)))
    assert box.isVisible()
    assert box.title.text() == "To do: Direct connections"
    assert "TCP ports 47800 and 47801" in box.text.text()
    assert not box.address.isVisible()


def test_an_address_is_added_and_the_network_is_looked_at_again(
    box: RepairBox, stage: Any, factories: Any, qtbot: QtBot
) -> None:
    box.tell(unheard(factories))
    assert box.address.isVisible()
    assert box.address.accessibleName() == "Address of a colleague's computer"
    box.add.click()
    assert box.field.error == "Type an address, like 10.20.12.41 or office-pc."
    qtbot.keyClicks(box.address, " 10.20.12.41 ")
    assert box.field.error == ""
    with qtbot.waitSignal(box.added):
        qtbot.keyClick(box.address, Qt.Key.Key_Return)
    assert stage.node.posted == [AddPeer("10.20.12.41")]
    assert box.address.text() == ""


def test_a_wrong_address_is_said_at_the_field(
    box: RepairBox, stage: Any, factories: Any, qtbot: QtBot
) -> None:
    box.tell(unheard(factories))
    stage.node.error = InvalidInput("That is no address.")
    box.address.setText("no:port")
    box.add.click()
    qtbot.waitUntil(lambda: box.field.error == "That is no address.")
    assert box.add.isEnabled()


def test_an_answer_after_the_window_went_finds_nobody(
    box: RepairBox, stage: Any, factories: Any, qtbot: QtBot
) -> None:
    box.tell(unheard(factories))
    stage.node.holding = True
    box.address.setText("10.0.0.1")
    box.add.click()
    box.leave()
    with qtbot.assertNotEmitted(box.added, wait=50):
        stage.node.release()
    box._failed(InvalidInput("late"))
    assert box.field.error == ""
