"""The driver: does what the protocol wants done, in order, on the network thread.

What is to be kept is committed first; only then is anything published or told. A peer's errors are
counted, the machine's are told, ours are logged. How the sockets are held (``network``), the store
(``upkeep``) and a turn's news (``telling``) is theirs.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from presencemap.app.checkers import Checkers
from presencemap.app.clock import now_ms
from presencemap.app.commands import Command, LeaveTeam, Question, SetHome, SetPrecision, SetSharing
from presencemap.app.complaints import Complaints
from presencemap.app.knowledge.librarian import Librarian
from presencemap.app.network import Network
from presencemap.app.notices import (
    FaultArisen,
    HomeChanged,
    LeftTeam,
    Notice,
    PlacesChanged,
    PrecisionChanged,
    Reading,
    Removed,
    RosterChanged,
    SharingChanged,
    Started,
)
from presencemap.app.options import Options
from presencemap.app.pulse import CALM_TICK, Pulse
from presencemap.app.state import State
from presencemap.app.team import OpenTeam
from presencemap.app.telling import Telling, floor_plans_changed, jobs_changed, topics_renamed
from presencemap.app.upkeep import Upkeep
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.errors import (
    EnvironmentFault,
    PeerError,
    PresenceMapError,
)
from presencemap.domain.status import Status
from presencemap.protocol.address import Address
from presencemap.protocol.codec import piece_frame, relay_frame
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
    SendPiece,
    Subscribe,
    TellCard,
    TellCloned,
    TellGone,
    TellMember,
    TellNotes,
    TellOffence,
    TellPicture,
    TellPresence,
    TellRecord,
)
from presencemap.protocol.events import Event, FeedReceived, FrameReceived, Overflowed
from presencemap.protocol.probe import Answers

if TYPE_CHECKING:
    from presencemap.app.doctor.findings import Report

TRY_AGAIN: Final = 5.0
"""Seconds until sockets that couldn't be opened again are tried once more."""
LUMP: Final = 0.05
"""Seconds within which what was fetched is kept and told together: a commit, and a tree of all
places, for each of its frames take a tenth of the time of catching up."""

_LUMPED: Final = (Save, Erase, TellRecord)

_log = logging.getLogger(__name__)


class Driver:
    """One running node, on the loop that it was started on."""

    def __init__(self, team: OpenTeam, options: Options, tell: Callable[[Notice], None]) -> None:
        self.team = team
        self.endpoint = team.endpoint
        self._options = options
        self._tell = tell
        self._pulse = Pulse(self._tick, self._restless)
        self._complaints = Complaints(self.endpoint, tell)
        self._network = Network(
            team.keys.discovery_secret,
            options,
            on_event=self.take,
            on_offence=self._complaints.offended,
            on_fault=self._fault,
            on_news=self._pulse.quicken,
        )
        self._upkeep = Upkeep(team.keeping, tell)
        self._checkers = self.endpoint.intake.check = Checkers()
        self._examining: asyncio.Task[Report] | None = None
        self._switching: asyncio.Task[None] | None = None
        self._due: list[Effect] = []
        self._flushing: asyncio.TimerHandle | None = None
        self._leaving = False
        self._state = State(self.endpoint, tell)
        self.librarian = Librarian(self.endpoint.replica, lambda *read: tell(Reading(*read)))

    async def start(self) -> Started:
        """Open the sockets, dial.

        Raises:
            PortTaken: another program has the port that was asked for.
        """
        if not self._stays_away():
            await self._join()
        here = self.endpoint.peers.here
        now = now_ms()
        self.endpoint.peers.targets.add(self._options.peers, now, by_hand=True)
        me = self.endpoint.me.person.id
        mute = self.endpoint.removed or self.endpoint.read_only
        if self.endpoint.replica.status(me) is None and not mute:
            self._due += self.endpoint.owner.set_status(Status(Availability.AVAILABLE, now), now)
        started = Started(
            team=self.endpoint.membership.name,
            person=me,
            door=self._url(self._network.door),
            feed=self._url(here.feed_port if here else 0),
        )
        self._tell(started)
        self._tell(SharingChanged(self.endpoint.sharing))
        self._tell(PrecisionChanged(self.team.precision))
        self._tell(HomeChanged(self.team.home))
        if self.team.fault is not None:
            self._fault(self.team.fault)
        self._tell(PlacesChanged(self.endpoint.replica.places()))
        self._tell(floor_plans_changed(self.endpoint))
        self._tell(jobs_changed(self.endpoint))
        self._tell(topics_renamed(self.endpoint))
        self._tell(RosterChanged(tuple(self.endpoint.cards.all(now))))
        if self.endpoint.removed:
            self._tell(Removed())
        self._pulse.beat()
        return started

    def discover(self) -> None:
        """From now on announce this node and browse for others, if that was asked for."""
        self._network.discover()

    async def stop(self) -> None:
        """Say goodbye, withdraw, close; everything of it well under a second."""
        self._pulse.stop()
        self._due += self.endpoint.goodbye(now_ms())
        self.flush()
        self._upkeep.close()
        # From here on nobody is answered: what comes in now, peers will tell again.
        self._leaving = True
        for task in (self._examining, self._switching):
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        await self._network.close()
        self._checkers.close()
        self.librarian.close()
        self.team.close()

    async def _join(self) -> None:
        self.endpoint.peers.here = await self._network.open()

    def _stays_away(self) -> bool:
        return self.endpoint.sharing is Sharing.OFF_NETWORK or self.endpoint.removed

    def _begin_switching(self) -> None:
        if self._switching is None or self._switching.done():
            self._switching = asyncio.get_running_loop().create_task(self._switch())

    async def _switch(self) -> None:
        """Off the network, or back on it, until that is as its owner wants it."""
        while self._network.is_open is self._stays_away():
            if self._network.is_open:
                await self._network.close()
                self._due += self.endpoint.leave(now_ms())
                self.flush()
                continue
            try:
                await self._join()
            except PresenceMapError as error:
                self._tell(FaultArisen(error))
                await asyncio.sleep(TRY_AGAIN)

    def obey(self, command: Command) -> object:
        """A command of this profile's owner, done when this returns.

        Raises:
            UserError: it can't be done as asked.
            EnvironmentFault: it couldn't be kept; nothing was published.
        """
        # What is due comes first: were it not kept, memory would go back to before this command.
        self.flush()
        if isinstance(command, SetSharing):
            self._share(command.sharing)
            return None
        if not isinstance(command, Question):
            self._upkeep.catch_up()
        answer, effects = self.team.obey(command, now_ms())
        self._do_all(self._upkeep.commit(effects))
        if isinstance(command, LeaveTeam):
            self._tell(LeftTeam())
        if isinstance(command, SetPrecision):
            self._tell(PrecisionChanged(command.precision))
        if isinstance(command, SetHome):
            self._tell(HomeChanged(self.team.home))
        self._pulse.quicken()
        return answer

    def _share(self, sharing: Sharing) -> None:
        """Done whatever the disk takes: what of it can't be kept, is kept and withdrawn later."""
        now = now_ms()
        self._upkeep.keep_sharing(self.team.paths.sharing, sharing, now)
        effects = self.endpoint.share(sharing, now)
        withdrawn, word = effects[:-1], effects[-1:]
        self._do_all(self._upkeep.commit_or_fall_behind(withdrawn, now))
        self._do_all(word)
        self._tell(SharingChanged(sharing))
        self._begin_switching()

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
                found_at=self._network.found_at,
                door=self._network.door,
                ask=self._ask_around,
                host_of=self._network.links.host_of,
            )
            self._examining = asyncio.create_task(examined(ground))
        return await asyncio.shield(self._examining)

    def _ask_around(self) -> Answers:
        """Put the doctor's questions to all who are linked."""
        probe = self.endpoint.probe
        self._due += probe.begin(self.endpoint.peers.standing(), self._network.door, now_ms())
        self.flush()
        return probe.answers

    def take(self, event: Event) -> None:
        """One event from the network. Its effects are done with those of the same turn."""
        if self._leaving:
            return
        now = now_ms()
        effects: list[Effect] = []
        try:
            effects = self.endpoint.handle(event, now)
        except PeerError as error:
            effects = self._blamed(event, error, now)
        except Exception as error:  # noqa: BLE001 - our bug; the network thread goes on
            self._complaints.bug(f"{type(event).__name__} could not be handled", error)
            self._go_back()
            effects = self._blamed(event, PeerError("something that this program fails on"), now)
        if effects:
            self._due += effects
            lumped = all(isinstance(effect, _LUMPED) for effect in effects)
            waits = lumped and self.endpoint.intake.is_fetching
            self._flush_within(LUMP if waits else 0)
        self._pulse.quicken()

    def _blamed(self, event: Event, error: PeerError, now: int) -> list[Effect]:
        link = getattr(event, "link", "")
        self._complaints.refused(error, link, self._network.links.host_of(link))
        sent = isinstance(event, FrameReceived | FeedReceived | Overflowed)
        return self.endpoint.fault(link, now) if sent else []

    def _go_back(self) -> None:
        """What came of one event is in memory, maybe in part, and nowhere else: undo it."""
        self.flush()
        self._upkeep.go_back()

    def _flush_within(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        at = loop.time() + seconds
        if self._flushing is None or at < self._flushing.when():
            if self._flushing is not None:
                self._flushing.cancel()
            self._flushing = loop.call_at(at, self.flush)

    def flush(self) -> None:
        """Do what is due: one commit for all that came in one turn."""
        if self._flushing is not None:
            self._flushing.cancel()
            self._flushing = None
        effects, self._due = self._due, []
        if not effects:
            return
        try:
            self._do_all(self._upkeep.commit_or_fall_behind(effects, now_ms()))
        except Exception as error:  # noqa: BLE001 - our bug; the network thread goes on
            self._complaints.bug("effects could not be done", error)
            self._upkeep.go_back()

    def _do_all(self, effects: list[Effect]) -> None:
        telling = Telling(self.endpoint, now_ms())
        for effect in effects:
            self._do(effect, telling)
        for notice in telling.notices():
            self._tell(notice)

    def _do(self, effect: Effect, telling: Telling) -> None:  # noqa: C901, PLR0912 - a case each
        links = self._network.links
        match effect:
            case Publish(frame=frame):
                links.publish(frame)
                for link in self.endpoint.peers.pushed():
                    links.send(link, relay_frame(0, frame))
            case Send(link=link, frame=frame):
                links.send(link, frame)
            case SendPiece(link=link, blob=blob, piece=piece):
                links.send(link, piece_frame(blob, piece, self._upkeep.piece(blob, piece)))
            case Dial(link=link, address=address):
                links.dial(link, address)
            case Admit(subscriber=key):
                links.admit(key)
            case Expel(subscriber=key):
                links.expel(key)
            case Subscribe(link=link, port=port, feed_key=key):
                links.subscribe(link, port, key)
            case CloseLink(link=link):
                links.close_link(link)
            case DialBack(link=link, number=number, port=port):
                links.dial_back(link, number, port)
            case TellOffence(person=person, what=what):
                self._complaints.offended(self._complaints.name(person), what)
            case TellGone(person=person) if person == self.endpoint.me.person.id:
                if not self.team.left:
                    telling.take(effect)
                    self._begin_switching()
            case TellCloned(person=person):
                _log.info("two computers use the key of %s", self._complaints.name(person))
                telling.take(effect)
            case (
                TellRecord()
                | TellPresence()
                | TellMember()
                | TellCard()
                | TellGone()
                | TellPicture()
                | TellNotes()
            ):
                telling.take(effect)
            case _:  # pragma: no cover - what is kept was done by commit
                _log.error("nobody does %s", effect)

    def _look_around(self, now: int) -> list[Effect]:
        """After a sleep, or on another network, everybody is dialled at once."""
        if self._network.slept(now):
            return self.endpoint.moved(now)
        peers = self.endpoint.peers
        move = self._network.moved(peers.links, now)
        if move is None or peers.here is None:
            return []
        peers.here = replace(peers.here, listen=move.listen)
        return self.endpoint.moved(now, move.void)

    def _tick(self) -> None:
        self._network.links.look()
        self._due += self._look_around(now_ms())
        self._due += self.endpoint.tick(now_ms())
        self.flush()
        self._state.look(now_ms(), connected=self._network.connected, ready=self._pulse.began)

    def _restless(self) -> bool:
        soon = now_ms() + round(1_000 * CALM_TICK)
        return self._network.restless or self.endpoint.restless(soon)

    def _fault(self, fault: EnvironmentFault) -> None:
        _log.info("%s", fault)
        self._tell(FaultArisen(fault))

    def _url(self, port: int) -> str:
        return f"tcp://{Address(self._options.host, port)}" if port else ""
