"""Who left is called by the start of their id."""

from typing import Any

from presencemap.ui.people.known import name_of, person_of


def test_who_is_known_and_who_left(stage: Any) -> None:
    roster, joris = stage.team.roster, stage.cards[1].person
    assert person_of(roster, joris.id) == joris
    assert name_of(roster, joris.id) == joris.name
    left = "0123456789abcdef" * 4
    assert person_of(roster, left) is None
    assert name_of(roster, left) == "0123456789ab"
