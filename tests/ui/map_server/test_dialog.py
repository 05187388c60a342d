"""Choosing the map server for the team, and agreeing to it on this computer."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ChooseMapServer
from presencemap.app.notices import MapServerChanged
from presencemap.domain.errors import Refused
from presencemap.domain.map_server import MapServer
from presencemap.ui.controls import Label
from presencemap.ui.map_server.dialog import MapServerDialog

OURS = MapServer("https://tiles.example/{z}/{x}/{y}.png", "© Us")


class Consent:
    """What was answered."""

    def __init__(self) -> None:
        self.agreed: bool | None = None
        self.troubled = False
        self.answers: list[tuple[str, bool]] = []

    def answer(self, site: str, agreed: bool) -> None:
        self.answers.append((site, agreed))


@pytest.fixture
def consent() -> Consent:
    return Consent()


def opened(
    stage: Any, qtbot: QtBot, consent: Consent, server: MapServer | None, *, mine: bool = True
) -> MapServerDialog:
    stage.team.take(MapServerChanged(server, mine=mine))
    dialog = MapServerDialog(stage.team, consent)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words_of(dialog: MapServerDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(Label) if label.isVisible())


def test_one_is_chosen_for_the_team_and_used_here(
    stage: Any, qtbot: QtBot, consent: Consent
) -> None:
    dialog = opened(stage, qtbot, consent, None)
    assert not dialog.use.isChecked()
    dialog.template.setText(f" {OURS.template} ")
    dialog.attribution.setText(" ©  Us")
    dialog.use.setChecked(True)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert stage.node.posted == [ChooseMapServer(OURS.template, "© Us")]
    assert consent.answers == [("tiles.example", True)]


def test_to_choose_one_answers_nothing_for_this_computer(
    stage: Any, qtbot: QtBot, consent: Consent
) -> None:
    dialog = opened(stage, qtbot, consent, None)
    dialog.template.setText(OURS.template)
    dialog.attribution.setText("© Us")
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert consent.answers == [], "that is asked on the map"


def test_both_empty_is_none(stage: Any, qtbot: QtBot, consent: Consent) -> None:
    dialog = opened(stage, qtbot, consent, OURS)
    assert (dialog.template.text(), dialog.attribution.text()) == (OURS.template, "© Us")
    dialog.template.clear()
    dialog.attribution.clear()
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert stage.node.posted == [ChooseMapServer()]
    assert consent.answers == []


def test_what_is_wrong_is_said_at_its_field(stage: Any, qtbot: QtBot, consent: Consent) -> None:
    dialog = opened(stage, qtbot, consent, None)
    dialog.template.setText("http://tiles.example/{z}/{x}/{y}.png")
    dialog.main.click()
    assert "https://tiles.example" in dialog._template_field.error
    dialog.template.setText(OURS.template)
    dialog.template.textEdited.emit("")
    assert dialog._template_field.error == ""
    dialog.main.click()
    assert dialog._attribution_field.error == "Say whose map it is."
    assert stage.node.posted == []


def test_who_may_not_choose_sees_which_and_agrees(
    stage: Any, qtbot: QtBot, consent: Consent
) -> None:
    dialog = opened(stage, qtbot, consent, OURS, mine=False)
    assert not dialog.template.isVisible()
    assert "tiles.example: © Us" in words_of(dialog)
    assert "learns which parts" in dialog.use.accessibleDescription()
    dialog.use.setChecked(True)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert consent.answers == [("tiles.example", True)]
    assert stage.node.posted == []


def test_agreeing_is_taken_back(stage: Any, qtbot: QtBot, consent: Consent) -> None:
    consent.agreed = True
    dialog = opened(stage, qtbot, consent, OURS, mine=False)
    assert dialog.use.isChecked()
    dialog.use.setChecked(False)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert consent.answers == [("tiles.example", False)]


def test_without_one_there_is_nothing_to_agree_to(
    stage: Any, qtbot: QtBot, consent: Consent
) -> None:
    dialog = opened(stage, qtbot, consent, None, mine=False)
    assert "Your team uses none." in words_of(dialog)
    assert not dialog.use.isVisible()


def test_trouble_is_said(stage: Any, qtbot: QtBot, consent: Consent) -> None:
    consent.troubled = True
    assert "doesn't answer" in words_of(opened(stage, qtbot, consent, OURS))


def test_what_the_node_refuses_keeps_it_open(stage: Any, qtbot: QtBot, consent: Consent) -> None:
    dialog = opened(stage, qtbot, consent, None)
    dialog.template.setText(OURS.template)
    dialog.attribution.setText("© Us")
    stage.node.error = Refused("Only this team's stewards choose its map server.")
    dialog.main.click()
    qtbot.waitUntil(lambda: "stewards" in dialog.message)
    assert dialog.main.isEnabled()
    assert consent.answers == []
