"""People by their ids, as far as the roster knows them."""

from presencemap.domain.person import Person
from presencemap.ui.people.roster_model import RosterModel


def person_of(roster: RosterModel, person: str) -> Person | None:
    """Who it is; None for a stranger, and for who left."""
    card = roster.card(person)
    return None if card is None else card.person


def name_of(roster: RosterModel, person: str) -> str:
    """What a person is called; the start of their id where they left."""
    known = person_of(roster, person)
    return person[:12] if known is None else known.name
