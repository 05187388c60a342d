"""Requests: what the command line asks, as JSON, answered the same with and without a node.

What is typed for people and places is resolved by ``naming``, where they are known.
"""

from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol, get_args

from pydantic import TypeAdapter, ValidationError

from presencemap.app.commands import Command, SetPlan, ShowPicture
from presencemap.app.knowledge.librarian import Librarian
from presencemap.app.map_server import map_server_view
from presencemap.app.naming import (
    people_called,
    person_named,
    place_named,
    topic_named,
    whereabouts_named,
)
from presencemap.app.posts import SHOWN, post_views
from presencemap.app.team import OpenTeam
from presencemap.app.views import (
    Json,
    card_view,
    floor_plan_view,
    place_view,
    plans_view,
    profile_view,
)
from presencemap.domain.errors import InvalidInput
from presencemap.domain.roster import Freshness
from presencemap.domain.text import fold
from presencemap.protocol.address import Address

if TYPE_CHECKING:
    from presencemap.app.doctor.findings import Report

_COMMANDS: Final[dict[str, type[Command]]] = {
    command.__name__: command for command in get_args(Command) if command is not ShowPicture
}
"""All but the one whose answer isn't JSON."""


class Desk(Protocol):
    """Who answers: a running node's driver, or a team that was opened without one."""

    @property
    def team(self) -> OpenTeam:
        """The profile's team."""

    @property
    def librarian(self) -> Librarian:
        """Who knows what was said in it."""

    def obey(self, command: Command) -> object:
        """Do a command."""

    async def examine(self) -> "Report":
        """Look into the network; some seconds."""


def answered(desk: Desk, request: Json, now: int) -> Any:
    """The answer to a request, ready for JSON.

    Raises:
        UserError: it can't be done as asked.
    """
    if "do" in request:
        return _done(desk, request, now)
    question = _QUESTIONS.get(str(request.get("ask")))
    if question is None:
        raise InvalidInput("The running Presence Map is of another version; restart it.")
    return question(desk, request, now)


def _done(desk: Desk, request: Json, now: int) -> Any:
    wanted = str(request["do"])
    given = dict(request.get("with") or {})
    places = desk.team.endpoint.replica.places()
    named = whereabouts_named if wanted == SetPlan.__name__ else place_named
    for name in ("place", "parent", "into"):
        if given.get(name) is not None:
            given[name] = named(places, str(given[name]))
    for name in ("person", "other"):
        if given.get(name) is not None:
            cards = desk.team.endpoint.cards.all(now)
            given[name] = person_named(cards, str(given[name])).person.id
    try:
        command = _adapter(wanted).validate_python(given) if wanted in _COMMANDS else None
    except ValidationError as error:
        raise InvalidInput(f"The running Presence Map can't read this: {error}") from None
    if command is None:
        raise InvalidInput("The running Presence Map is of another version; restart it.")
    answer = desk.obey(command)
    return _plain(answer) if is_dataclass(answer) else answer


@cache
def _adapter(name: str) -> TypeAdapter[Command]:
    """What reads that command, made when it is first asked for: a start needs none of them."""
    return TypeAdapter(_COMMANDS[name])


def _plain(answer: Any) -> Any:
    return TypeAdapter(dict[str, Any]).dump_python(asdict(answer), mode="json")


def _who(desk: Desk, request: Json, now: int) -> list[Json]:
    endpoint = desk.team.endpoint
    places, cards = endpoint.replica.places(), endpoint.cards.all(now)
    names = endpoint.replica.glossary.names
    if request.get("name"):
        cards = people_called(cards, str(request["name"]))
    if request.get("place"):
        within = place_named(places, str(request["place"]))
        cards = [
            card
            for card in cards
            if within in {place.id for place in places.ancestry(card.place_at(now))}
        ]
    if request.get("topic"):
        topic = names.key(topic_named(str(request["topic"])))
        asked = post_views(endpoint, endpoint.stream.questions(SHOWN, now), now)
        about = [post for post in asked if topic in map(names.key, post["topics"])]
        asking = {person for post in about for person in (post["person"], *post["joined"])}
        cards = [
            card
            for card in cards
            if topic in map(names.key, card.topics_at(now))
            or (card.person.id in asking and card.freshness(now) is not Freshness.GONE)
        ]
    ordered = sorted(cards, key=lambda card: (not card.me, fold(card.person.name)))
    on = endpoint.replica.crews.of
    return [
        {
            **card_view(card, places, names, now),
            "jobs": [{"id": job.id, "name": job.name} for job in on(card.person.id)],
        }
        for card in ordered
    ]


def _profile(desk: Desk, request: Json, now: int) -> Json:
    cards = desk.team.endpoint.cards.all(now)
    name = request.get("name")
    mine = next(card for card in cards if card.me)
    card = person_named(cards, str(name)) if name else mine
    return {"person": card.person.id, **profile_view(card.person.profile)}


def _plans(desk: Desk, request: Json, now: int) -> Json:
    cards = desk.team.endpoint.cards.all(now)
    name = request.get("name")
    card = person_named(cards, str(name)) if name else next(card for card in cards if card.me)
    plans = plans_view(card, desk.team.endpoint.replica.places(), now)
    return {"person": card.person.id, "name": card.person.name, "me": card.me, "plans": plans}


def _places(desk: Desk, _request: Json, _now: int) -> list[Json]:
    places = desk.team.endpoint.replica.places()
    ordered = sorted(places, key=lambda place: [fold(name) for name in places.path(place.id)])
    floors = desk.team.endpoint.floors
    return [
        {**place_view(place, places), "plan": floor_plan_view(floors.plan(place.id), floors.has)}
        for place in ordered
    ]


def _peers(desk: Desk, _request: Json, now: int) -> list[Json]:
    """The addresses by hand, and the links that stand."""
    endpoint = desk.team.endpoint
    targets = endpoint.peers.targets
    linked = {
        str(link.dialled): endpoint.cards.of(link.person, now).person.name
        for link in endpoint.peers.standing()
        if link.dialled
    }
    by_hand = desk.team.records.peers()
    return [
        {
            "address": address,
            "by_hand": address in by_hand,
            "person": linked.get(address),
            "answer": "member" if address in linked else targets.answer(Address.parse(address)),
        }
        for address in dict.fromkeys([*by_hand, *linked])
    ]


def _sharing(desk: Desk, _request: Json, _now: int) -> str:
    return desk.team.endpoint.sharing.value


def _precision(desk: Desk, _request: Json, _now: int) -> str:
    return desk.team.precision.value


def _home(desk: Desk, _request: Json, _now: int) -> str:
    return desk.team.home.town


def _map_server(desk: Desk, _request: Json, now: int) -> Json | None:
    return map_server_view(desk.team.endpoint, now)


_QUESTIONS: Final[dict[str, Callable[[Desk, Json, int], Any]]] = {
    "who": _who,
    "profile": _profile,
    "plans": _plans,
    "places": _places,
    "peers": _peers,
    "sharing": _sharing,
    "precision": _precision,
    "home": _home,
    "map_server": _map_server,
}
