import dataclasses

import pytest

from presencemap.app.commands import KEEP, SetStatus


def test_a_status_command_keeps_whatever_it_does_not_name() -> None:
    command = SetStatus(place="home")
    assert (command.availability, command.activity, command.until) == (KEEP, KEEP, KEEP)
    assert SetStatus(place=None).place is None, "None takes a place back; it isn't KEEP"


def test_commands_cannot_be_changed_once_they_cross_threads() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        SetStatus().place = "home"  # type: ignore[misc]
