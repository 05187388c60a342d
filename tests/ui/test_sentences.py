"""Errors in words."""

import pytest

from presencemap.domain import errors
from presencemap.domain.wrong import Wrong
from presencemap.ui.sentences import sentence


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errors.TextTooLong(152, 140), "152"),
        (errors.InviteUnreadable("x"), "copy it from start to end"),
        (errors.InviteExpired("x"), "expired"),
        (errors.NodeNotRunning("x"), "isn't connected"),
        (errors.TownUnknown("No town is known as “Gnet”."), "Gnet"),
        (errors.InvalidInput("x", Wrong.ROOM_CAPACITY, most=7), "1 to 7 people"),
        (errors.PictureTooLarge("x"), "8000 pixels"),
        (errors.DiskFull("x"), "free some space"),
        (errors.DiskReadOnly("x"), "read-only"),
        (errors.DatabaseDamaged("x"), "Quit and start again"),
        (errors.RecordsSetAside("x", "old.db"), "kept aside as old.db"),
        (errors.RecordsSetAside("x"), "send them back"),
        (errors.ProfileUnreadable("team.key is damaged."), "team.key is damaged."),
        (errors.PortTaken("Port 7 is taken."), "Port 7 is taken."),
    ],
)
def test_each_error_says_what_to_do(error: Exception, words: str) -> None:
    assert words in sentence(error)


@pytest.mark.expects_log("unexpected failure")
def test_our_own_fault_is_logged_and_admitted() -> None:
    words = sentence(ZeroDivisionError("secret detail"))
    assert "app's fault" in words
    assert "secret" not in words
