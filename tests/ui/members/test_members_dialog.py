"""The list of members and invites, and what it leads to."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import (
    AppointSteward,
    Command,
    LeaveTeam,
    RemoveMember,
    ShowInvites,
    ShowMembers,
    ShowWords,
    VerifyMember,
    WithdrawInvite,
)
from presencemap.domain.errors import Refused
from presencemap.ui.dialog import Dialog
from presencemap.ui.members.leave_dialog import LeaveDialog
from presencemap.ui.members.members_dialog import MembersDialog
from presencemap.ui.members.remove_dialog import RemoveDialog
from presencemap.ui.members.steward_dialog import StewardDialog
from presencemap.ui.members.verify_dialog import VerifyDialog


@pytest.fixture
def dialog(stage: Any, factories: ModuleType, qtbot: QtBot) -> MembersDialog:
    stage.node.answers = {
        ShowMembers: factories.members(),
        ShowInvites: factories.invites(),
        ShowWords: {"words": factories.WORDS},
    }
    made = MembersDialog(stage.team)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.rows))
    return made


def confirmed(asked: Dialog | None, stage: Any, qtbot: QtBot) -> Command:
    """What is asked of the node once somebody has agreed: the act, then both lists anew."""
    assert asked is not None
    before = len(stage.node.posted)
    asked.submit()
    qtbot.waitUntil(lambda: len(stage.node.posted) >= before + 3)
    act: Command
    act, *lists = stage.node.posted[before:]
    assert lists == [ShowMembers(), ShowInvites()]
    return act


def test_everybody_with_what_can_be_done(dialog: MembersDialog) -> None:
    me, *others = dialog.rows
    assert me.name == "Sofie Vermeulen"
    assert not me.remove.isVisible()
    assert not me.verify.isVisible()
    assert all(row.remove.isVisible() for row in others)
    assert [row.appoint.isVisible() for row in others] == [True, True, False, True]
    assert not me.appoint.isVisible()
    assert sorted(row.verify.isVisible() for row in others) == [False, True, True, True]
    assert [row.withdraw.isVisible() for row in dialog.invites] == [True, False]


def test_a_member_is_verified_from_here(dialog: MembersDialog, stage: Any, qtbot: QtBot) -> None:
    row = next(row for row in dialog.rows if row.verify.isVisible())
    row.verify.click()
    asked = dialog.findChild(VerifyDialog)
    assert asked is not None
    qtbot.waitUntil(asked.main.isEnabled)
    verified = VerifyMember(row.person, " ".join(asked.words))
    assert confirmed(asked, stage, qtbot) == verified


def test_a_member_becomes_a_steward_after_a_word_on_what_it_means(
    dialog: MembersDialog, stage: Any, qtbot: QtBot
) -> None:
    row = dialog.rows[1]
    row.appoint.click()
    asked = dialog.findChild(StewardDialog)
    assert confirmed(asked, stage, qtbot) == AppointSteward(row.person)


def test_a_member_is_removed_after_a_word_on_what_it_does(
    dialog: MembersDialog, stage: Any, qtbot: QtBot
) -> None:
    row = dialog.rows[1]
    row.remove.click()
    asked = dialog.findChild(RemoveDialog)
    assert confirmed(asked, stage, qtbot) == RemoveMember(row.person)


def test_an_invite_is_withdrawn(dialog: MembersDialog, stage: Any, qtbot: QtBot) -> None:
    dialog.invites[0].withdraw.click()
    qtbot.waitUntil(lambda: WithdrawInvite("ab" * 16) in stage.node.posted)
    qtbot.waitUntil(lambda: stage.node.posted.count(ShowMembers()) == 2)


def test_a_refusal_is_said(dialog: MembersDialog, stage: Any, qtbot: QtBot) -> None:
    stage.node.error = Refused("Not allowed.")
    dialog.invites[0].withdraw.click()
    qtbot.waitUntil(lambda: bool(dialog.message))
    dialog.submit()
    assert not dialog.isVisible()


def test_leaving_is_asked_about_first(dialog: MembersDialog, stage: Any) -> None:
    dialog.leave.click()
    assert dialog.findChild(LeaveDialog) is not None
    assert LeaveTeam() not in stage.node.posted
