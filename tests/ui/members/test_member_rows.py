"""What a member's and an invite's row say."""

from types import ModuleType

from pytestqt.qtbot import QtBot

from presencemap.ui.controls import Glyph
from presencemap.ui.members.member_rows import InviteRow, MemberRow, invite_notes, member_notes


def test_notes(factories: ModuleType, look: object) -> None:
    me, bram, cleo, *_ = factories.members()
    assert member_notes(me) == "This is you, steward"
    assert member_notes(bram) == "Invited by Sofie Vermeulen"
    assert member_notes(cleo) == "Steward, verified, invited by Sofie Vermeulen"
    waits = factories.member(9, "Tom", admitted=False, invited_by=None)
    assert member_notes(waits) == "Not met yet by a member"
    doubted = factories.member(9, "Tom", verified=True, cloned=True)
    assert member_notes(doubted) == (
        "Two computers use their key: ask them, verified, invited by Sofie Vermeulen"
    )
    open_one, full = factories.invites()
    assert invite_notes(open_one, factories.NOW).startswith("Used 4 of 50 times, until ")
    assert invite_notes(full, factories.NOW) == (
        "Used 3 of 1 times, 2 more than meant, let in at the same time"
    )


def test_a_cloned_key_is_marked_before_all_else(
    factories: ModuleType, look: object, qtbot: QtBot
) -> None:
    for about, marks in (({}, 0), ({"verified": True}, 1), ({"verified": True, "cloned": True}, 1)):
        row = MemberRow(factories.member(5, "Tom", **about))
        qtbot.addWidget(row)
        assert len(row.findChildren(Glyph)) == marks
    assert row.notes.text().startswith("Two computers use their key")
    assert "Two computers use their key" in row.accessibleName()


def test_rows_tell_whose_button_it_was(factories: ModuleType, look: object, qtbot: QtBot) -> None:
    row = MemberRow(factories.member(5, ""))
    qtbot.addWidget(row)
    assert row.name == factories.person_id(5)[:12], "no name is known yet"
    with qtbot.waitSignal(row.remove_wanted) as told:
        row.remove.click()
    assert told.args == [row.person, row.name]
    with qtbot.waitSignal(row.verify_wanted):
        row.verify.click()
    invite = InviteRow(factories.invites()[0], factories.NOW)
    qtbot.addWidget(invite)
    with qtbot.waitSignal(invite.withdraw_wanted) as told:
        invite.withdraw.click()
    assert told.args == ["ab" * 16]


def test_no_button_is_a_window_before_it_is_in_its_row(
    factories: ModuleType, look: object, qtbot: QtBot, windows: list[str]
) -> None:
    for member in factories.members():
        qtbot.addWidget(MemberRow(member))
    for invite in factories.invites():
        qtbot.addWidget(InviteRow(invite, factories.NOW))
    assert windows == []
