"""The three families."""

import inspect

import pytest

from presencemap.domain import errors
from presencemap.domain.errors import (
    EnvironmentFault,
    PeerError,
    PresenceMapError,
    TextTooLong,
    UserError,
)
from presencemap.domain.wrong import Wrong

ALL = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if kind.__module__ == errors.__name__
]
FAMILIES = (PeerError, EnvironmentFault, UserError)


@pytest.mark.parametrize("kind", ALL)
def test_each_is_in_one_family(kind: type[Exception]) -> None:
    families = [family for family in FAMILIES if issubclass(kind, family)]
    assert issubclass(kind, PresenceMapError)
    assert len(families) == (0 if kind is PresenceMapError else 1)


def test_a_text_too_long_says_by_how_much() -> None:
    error = TextTooLong(163, 140)
    assert (error.length, error.limit) == (163, 140)
    assert str(error) == (
        "That is 163 characters; at most 140 fit. Shorten it by 23; nothing was shared."
    )


def test_what_was_set_aside_says_under_which_name() -> None:
    fault = errors.RecordsSetAside("The records were damaged.", "records-damaged.db")
    assert (str(fault), fault.kept) == ("The records were damaged.", "records-damaged.db")
    assert errors.RecordsSetAside("There were none.").kept == ""


def test_who_was_removed_reads_what_is_left_to_do() -> None:
    assert "team leave --unheard" in str(errors.RemovedFromTeam())
    assert str(errors.RemovedFromTeam("As told.")) == "As told."


def test_an_error_may_say_which_thing_is_wrong_and_with_what() -> None:
    error = errors.InvalidInput("At most 7.", Wrong.ROOM_CAPACITY, most=7)
    assert (str(error), error.wrong, error.facts) == (
        "At most 7.",
        Wrong.ROOM_CAPACITY,
        {"most": 7},
    )
    assert (errors.NoTeam("None.").wrong, errors.NoTeam("None.").facts) == (None, {})
