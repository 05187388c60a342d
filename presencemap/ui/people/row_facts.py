"""What a row, a plate and a screen reader say of a colleague at one moment, ready to paint.

Derived from a card, the places and the moment; knows no model and no painter.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.place import PlaceTree
from presencemap.domain.plan import Plan
from presencemap.domain.roster import Card, Freshness, Group, group_of
from presencemap.domain.status import Kind, Status
from presencemap.domain.text import fold
from presencemap.domain.topic import topics_in
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.painting.kind import kind_word
from presencemap.ui.people import planned, wording

_NAMED = 3
_OLD = {Freshness.STALE, Freshness.GONE}

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RowFacts:
    """One colleague in words; `site` is the id of the site where the map shows them.

    `kind` None: the line has no kind icon; `order` sorts in a group; `since`: when the status was
    said, in ms; `until`: when it ends, short. `heard`: how it is known that they are here, "" where
    they aren't. `guests`: how many are with them now who aren't of the team.
    """

    id: str
    name: str
    initials: str
    availability: Availability | None
    freshness: Freshness
    group: Group
    site: str | None
    place: str
    line: str
    kind: Kind | None
    age: str
    until: str
    heard: str
    relayed: bool
    doubtful: bool
    free: bool
    struggling: bool
    followed: bool
    topics: tuple[str, ...]
    since: int
    guests: int
    order: tuple[int, str, str]

    @property
    def stale(self) -> bool:
        """Whether it looks last-known: grey face, hollow ring."""
        return self.freshness in {Freshness.STALE, Freshness.GONE}

    @property
    def planned(self) -> bool:
        """Whether something is planned for the day that is shown: a dashed rim."""
        return self.freshness is Freshness.PLANNED and self.group is not Group.UNPLANNED


def row_facts(
    card: Card,
    places: PlaceTree,
    my_site: str | None,
    now: int,
    names: TopicNames = AS_WRITTEN,
) -> RowFacts:
    """The facts of one card; `my_site` is the id of the site where I am."""
    freshness = card.freshness(now)
    stale = freshness in {Freshness.STALE, Freshness.GONE}
    here = not stale and card.planned is None
    availability = None if stale else card.shown_availability()
    status = card.status_at(now)
    activity = status.activity if status is not None and not stale else None
    struggling = activity is not None and activity.kind is Kind.STRUGGLING_WITH
    free = availability is Availability.AVAILABLE
    place = card.place_at(now)
    site = places.site(place)
    ends = status.until if status is not None and freshness is not Freshness.GONE else None
    at = "" if stale else wording.site_name(places, place)
    rank = 0 if struggling else 1 if free else 2
    return RowFacts(
        id=card.person.id,
        name=card.person.name,
        initials=card.person.initials,
        availability=availability,
        freshness=freshness,
        group=group_of(card, my_site, places, now),
        site=site.id if site is not None else None,
        place=at,
        line=_line(card, places, freshness, now),
        kind=activity.kind if activity and not _doubt(card) else None,
        doubtful=bool(_doubt(card)),
        age=_age(card, freshness, now),
        until="" if ends is None else wording.end(ends, now),
        heard=heard(card, now) if here and not card.me else "",
        relayed=here and card.reach is Reach.RELAYED,
        free=free,
        struggling=struggling,
        followed=card.followed,
        topics=names.names(_topics(card, now)),
        since=status.since if status else 0,
        guests=status.guests if here and at and status is not None else 0,
        order=(rank, fold(card.person.name), card.person.id),
    )


def _topics(card: Card, now: int) -> tuple[str, ...]:
    """Of what they are on, or of what is planned."""
    if card.planned is not None:
        return topics_in(card.planned.text)
    return card.topics_at(now)


def heard(card: Card, now: int) -> str:
    """How it is known that a person is here: by a link, through another's computer, or not sure."""
    if card.presence is Presence.UNCERTAIN:
        ago = wording.ago(max(0, now - (card.last_seen or now)))
        return translate("RowFacts", "heard {ago}, checking").format(ago=ago)
    if card.reach is Reach.RELAYED:
        return _through([wording.first_name(p) for p in card.through if p.name])
    return translate("RowFacts", "live")


def _through(names: list[str]) -> str:
    if not names:
        return translate("RowFacts", "live through a colleague’s computer")
    if len(names) == 1:
        return translate("RowFacts", "live through {name}’s computer").format(name=names[0])
    words = translate("RowFacts", "live through the computers of {names}")
    return words.format(names=", ".join(names[:_NAMED]))


def _age(card: Card, freshness: Freshness, now: int) -> str:
    """Live: how long the status stands. Otherwise: when the person was last heard."""
    if card.planned is not None:
        return ""
    if card.presence is Presence.UNCERTAIN and freshness is Freshness.LIVE:
        return translate("RowFacts", "checking")
    if freshness is Freshness.LIVE:
        return "" if card.status is None else wording.age(max(0, now - card.status.since))
    return "" if card.last_seen is None else wording.ago(max(0, now - card.last_seen))


def _line(card: Card, places: PlaceTree, freshness: Freshness, now: int) -> str:
    """The second line; that it may be somebody else goes before all else."""
    if doubt := _doubt(card):
        return doubt
    if card.planned is not None:
        return _plan_line(card.planned)
    status = card.status_at(now)
    if status is not None and status.activity and freshness not in _OLD:
        return status.activity.text
    return _without_activity(card, places, freshness, now)


def _plan_line(plan: Plan) -> str:
    """The second line of a planned day; its place stands beside the name."""
    if plan.is_empty:
        return translate("RowFacts", "Nothing planned")
    out = translate("RowFacts", "Out of office") if plan.out else ""
    said = " · ".join(filter(None, [out, plan.text]))
    return said or planned.planned_for(plan.day)


def _without_activity(card: Card, places: PlaceTree, freshness: Freshness, now: int) -> str:
    """The second line of who is on nothing, or isn't here."""
    if freshness is Freshness.STALE:
        place = wording.site_name(places, card.place_at(now))
        if place:
            return translate("RowFacts", "Last seen at {place}").format(place=place)
    if freshness in {Freshness.STALE, Freshness.GONE}:
        if card.last_seen is None:
            return translate("RowFacts", "Not seen yet")
        return translate("RowFacts", "Last seen {ago}").format(
            ago=wording.ago(max(0, now - card.last_seen))
        )
    return availability_word(card.shown_availability())


def spoken_row(card: Card, places: PlaceTree, now: int) -> str:
    """The row for a screen reader: who, how, on what, where, since and until when, how sure."""
    sure = translate("RowFacts", "verified") if card.verified else ""
    return ", ".join(filter(None, [_spoken(card, places, now), sure, _doubt(card)]))


def _doubt(card: Card) -> str:
    """Why it isn't certain that this is who it says; "" where nothing is known against it."""
    if card.cloned:
        return translate("RowFacts", "Two computers use their key: ask them")
    return translate("RowFacts", "New key: compare words") if card.new_key else ""


def _spoken(card: Card, places: PlaceTree, now: int) -> str:
    if card.planned is not None:
        plan = card.planned
        said = planned.what(plan, places) or translate("RowFacts", "Nothing planned")
        words = translate("RowFacts", "{name}, planned for {day}: {plan}")
        return words.format(name=card.person.name, day=planned.long_day(plan.day), plan=said)
    freshness = card.freshness(now)
    status = card.status_at(now)
    site = wording.site_name(places, card.place_at(now))
    at = translate("RowFacts", "at {place}").format(place=site) if site else ""
    seen = ""
    if card.last_seen is not None:
        length = wording.spoken_age(max(0, now - card.last_seen))
        seen = translate("RowFacts", "last seen {age} ago").format(age=length)
    if freshness in {Freshness.STALE, Freshness.GONE}:
        seen = f"{seen} {at}".strip() if freshness is Freshness.STALE else seen
        return ", ".join(filter(None, [card.person.name, availability_word(None).lower(), seen]))
    at = wording.with_guests(at, status.guests if status is not None else 0)
    activity = ""
    if status is not None and status.activity is not None:
        activity = f"{kind_word(status.activity.kind).lower()}: {status.activity.text}"
    word = availability_word(card.shown_availability()).lower()
    if card.me:
        fresh = translate("RowFacts", "live")
    elif card.presence is Presence.UNCERTAIN:
        fresh = ", ".join(filter(None, [seen, translate("RowFacts", "checking")]))
    else:
        fresh = heard(card, now)
    said = "" if status is None else _said(status, now)
    return ", ".join(filter(None, [card.person.name, word, activity, at, said, fresh]))


def _said(status: Status, now: int) -> str:
    """Since when place and activity hold, and until when; of an availability alone the end."""
    if status.is_bare:
        return "" if status.until is None else wording.until(status.until, now)
    length = wording.spoken_age(max(0, now - status.since))
    since = translate("RowFacts", "said {age} ago").format(age=length)
    return since if status.until is None else f"{since}, {wording.until(status.until, now)}"
