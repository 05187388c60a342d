import dataclasses

import pytest

from presencemap.app.notices import Event, RosterChanged, Started
from presencemap.domain.availability import Presence


def test_notices_cannot_be_changed_once_they_cross_threads() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        RosterChanged(()).cards = ()  # type: ignore[misc]
    assert Started("t", "p", "d", "f") == Started("t", "p", "d", "f")


def test_each_presence_is_an_event_that_watch_can_tell() -> None:
    assert {Event(presence.value) for presence in Presence} < set(Event)
