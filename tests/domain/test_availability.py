"""The words of the wire and of the command line are a contract."""

from presencemap.domain.availability import Availability, Presence, Reach


def test_a_person_says_one_of_four_and_never_offline() -> None:
    assert [*Availability] == ["available", "busy", "do_not_disturb", "away"]


def test_what_is_known_of_another() -> None:
    assert [*Presence] == ["online", "uncertain", "offline"]
    assert [*Reach] == ["direct", "relayed", "none"]
