"""Peers: the links of this node, from the first dial to the last word.

Runs the handshake on each link, keeps one link a device, dials again what was lost. Sans-IO:
events in, effects out. Knows no records; whom to believe is for the caller to judge.
"""

from collections.abc import Callable, Iterable
from itertools import count
from typing import Final

from presencemap.domain.errors import Ourselves, PeerError
from presencemap.protocol.address import Address, addresses_among
from presencemap.protocol.budget import Bars
from presencemap.protocol.codec import (
    FrameType,
    Greeting,
    Statements,
    Word,
    parsed,
    split_signed,
)
from presencemap.protocol.effects import Admit, CloseLink, Dial, Effect, Expel, Send, Subscribe
from presencemap.protocol.farewell import farewell
from presencemap.protocol.handshake import (
    channel_of,
    check_ready,
    greeting_frame,
    packed_statements,
    read_greeting,
    read_statements,
    ready_frame,
)
from presencemap.protocol.link import Here, Link, Stage
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement
from presencemap.protocol.targets import Answer, Target, Targets

HANDSHAKE_WITHIN: Final = 3_000
PUSH_AFTER: Final = 3_000
STABLE: Final = 10_000
"""A link that stood this long is dialled again at once when it is lost; a shorter one with pauses,
so that two copies of one device don't drive each other out without end."""
MAX_FAULTS: Final = 8
"""Bad frames over one link until it is cut."""
MAX_HALF_OPEN: Final = 256
FAREWELL_FOR: Final = 1_000
"""How long what is said to a removed person's node may be under way, until the link is closed."""

Judge = Callable[[Greeting, list[Statement], int], list[Effect]]
"""Believes a greeting and its chain, or raises ``PeerError`` and leaves everything as it was."""
Learn = Callable[[list[Statement], int], list[Effect]]
"""Takes statements that prove themselves, whoever says them."""
_GREETING: Final = (Stage.HELLO_SENT, Stage.WELCOME_SENT)
_HALF_OPEN: Final = (Stage.WELCOME_SENT, Stage.DISMISSED)


class Peers:
    """The links of one node."""

    def __init__(
        self, membership: Membership, person: str, device: Signer, believe: Judge, learn: Learn
    ) -> None:
        self.device = device
        self.targets = Targets()
        self.links: dict[str, Link] = {}
        self._standing: dict[str, Link] = {}  # of those, as each tick and each lease looks at them
        self.addresses: dict[str, tuple[Address, ...]] = {}
        """Where each device was met last: what it was dialled at, what it said."""
        self.here: Here | None = None
        self.paused = False
        """Whether our greetings say that we listen only."""
        self._membership = membership
        self._person = person
        self._believe = believe
        self._learn = learn
        self._names = count(1)
        self._hearing: set[str] = set()
        self._bars = Bars()
        self._ended: set[str] = set()
        self._judged_by: object = None

    def standing(self) -> list[Link]:
        """The links that got through the handshake."""
        return [*self._standing.values()]

    def hearing(self) -> list[Link]:
        """The standing links whose other side hears our feed, or is told all over the link."""
        return [k for k in self.standing() if k.pushed or k.subscriber in self._hearing]

    def restless(self, by: int) -> bool:
        """Whether a link is on its way, or somebody is to be dialled by then."""
        return len(self.hearing()) < len(self.links) or bool(self._to_dial(by))

    def pushed(self) -> list[str]:
        """The links that what is published goes over too, as ``relay_frame``."""
        return [link.id for link in self.standing() if link.pushed]

    def has_ended(self, name: str) -> bool:
        """Whether we ended this link just now: what it sent until its socket closes is no fault."""
        link = self.links.get(name)
        return name in self._ended or (link is not None and link.stage is Stage.DISMISSED)

    def greets(self, name: str) -> bool:
        """Whether the handshake of this link is under way."""
        return name in self.links and self.links[name].stage in _GREETING

    def forget_ended(self) -> None:
        """Their sockets are closed by now."""
        self._ended.clear()

    def subscribed(self, subscriber: bytes) -> None:
        """Somebody hears our feed; whose handshake isn't through yet, will soon be."""
        key = subscriber.hex()
        if any(link.subscriber == key for link in self.links.values()):
            self._hearing.add(key)
        for link in self.standing():
            if link.subscriber == key:
                link.told, link.pushed = None, False

    def dial_due(self, now: int) -> list[Effect]:
        """Dial who is due, once the sockets are open: nobody who is linked or kept out."""
        effects: list[Effect] = []
        for target in self._to_dial(now):
            target.link = f"out-{next(self._names)}"
            self.links[target.link] = Link(target.link, target.address, Stage.DIALLING, now)
            effects.append(Dial(target.link, target.address))
        return effects

    def opened(self, name: str, key: bytes, now: int) -> list[Effect]:
        """A dial came through: say who we are, bound to this connection's key."""
        link = self.links.get(name)
        if link is None or link.stage is not Stage.DIALLING or self.here is None:
            return [CloseLink(name), *self.lost(name, now)]
        link.key, link.since, link.stage = key, now, Stage.HELLO_SENT
        data, link.hello = greeting_frame(
            self.device, FrameType.HELLO, self._greeting(self.here), self._channel(key)
        )
        return [Send(name, data)]

    def greeted(
        self, name: str, key: bytes, frame_type: FrameType, payload: bytes, now: int
    ) -> list[Effect]:
        """A handshake frame.

        Raises:
            PeerError: out of turn, not signed for this connection, or a stranger's.
        """
        link = self.links.get(name)
        stage = link.stage if link else None
        if frame_type is FrameType.HELLO and link is None:
            return self._hello(name, key, payload, now)
        if frame_type is FrameType.WELCOME and link and stage is Stage.HELLO_SENT:
            return self._welcome(link, payload, now)
        if frame_type is FrameType.READY and link and stage is Stage.WELCOME_SENT:
            signed, channel = split_signed(payload), self._channel(link.key)
            check_ready(link.device, signed, channel, link.welcome, link.hello)
            return self._stand(link, now)
        if frame_type is FrameType.STATEMENTS and link and stage in _GREETING:
            # Instead of a greeting: why we are no member any more.
            learnt = self._learn(read_statements(parsed(Statements, payload).items), now)
            return [*learnt, CloseLink(name), *self.lost(name, now)]
        raise PeerError(f"a {frame_type.name} out of turn")

    def lost(self, name: str, now: int) -> list[Effect]:
        """A link ended; whoever stood there for a while is dialled again, at once."""
        link = self.links.get(name)
        if link is None:
            return []
        self._end(link, now)
        others = {other.device for other in self.standing()}
        if link.stage is Stage.STANDING and link.device not in others:
            again = self.targets.hurry if now - link.since >= STABLE else self.targets.expect
            again(link.device, link.addresses, now)
        return self._expelled(link)

    def learn(self, word: Word, now: int) -> None:
        """Where a device says to be: a hint where no link stands, else for when it is lost."""
        links = [link for link in self.standing() if link.device == word.device]
        for link in links:
            link.listen = word.addresses
        if not links:
            own = self.here.listen if self.here else ()
            found = (each for each in addresses_among(word.addresses) if each not in own)
            self.targets.learn(word.person, word.device, tuple(found), now)

    def moved(self, links: Iterable[str], now: int) -> list[Effect]:
        """The network is another: these links are void, and everybody is dialled at once."""
        effects = [e for name in links for e in (CloseLink(name), *self.lost(name, now))]
        self.targets.hurry_all(now)
        return effects

    def leave(self, now: int) -> list[Effect]:
        """Off the network: no link and no dial, until ``here`` is set again."""
        self.here = None
        return [e for name in [*self.links] for e in (CloseLink(name), *self.lost(name, now))]

    def fault(self, name: str, now: int) -> list[Effect]:
        """A bad frame: one too many, or any before the handshake is through, ends the link."""
        link = self.links.get(name)
        if link is not None:
            link.faults += 1
            if link.stage is Stage.STANDING and link.faults < MAX_FAULTS:
                return []
            if link.stage is Stage.STANDING:
                self._bars.bar(link.device, now)
        return [CloseLink(name), *self.lost(name, now)]

    def expire(self, now: int) -> list[Effect]:
        """End the handshakes that take too long, and the links of those who aren't members now.

        Who stands and still doesn't hear our feed is pushed to from now on. Dials have their own
        time in ``net``.
        """
        for link in self.standing():
            if link.subscriber not in self._hearing and not 0 <= now - link.since < PUSH_AFTER:
                link.pushed = True
        # Many links, again and again: their people only where a standing may be another.
        before, self._judged_by = self._judged_by, self._membership.edition(now)
        anew = self._judged_by != before
        looked_at = self.links.values() if anew or len(self._standing) < len(self.links) else ()
        late = [link for link in looked_at if self._is_over(link, now, anew=anew)]
        return [effect for link in late for effect in self._part(link, now)]

    def _to_dial(self, now: int) -> list[Target]:
        if self.here is None:
            return []
        spared = self._bars.kept_out(now).union(link.device for link in self.standing())
        return self.targets.due(now, spared)

    def _hello(self, name: str, key: bytes, payload: bytes, now: int) -> list[Effect]:
        half_open = sum(each.stage in _HALF_OPEN for each in self.links.values())
        if self.here is None or half_open >= MAX_HALF_OPEN:
            raise PeerError("a HELLO that there is no room for")
        channel = self._channel(key)
        greeting, chain, hello = read_greeting(
            FrameType.HELLO, split_signed(payload), channel, known=self._membership.get
        )
        link = Link(name, None, Stage.WELCOME_SENT, now, key, hello)
        if (frame := self._farewell(greeting)) is not None:
            self.links[name] = link
            return self._dismissed(link, frame, now)
        learnt = self._judged(name, greeting, chain, now)
        link.meet(greeting)
        data, link.welcome = greeting_frame(
            self.device, FrameType.WELCOME, self._greeting(self.here), channel, hello
        )
        self.links[name] = link
        # Admitted before the welcome goes out: a CURVE client that is refused never retries.
        return [*learnt, Admit(bytes.fromhex(link.subscriber)), Send(name, data)]

    def _welcome(self, link: Link, payload: bytes, now: int) -> list[Effect]:
        channel = self._channel(link.key)
        signed = split_signed(payload)
        greeting, chain, welcome = read_greeting(
            FrameType.WELCOME, signed, channel, link.hello, self._membership.get
        )
        if (frame := self._farewell(greeting)) is not None:
            return self._dismissed(link, frame, now)
        learnt = self._judged(link.id, greeting, chain, now)
        link.meet(greeting)
        self.targets.met(link.id, greeting.device)
        ready = ready_frame(self.device, channel, welcome, link.hello)
        admit = Admit(bytes.fromhex(link.subscriber))
        return [*learnt, admit, Send(link.id, ready), *self._stand(link, now)]

    def _judged(
        self, name: str, greeting: Greeting, chain: list[Statement], now: int
    ) -> list[Effect]:
        if greeting.device == self.device.id:
            raise Ourselves("this is ourselves")
        if self._bars.barred(greeting.device, now):
            self.targets.met(name, greeting.device)  # a new address of theirs waits too
            raise PeerError("kept out for a while, and back before that")
        return self._believe(greeting, chain, now)

    def _stand(self, link: Link, now: int) -> list[Effect]:
        """The handshake is through: hear each other, and keep one link a device.

        An older run's link is dead. Of two links of one run the responder of the one that stays
        closes the other: only there it is sure that both sides have the one that stays.
        """
        link.stage, link.since = Stage.STANDING, now
        self._standing[link.id] = link
        self._judged_by = None  # believed by its chain, for which the log may have had no room
        self.addresses[link.device] = link.addresses
        effects: list[Effect] = []
        for other in self.standing():
            if other is link or not other.leads_where(link):
                continue
            other.device = link.device
            if other.feed_key != link.feed_key:
                effects += self._let_go(other, now)
                continue
            stays, goes = self._of_two(other, link)
            if stays.dialled is None:
                effects += self._let_go(goes, now)
        if link.id in self.links:
            feed_key = bytes.fromhex(link.feed_key)
            effects.insert(0, Subscribe(link.id, link.feed_port, feed_key))
        return effects

    def _of_two(self, older: Link, newer: Link) -> tuple[Link, Link]:
        """Which of two links of one run stays, and which goes.

        Nobody dials whom it is linked to: a second dial, later than two at once can be, says that
        the dialler has lost the first link, from an address that it no longer has.
        """
        again = (older.dialled is None) == (newer.dialled is None)
        if again and newer.since - older.since >= HANDSHAKE_WITHIN:
            return newer, older
        stays, goes = sorted((older, newer), key=self._dialled_by_higher)
        return stays, goes

    def _dialled_by_higher(self, link: Link) -> bool:
        """Of two links the one dialled by the lower person, device stays; else the older."""
        higher = (self._person, self.device.id) > (link.person, link.device)
        return (link.dialled is not None) == higher

    def _farewell(self, greeting: Greeting) -> bytes | None:
        """What a removed person's own device is told instead of a greeting; None for others."""
        if greeting.device not in self._membership.devices(greeting.person):
            return None
        return farewell(self._membership, greeting.person)

    def _dismissed(self, link: Link, frame: bytes, now: int) -> list[Effect]:
        """Over this link that alone is still said, and over the feed nothing, from now on."""
        link.stage, link.since = Stage.DISMISSED, now
        self._standing.pop(link.id, None)
        expelled = self._expelled(link)
        link.subscriber = ""
        return [*expelled, Send(link.id, frame)]

    def _part(self, link: Link, now: int) -> list[Effect]:
        """A link is over: whoever was removed hears of it first, from those who cut them."""
        standing = link.stage is Stage.STANDING
        if standing and (frame := farewell(self._membership, link.person)) is not None:
            return self._dismissed(link, frame, now)
        return [CloseLink(link.id), *self.lost(link.id, now)]

    def _let_go(self, link: Link, now: int) -> list[Effect]:
        """Close our side of a link that isn't needed; its address stays known for later."""
        self._end(link, now)
        return [CloseLink(link.id), *self._expelled(link)]

    def _end(self, link: Link, now: int) -> None:
        del self.links[link.id]
        self._standing.pop(link.id, None)
        self._ended.add(link.id)
        greeted = link.stage is Stage.HELLO_SENT
        self.targets.failed(link.id, now, Answer.TURNED_AWAY if greeted else Answer.NOBODY)

    def _expelled(self, link: Link) -> list[Effect]:
        """The subscriber key of a run is admitted as long as one link of that run is there."""
        key, links = link.subscriber, self.links.values()
        if not key or any(other.subscriber == key for other in links if other is not link):
            return []
        self._hearing.discard(key)
        return [Expel(bytes.fromhex(key))]

    def _is_over(self, link: Link, now: int, *, anew: bool) -> bool:
        if link.stage is Stage.STANDING:
            return anew and self._membership.standing(link.person, now) is Standing.STRANGER
        limit = FAREWELL_FOR if link.stage is Stage.DISMISSED else HANDSHAKE_WITHIN
        return link.stage is not Stage.DIALLING and not 0 <= now - link.since < limit

    def _channel(self, key: bytes) -> bytes:
        return channel_of(self._membership.team, key)

    def _greeting(self, here: Here) -> Greeting:
        return Greeting(
            person=self._person,
            device=self.device.id,
            chain=packed_statements(self._membership.chain(self._person)),
            feed_port=here.feed_port,
            feed_key=here.feed_key.hex(),
            subscriber=here.subscriber.hex(),
            listen=tuple(map(str, here.listen)),
            program=here.program,
            paused=self.paused,
        )
