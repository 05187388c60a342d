"""The roster: one card for each colleague, how fresh it is, where it belongs in the list."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.person import Person
from presencemap.domain.place import PlaceTree
from presencemap.domain.plan import Plan
from presencemap.domain.status import Kind, Status
from presencemap.domain.text import fold
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames

MINUTE = 60_000
LIVE_FOR = 2 * MINUTE
RECENT_FOR = 30 * MINUTE
KNOWN_FOR = 8 * 60 * MINUTE
_Who = TypeVar("_Who")


class Freshness(StrEnum):
    """How a fact looks: live, recent, last known, or gone from the map; or not of now at all."""

    LIVE = "live"
    RECENT = "recent"
    STALE = "stale"
    GONE = "gone"
    PLANNED = "planned"


class Group(StrEnum):
    """The groups of the list, in their order; ``chosen`` is a place picked on the map.

    The last two are of a day that is planned.
    """

    CHOSEN = "chosen"
    FOLLOWING = "following"
    HERE = "here"
    EVERYONE = "everyone"
    LAST_KNOWN = "last_known"
    OFFLINE = "offline"
    OUT = "out"
    UNPLANNED = "unplanned"

    # Thousands are counted by it at each letter of a filter; an enum's own is many times slower.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Card:
    """What this machine knows of one person. ``last_seen``: the last proof of life, in ms."""

    person: Person
    presence: Presence
    reach: Reach = Reach.NONE
    last_seen: int | None = None
    status: Status | None = None
    me: bool = False
    verified: bool = False
    """Their words were compared on this computer."""
    same_name_as: tuple[str, ...] = ()
    """Others of that name, as long as this one isn't verified: who is who is not known."""
    plans: tuple[Plan, ...] = ()
    """In the order of their days; one may be over here, where it isn't yet at its author's."""
    followed: bool = False
    """I follow them."""
    follows_me: bool = False
    new_key: bool = False
    """One of those is verified, or me: a known name, under another key."""
    through: tuple[Person, ...] = ()
    """Over whose computers word of a relayed one comes."""
    cloned: bool = False
    """Two computers use their key: one of them may be somebody else's."""
    planned: Plan | None = None
    """What this card shows in place of now; an empty one where nothing is planned."""

    def on(self, day: date) -> "Card":
        """The card as planned for a day: it says nothing of now."""
        plan = next((plan for plan in self.plans if plan.day == day), Plan(day))
        return replace(self, planned=plan)

    def status_at(self, now: int) -> Status | None:
        """The status as it stands: place and activity end by this machine's clock."""
        return None if self.status is None or self.planned else self.status.at(now)

    def topics_at(self, now: int) -> tuple[str, ...]:
        """The topics of what they are on; who is last known only is on nothing now."""
        if self.freshness(now) in {Freshness.STALE, Freshness.GONE}:
            return ()
        status = self.status_at(now)
        return status.activity.topics if status is not None and status.activity is not None else ()

    def plans_from(self, today: date) -> tuple[Plan, ...]:
        """What is planned for today and the days to come."""
        return tuple(plan for plan in self.plans if plan.day >= today)

    def freshness(self, now: int) -> Freshness:
        """How old the newest proof is; who is offline by the protocol is last known at once."""
        if self.planned is not None:
            return Freshness.PLANNED
        if self.me:
            return Freshness.LIVE
        age = None if self.last_seen is None else now - self.last_seen
        if self.presence is Presence.ONLINE:
            return Freshness.LIVE
        if age is None or age > KNOWN_FOR:
            return Freshness.GONE
        if self.presence is Presence.UNCERTAIN and age <= RECENT_FOR:
            return Freshness.LIVE if age <= LIVE_FOR else Freshness.RECENT
        status = self.status_at(now)
        return Freshness.GONE if status is None or status.place is None else Freshness.STALE

    def place_at(self, now: int) -> str | None:
        """The id of the place to draw the person at, None off the map."""
        if self.planned is not None:
            return self.planned.place
        status = self.status_at(now)
        gone = self.freshness(now) is Freshness.GONE
        return None if status is None or gone else status.place

    def changes_at(self, now: int) -> int | None:
        """The moment after ``now`` from which the clock alone may make it read differently."""
        if self.planned is not None:
            return None
        moments = []
        if self.status is not None and self.status.until is not None:
            moments.append(self.status.until)
        if self.last_seen is not None and self.presence is not Presence.ONLINE:
            moments += (self.last_seen + age + 1 for age in (LIVE_FOR, RECENT_FOR, KNOWN_FOR))
        return min((moment for moment in moments if moment > now), default=None)

    def shown_availability(self) -> Availability | None:
        """The availability to show, None for offline, and for a day that isn't now."""
        if self.presence is Presence.OFFLINE or self.status is None or self.planned:
            return None
        return self.status.availability

    def free(self) -> bool:
        """Whether the person is here and may be interrupted."""
        return self.shown_availability() is Availability.AVAILABLE

    def struggling(self, now: int) -> bool:
        """Whether the person says so, here and now."""
        status = self.status_at(now)
        on = status.activity if status else None
        here = self.presence is not Presence.OFFLINE
        return here and on is not None and on.kind is Kind.STRUGGLING_WITH


def group_of(card: Card, my_site: str | None, places: PlaceTree, now: int) -> Group:
    """The list group of a colleague; ``my_site`` is the id of the site where I am."""
    freshness = card.freshness(now)
    if freshness is Freshness.GONE:
        return Group.OFFLINE
    if freshness is Freshness.STALE:
        return Group.LAST_KNOWN
    if card.planned is not None and (card.planned.is_empty or card.planned.out):
        return Group.OUT if card.planned.out else Group.UNPLANNED
    if card.followed:
        return Group.FOLLOWING
    site = places.site(card.place_at(now))
    return Group.HERE if site is not None and site.id == my_site else Group.EVERYONE


def searchable(card: Card, places: PlaceTree, now: int, names: TopicNames = AS_WRITTEN) -> str:
    """The words of name, talents, place, activity and plan, as ``found_by`` looks through them.

    With those of all that their topics are known as, whichever of it was written.
    """
    status = card.status_at(now)
    said = [*card.person.profile.talents]
    if status is not None and status.activity is not None:
        said.append(status.activity.text)
    if card.planned is not None:
        said.append(card.planned.text)
    known = [card.person.name, *places.path(card.place_at(now)), *said, *names.known_in(said)]
    return f" {fold(' '.join(known))}"


def found_by(text: str, known: Iterable[tuple[_Who, str]]) -> list[tuple[_Who, str]]:
    """Those of the ``known``, each with what is ``searchable``, in whom each word typed begins one.

    Asked of thousands at a letter: what it finds is all that a longer text has to look through.
    """
    wanted = [f" {word}" for word in fold(text).split()]
    if len(wanted) == 1:
        (only,) = wanted
        return [pair for pair in known if only in pair[1]]
    return [pair for pair in known if all(word in pair[1] for word in wanted)]


def people_named(cards: list[Card], text: str) -> list[Card]:
    """The people that a name, the start of one, or an id may mean; a whole name wins."""
    wanted = fold(text)
    by_id = [card for card in cards if len(text) >= 6 and card.person.id.startswith(text.lower())]
    if by_id or not wanted:
        return by_id
    whole = [card for card in cards if fold(card.person.name) == wanted]
    return whole or [card for card in cards if f" {wanted}" in f" {fold(card.person.name)}"]
