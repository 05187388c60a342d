"""My profile, saved."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetProfile
from presencemap.domain.errors import Refused
from presencemap.ui.profile.dialog import ProfileDialog


def test_it_begins_with_my_profile_and_saves_the_new_one(stage: Any, qtbot: QtBot) -> None:
    dialog = ProfileDialog(stage.team)
    qtbot.addWidget(dialog)
    dialog.show()
    mine = stage.team.me.person.profile
    assert dialog.form.typed() == mine
    dialog.form.talents.add("Sailing")
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    (command,) = stage.node.posted
    assert command == SetProfile(type(mine)(mine.name, (*mine.talents, "Sailing"), mine.contacts))
    assert "Sailing" in stage.team.me.person.profile.talents


def test_an_error_keeps_what_was_typed(stage: Any, qtbot: QtBot) -> None:
    dialog = ProfileDialog(stage.team)
    qtbot.addWidget(dialog)
    dialog.show()
    stage.node.error = Refused("Not now.")
    dialog.form.name.setText("Sofie V.")
    dialog.main.click()
    qtbot.waitUntil(lambda: dialog.message == "Not now.")
    assert dialog.isVisible()
    assert dialog.main.isEnabled()
    assert dialog.form.name.text() == "Sofie V."


def test_no_name_is_not_posted(stage: Any, qtbot: QtBot) -> None:
    dialog = ProfileDialog(stage.team)
    qtbot.addWidget(dialog)
    dialog.form.name.clear()
    dialog.submit()
    assert stage.node.posted == []


def test_made_in_steps_it_is_the_same(stage: Any, qtbot: QtBot) -> None:
    whole, dialog = ProfileDialog(stage.team), ProfileDialog(stage.team, later=True)
    for made in (whole, dialog):
        qtbot.addWidget(made)
    assert len(list(dialog.steps)) > 3
    assert dialog.form.typed() == whole.form.typed()
    assert dialog.sizeHint() == whole.sizeHint()
    assert dialog.focusWidget() is dialog.form.name
