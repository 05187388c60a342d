"""Whom a search found and who may be named to who never asked: on a card, on a page.

Reads the roster: nobody is named who isn't in it.
"""

from presencemap.domain.expertise import CLEAR, Expert, on_the_same
from presencemap.domain.roster import Freshness
from presencemap.ui.ask.reasons import told
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.suggestions import Helper


def named(roster: RosterModel, people: tuple[Expert, ...], person: str, about: str) -> list[Helper]:
    """Who of these may be named, unasked, to who looks at this person, and why."""
    helpers = []
    now = roster.now()
    for expert in people:
        card = roster.card(expert.person)
        reason = next((each for each in expert.reasons if each.sign in CLEAR), None)
        if card is None or card.me or reason is None or expert.person == person:
            continue
        if not on_the_same(expert, about, roster.names):
            continue
        away = card.freshness(now) in {Freshness.STALE, Freshness.GONE}
        availability = None if away else card.shown_availability()
        helpers.append(Helper(card.person, availability, told(reason).words))
    return helpers
