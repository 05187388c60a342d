"""The driver: does what the protocol wants done, in order, on the network thread.

What is to be kept is committed first; only then is anything published or told. The three families
of errors are handled here, once: a peer's are counted, the machine's are told, ours are logged.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import presencemap
from presencemap.app.clock import now_ms
from presencemap.app.commands import Command, LeaveTeam, SetSharing
from presencemap.app.notices import (
    CatchingUp,
    FaultArisen,
    FaultOver,
    LeftTeam,
    Noted,
    Notice,
    PeerRefused,
    PlacesChanged,
    RosterChanged,
    SharingChanged,
    Started,
)
from presencemap.app.notices import (
    Event as Happening,
)
from presencemap.app.offences import Offences
from presencemap.app.surroundings import Surroundings
from presencemap.app.team import OpenTeam
from presencemap.domain.availability import Availability, Presence, Sharing
from presencemap.domain.errors import (
    EnvironmentFault,
    Ourselves,
    PeerError,
    PresenceMapError,
    RemovedFromTeam,
)
from presencemap.domain.person import Person, Profile
from presencemap.domain.roster import Card
from presencemap.domain.status import Status
from presencemap.net.interfaces import (
    Interface,
    chosen,
    interfaces,
    is_cut_off,
    listening_addresses,
)
from presencemap.net.links import Links
from presencemap.protocol.address import Address
from presencemap.protocol.bodies import place_of
from presencemap.protocol.codec import relay_frame
from presencemap.protocol.effects import (
    Admit,
    CloseLink,
    Dial,
    DialBack,
    Effect,
    Erase,
    Expel,
    Publish,
    Save,
    Send,
    Subscribe,
    TellCard,
    TellGone,
    TellMember,
    TellOffence,
    TellPresence,
    TellRecord,
)
from presencemap.protocol.events import Event, FeedReceived, FrameReceived, Overflowed, PeerFound
from presencemap.protocol.peers import Here
from presencemap.protocol.probe import Answers
from presencemap.protocol.record import (
    FollowBody,
    PlaceBody,
    PostBody,
    ProfileBody,
    ReactionBody,
    RetractBody,
)
from presencemap.protocol.signing import CurveKey, door_key

if TYPE_CHECKING:
    from presencemap.app.doctor.findings import Report
    from presencemap.net.discovery import Discovery

TICK: Final = 0.25
PURGE_WITHIN: Final = 20.0
"""Seconds after which no byte of a replaced record is left in the files."""
TRY_AGAIN: Final = 5.0
"""Seconds until sockets that couldn't be opened again are tried once more."""
CATCH_UP_EVERY: Final = 2.0
"""Seconds between two tries to keep what could not be kept."""
LAST_WORD: Final = 0.05
"""Seconds that a goodbye gets to leave the machine."""

REMOVED: Final = (
    "You were removed from this team, so nobody tells you anything new. "
    "Ask a colleague why; with a new invite you can join again, as a new profile."
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """How a node is run. ``listen``: None for the default door, else host and port.

    ``window``: it has one, which a second start raises; one without makes way when asked to.
    """

    listen: Address | None = None
    peers: tuple[Address, ...] = ()
    interfaces: Sequence[str] | None = None
    without: Sequence[str] = ()
    mdns: bool = True
    window: bool = False


@dataclass(slots=True)
class Told:
    """What one turn has to tell, gathered: a person's card once, however much happened."""

    now: int
    cards: dict[str, Card] = field(default_factory=dict)
    places: bool = False
    noted: list[Noted] = field(default_factory=list)


class Driver:
    """One running node, on the loop that it was started on."""

    def __init__(self, team: OpenTeam, options: Options, tell: Callable[[Notice], None]) -> None:
        self.team = team
        self.endpoint = team.endpoint
        self._options = options
        self._tell = tell
        self._feed, self._subscriber = CurveKey.fresh(), CurveKey.fresh()
        self._links = Links(
            door=door_key(team.keys.discovery_secret),
            feed=self._feed,
            subscriber=self._subscriber,
            on_event=self.take,
            on_offence=self._offended,
        )
        self._door = 0
        self._discovery: Discovery | None = None
        self._discovering: asyncio.Task[None] | None = None
        self._found_at: int | None = None
        self._examining: asyncio.Task[Report] | None = None
        self._due: list[Effect] = []
        self._flushing: asyncio.Handle | None = None
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._peer_errors = 0
        self._left = 0
        self._offences = Offences()
        self._leaving = False
        self._listen = options.listen or Address("0.0.0.0", 0)  # noqa: S104 - a LAN program
        self._open = self._discovers = False
        self._surroundings = Surroundings(self._networks, now_ms())
        self._switching: asyncio.Task[None] | None = None
        self._unkept = ""

    async def start(self) -> Started:
        """Open the sockets, dial.

        Raises:
            PortTaken: another program has the port that was asked for.
        """
        feed = 0 if self._stays_away() else await self._join()
        listen = self._listen
        now = now_ms()
        self.endpoint.peers.targets.add(self._options.peers, now, by_hand=True)
        me = self.endpoint.me.person.id
        if self.endpoint.replica.status(me) is None:
            self._due += self.endpoint.owner.set_status(Status(Availability.AVAILABLE, now), now)
        started = Started(
            team=self.endpoint.membership.name,
            person=me,
            door=f"tcp://{Address(listen.host, self._door)}" if feed else "",
            feed=f"tcp://{Address(listen.host, feed)}" if feed else "",
        )
        self._tell(started)
        self._tell(SharingChanged(self.endpoint.sharing))
        if self.team.fault is not None:
            self._fault(self.team.fault)
        self._tell(PlacesChanged(self.endpoint.replica.places()))
        self._tell(RosterChanged(tuple(self.endpoint.cards.all(now))))
        self._tick()
        return started

    def discover(self) -> None:
        """From now on announce this node and browse for others, if that was asked for."""
        self._discovers = self._options.mdns
        if self._discovers and self._open:
            self._discovering = asyncio.create_task(self._discover(self._door))

    async def stop(self) -> None:
        """Say goodbye, withdraw, close; everything of it well under a second."""
        for timer in self._timers.values():
            timer.cancel()
        self._due += self.endpoint.goodbye(now_ms())
        self.flush()
        if self.team.behind:
            with suppress(EnvironmentFault):
                self.team.catch_up()
        # From here on nobody is answered: what comes in now, peers will tell again.
        self._leaving = True
        for task in (self._examining, self._switching):
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        await self._close()
        self.team.close()

    async def _join(self) -> int:
        """Open the sockets; answers the feed's port.

        Raises:
            PortTaken: another program has the port that was asked for.
        """
        port = self._listen.port if self._options.listen else None
        self._door, feed = await self._links.open(self._listen.host, port)
        self.endpoint.peers.here = Here(
            feed_port=feed,
            feed_key=self._feed.public,
            subscriber=self._subscriber.public,
            listen=self._where(),
            program=f"presencemap {presencemap.__version__}",
        )
        self._open = True
        return feed

    async def _close(self) -> None:
        """Withdraw the beacon, give the last word its time, close all sockets."""
        if self._discovering is not None:
            self._discovering.cancel()
            await asyncio.gather(self._discovering, return_exceptions=True)
        discovery, self._discovery = self._discovery, None
        await asyncio.gather(
            asyncio.sleep(LAST_WORD), discovery.close() if discovery else asyncio.sleep(0)
        )
        await self._links.close()
        self._open = False

    def _stays_away(self) -> bool:
        return self.endpoint.sharing is Sharing.OFF_NETWORK

    async def _switch(self) -> None:
        """Off the network, or back on it, until that is as its owner wants it."""
        while self._open is self._stays_away():
            if self._open:
                await self._close()
                self._due += self.endpoint.leave(now_ms())
                self.flush()
                continue
            try:
                await self._join()
            except PresenceMapError as error:
                self._tell(FaultArisen(error))
                await asyncio.sleep(TRY_AGAIN)
                continue
            if self._discovers:
                self.discover()

    def obey(self, command: Command) -> object:
        """A command of this profile's owner, done when this returns.

        Raises:
            UserError: it can't be done as asked.
            EnvironmentFault: it couldn't be kept; nothing was published.
        """
        # What is due comes first: were it not kept, memory would go back to before this command.
        self.flush()
        if self.team.behind:
            self._catch_up()
        answer, effects = self.team.obey(command, now_ms())
        self._run(effects)
        if isinstance(command, LeaveTeam):
            self._tell(LeftTeam())
        if isinstance(command, SetSharing):
            self._tell(SharingChanged(command.sharing))
            if self._switching is None or self._switching.done():
                self._switching = asyncio.get_running_loop().create_task(self._switch())
        return answer

    async def examine(self) -> "Report":
        """Look into the network, some seconds; who asks meanwhile gets the same report."""
        if self._leaving:
            raise asyncio.CancelledError
        # Here, so that a node that nobody asks doesn't pay for it.
        from presencemap.app.doctor.examination import Ground, examined  # noqa: PLC0415

        if self._examining is None or self._examining.done():
            ground = Ground(
                team=self.team,
                away=self._stays_away(),
                wanted=self._options.interfaces,
                without=self._options.without,
                discovering=self._options.mdns,
                found_at=self._found_at,
                door=self._door,
                ask=self._ask_around,
                host_of=self._links.host_of,
            )
            self._examining = asyncio.create_task(examined(ground))
        return await asyncio.shield(self._examining)

    def _ask_around(self) -> Answers:
        """Put the doctor's questions to all who are linked."""
        probe = self.endpoint.probe
        self._due += probe.begin(self.endpoint.peers.standing(), self._door, now_ms())
        self.flush()
        return probe.answers

    def take(self, event: Event) -> None:
        """One event from the network. Its effects are done with those of the same turn."""
        if self._leaving:
            return
        now = now_ms()
        if isinstance(event, PeerFound):
            self._found_at = now
        try:
            self._due += self.endpoint.handle(event, now)
        except PeerError as error:
            self._refused(error, event)
            if isinstance(event, FrameReceived | FeedReceived | Overflowed):
                self._due += self.endpoint.fault(event.link, now)
        except Exception:  # noqa: BLE001 - our bug; the network thread goes on
            _log.exception("%s could not be handled", type(event).__name__)
        if self._due and self._flushing is None:
            self._flushing = asyncio.get_running_loop().call_soon(self.flush)

    def flush(self) -> None:
        """Do what is due: one commit for all that came in one turn."""
        if self._flushing is not None:
            self._flushing.cancel()
            self._flushing = None
        effects, self._due = self._due, []
        try:
            self._run(effects)
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            self._do_all(self.team.fall_behind(effects, now_ms()))
            self._later("catch up", CATCH_UP_EVERY, self._try_to_catch_up)
        except Exception:  # noqa: BLE001 - our bug; the network thread goes on
            _log.exception("effects could not be done")

    def _run(self, effects: list[Effect]) -> None:
        """Commit, then the rest in order.

        Raises:
            EnvironmentFault: nothing was kept and nothing of ours left the machine.
        """
        if not effects:
            return
        try:
            rest = self.team.commit(effects)
        except EnvironmentFault:
            # What was said but couldn't be kept was never said: memory goes back to the store.
            with suppress(EnvironmentFault):
                self.team.reload()
            raise
        if any(isinstance(effect, Save | Erase) for effect in effects):
            self._later("purge", PURGE_WITHIN, self._purge)
        self._do_all(rest)

    def _do_all(self, effects: list[Effect]) -> None:
        told = Told(now_ms())
        for effect in effects:
            self._do(effect, told)
        self._tell_all(told)

    def _catch_up(self) -> None:
        """Keep what could not be kept.

        Raises:
            EnvironmentFault: it still can't be.
        """
        self.team.catch_up()
        self._later("purge", PURGE_WITHIN, self._purge)
        self._tell_over()

    def _try_to_catch_up(self) -> None:
        del self._timers["catch up"]
        if not self.team.behind:
            return
        try:
            self._catch_up()
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            self._later("catch up", CATCH_UP_EVERY, self._try_to_catch_up)

    def _do(self, effect: Effect, told: Told) -> None:  # noqa: C901, PLR0912 - a case each
        match effect:
            case Publish(frame=frame):
                self._links.publish(frame)
                for link in self.endpoint.peers.pushed():
                    self._links.send(link, relay_frame(0, frame))
            case Send(link=link, frame=frame):
                self._links.send(link, frame)
            case Dial(link=link, address=address):
                self._links.dial(link, address)
            case Admit(subscriber=key):
                self._links.admit(key)
            case Expel(subscriber=key):
                self._links.expel(key)
            case Subscribe(link=link, port=port, feed_key=key):
                self._links.subscribe(link, port, key)
            case CloseLink(link=link):
                self._links.close_link(link)
            case DialBack(link=link, number=number, port=port):
                self._links.dial_back(link, number, port)
            case TellRecord():
                self._note_record(effect, told)
            case TellPresence(person=person):
                presence = self._card(told, person).presence
                self._note(told, Happening(presence.value), person)
            case TellMember(person=person):
                self._note(told, Happening.MEMBER, person)
            case TellOffence(person=person, what=what):
                self._offended(self._name(person), what)
            case TellCard(person=person):
                self._card(told, person)
            case TellGone(person=person) if person == self.endpoint.me.person.id:
                if not self.team.left:
                    self._fault(RemovedFromTeam(REMOVED))
            case TellGone(person=person, name=name):
                told.cards[person] = Card(Person(person, Profile(name)), Presence.OFFLINE)
                self._note(told, Happening.GONE, person)
            case _:  # pragma: no cover - what is kept was done by commit
                _log.error("nobody does %s", effect)

    def _note_record(self, effect: TellRecord, told: Told) -> None:
        header, body = effect.record.header, effect.record.body
        if isinstance(body, PostBody | ReactionBody | FollowBody | RetractBody):
            held = self.endpoint.replica.find(effect.record.hash)
            if held is not None and held.post is not None:
                at, post = header.at, held.post.hex()
                noted = Noted(Happening.POST, header.author, at, told.now, header.seq, post=post)
                told.noted.append(noted)
            return
        place = None
        if isinstance(body, ProfileBody):
            for person in self.endpoint.replica.namesakes.of(header.author):
                self._card(told, person)
        if isinstance(body, PlaceBody):
            told.places, place = True, place_of(body)
        told.noted.append(
            Noted(
                event=Happening(header.kind),
                person=header.author,
                at=header.at,
                received=told.now,
                seq=header.seq,
                card=self._card(told, header.author),
                place=place,
            )
        )

    def _note(self, told: Told, happening: Happening, person: str) -> None:
        card = self._card(told, person)
        told.noted.append(Noted(happening, person, told.now, told.now, card=card))

    def _card(self, told: Told, person: str) -> Card:
        # All of the turn's events were handled before its effects: one card holds for all of them.
        if person not in told.cards:
            told.cards[person] = self.endpoint.cards.of(person, told.now)
        return told.cards[person]

    def _tell_all(self, told: Told) -> None:
        if told.places:
            self._tell(PlacesChanged(self.endpoint.replica.places()))
        gone = tuple(p for p in told.cards if not self.endpoint.cards.belongs(p, told.now))
        if told.cards:
            cards = (card for person, card in told.cards.items() if person not in gone)
            self._tell(RosterChanged(tuple(cards), gone))
        for noted in told.noted:
            if noted.person not in gone or noted.event is Happening.GONE or noted.place:
                self._tell(noted)

    def _networks(self) -> tuple[Interface, ...]:
        options = self._options
        return chosen(interfaces(), options.interfaces, options.without)

    def _look_around(self, now: int) -> list[Effect]:
        """After a sleep, or on another network, everybody is dialled at once."""
        if self._surroundings.slept(now):
            return self.endpoint.moved(now)
        change = self._surroundings.changed(now)
        here = self.endpoint.peers.here
        if change is None or here is None:
            return []
        self.endpoint.peers.here = replace(here, listen=self._where())
        hosts = {link: self._links.host_of(link) for link in self.endpoint.peers.links}
        over = [
            k for k, host in hosts.items() if host and is_cut_off(host, change.gone, change.now)
        ]
        return self.endpoint.moved(now, over)

    def _where(self) -> tuple[Address, ...]:
        hosts = listening_addresses(
            self._listen.host, self._options.interfaces, self._options.without
        )
        return tuple(Address(host, self._door) for host in hosts)[:8]

    def _tick(self) -> None:
        self._due += self._look_around(now_ms())
        self._due += self.endpoint.tick(now_ms())
        self.flush()
        left = self.endpoint.still_to_come()
        if left != self._left:
            self._left = left
            self._tell(CatchingUp(left))
        self._timers["tick"] = asyncio.get_running_loop().call_later(TICK, self._tick)

    def _purge(self) -> None:
        del self._timers["purge"]
        try:
            done = self.team.records.truncate_wal()
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            done = False
        else:
            self._tell_over()
        if not done:
            self._later("purge", PURGE_WITHIN, self._purge)

    def _later(self, name: str, seconds: float, what: Callable[[], None]) -> None:
        if name not in self._timers:
            self._timers[name] = asyncio.get_running_loop().call_later(seconds, what)

    async def _discover(self, door: int) -> None:
        """Announce and browse; without multicast the peers by hand still work."""
        # Not before the node is ready: importing zeroconf takes longer than opening the sockets.
        from presencemap.net.discovery import Discovery  # noqa: PLC0415

        options = self._options
        self._discovery = Discovery(
            self.team.keys.discovery_secret, self.take, options.interfaces, options.without
        )
        try:
            await self._discovery.start(door)
        except OSError as error:
            self._fault(
                EnvironmentFault(
                    f"Colleagues on this network can't be found by themselves ({error.strerror}). "
                    "Add one by address: presencemap peer add HOST"
                )
            )

    def _disk_fault(self, fault: EnvironmentFault) -> None:
        """Tell it once, not each time that it is tried again."""
        if str(fault) != self._unkept:
            self._unkept = str(fault)
            self._fault(fault)

    def _tell_over(self) -> None:
        if self._unkept and not self.team.behind:
            self._unkept = ""
            self._tell(FaultOver())

    def _fault(self, fault: EnvironmentFault) -> None:
        _log.info("%s", fault)
        self._tell(FaultArisen(fault))

    def _refused(self, error: PeerError, event: Event) -> None:
        """Say whose it was: a person's where a link stands, else whatever is at that address."""
        self._peer_errors += 1
        _log.debug("from a peer: %s", error)
        link = getattr(event, "link", "")
        if isinstance(error, Ourselves) or not link:
            return
        known = self.endpoint.peers.links.get(link)
        there = self._links.host_of(link) or "somebody"
        self._offended(self._name(known.person) if known and known.person else there, str(error))

    def _offended(self, who: str, what: str) -> None:
        if self._offences.is_news(who, what, now_ms()):
            _log.info("refused from %s: %s", who, what)
            self._tell(PeerRefused(who, what))

    def _name(self, person: str) -> str:
        return self.endpoint.cards.of(person, now_ms()).person.name or f"member {person[:12]}"
