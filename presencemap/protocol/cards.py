"""Everybody's card: what this node knows of a person, put together for who looks.

Reads membership, replica, sightings and links; changes none of them. Whose words were compared on
this computer is kept here.
"""

from presencemap.domain.availability import Presence, Reach
from presencemap.domain.person import Person, Profile
from presencemap.domain.roster import Card
from presencemap.domain.text import fold
from presencemap.protocol.effects import Effect, TellCard
from presencemap.protocol.membership import Standing
from presencemap.protocol.peers import Peers
from presencemap.protocol.presence import Sightings
from presencemap.protocol.relay import Relay
from presencemap.protocol.replica import Replica


class Cards:
    """The cards of a team, as one node sees them. ``me``: its person's id."""

    def __init__(
        self, me: str, replica: Replica, sightings: Sightings, peers: Peers, relay: Relay
    ) -> None:
        self._me = me
        self._membership = replica.membership
        self._replica = replica
        self._sightings = sightings
        self._peers = peers
        self._relay = relay
        self.verified: dict[str, str] = {}
        """Whose words were compared on this computer, with the name they had."""
        self._routes: dict[str, tuple[str, ...]] = {}

    def of(self, person: str, now: int) -> Card:
        """What is known of a person."""
        me = person == self._me
        profile = self._profile(person)
        sighting = self._sightings.of(person)
        sure = me or person in self.verified
        others = set() if sure else self._namesakes(person, profile.name)
        return Card(
            person=Person(person, profile),
            presence=Presence.ONLINE if me else sighting.presence(),
            reach=Reach.DIRECT if me else sighting.reach(),
            through=tuple(Person(p, self._profile(p)) for p in self.route(person)),
            last_seen=now if me else sighting.last_seen,
            status=self._replica.status(person),
            plans=self._replica.plans.of(person),
            me=me,
            verified=person in self.verified,
            same_name_as=tuple(sorted(others)),
            followed=person in self._replica.follows.by(self._me),
            follows_me=self._me in self._replica.follows.by(person),
            new_key=any(p in self.verified or p == self._me for p in others),
            cloned=self._replica.clones.proven(person, now),
        )

    def all(self, now: int) -> list[Card]:
        """Everybody in the team, me among them."""
        people = dict.fromkeys([*self._membership.people, self._me])
        return [self.of(person, now) for person in people if self.belongs(person, now)]

    def belongs(self, person: str, now: int) -> bool:
        """Whether this person is shown: a member, admitted or not yet; I always am, to myself."""
        return person == self._me or self._membership.standing(person, now) is not Standing.STRANGER

    def route(self, person: str) -> tuple[str, ...]:
        """Through whom a person is seen who is relayed: those who are linked to them, if any is."""
        sighting = self._sightings.of(person)
        if not sighting.through:
            return ()
        links = [link for link in self._peers.standing() if link.id in sighting.through]
        near = [link for link in links if self._relay.hears(link.id, sighting.device)]
        return tuple(dict.fromkeys(link.person for link in near or links))

    def rerouted(self) -> list[Effect]:
        """Tell those whose way through others is another than the one that was told."""
        changed = self._sightings.take_rerouted()
        routes = {person: self.route(person) for person in changed}
        told = [p for p, route in routes.items() if route != self._routes.get(p, ())]
        self._routes |= routes
        return [TellCard(person) for person in told]

    def verify(self, person: str) -> list[Effect]:
        """The owner of this node compared words with that person: they are who they say."""
        profile = self._replica.profile(person)
        self.verified[person] = profile.name if profile else ""
        return [TellCard(p) for p in (person, *sorted(self._replica.namesakes.of(person)))]

    def _profile(self, person: str) -> Profile:
        return self._replica.profile(person) or Profile(name="")

    def _namesakes(self, person: str, name: str) -> set[str]:
        """Others of that name, also such as were verified and have left."""
        wanted = fold(name)
        known = {p for p, called in self.verified.items() if wanted and fold(called) == wanted}
        return (known | self._replica.namesakes.of(person)) - {person}
