import dataclasses
import inspect
from typing import get_args

import pytest

from presencemap.protocol import events
from presencemap.protocol.events import Event, LinkLost


def test_each_event_is_one_that_an_endpoint_must_handle() -> None:
    made = {
        thing
        for _, thing in inspect.getmembers(events, inspect.isclass)
        if thing.__module__ == events.__name__
    }
    assert made == set(get_args(Event))


def test_events_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        LinkLost("in-1").link = "in-2"  # type: ignore[misc]
