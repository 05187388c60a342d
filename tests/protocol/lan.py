"""A local network of function calls: endpoints, a clock that the test moves, wires that it cuts.

Within one lane (one direction of a link, one feed to one listener) frames keep their order, as TCP
does; which lane goes next is for ``choose`` to say. A wire may break at any time: what was under
way is lost, and both ends hear of it.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.errors import PeerError
from presencemap.domain.person import Profile
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.address import Address, Outcome
from presencemap.protocol.charter import founded
from presencemap.protocol.codec import PIECE, FrameType, piece_frame, relay_frame
from presencemap.protocol.effects import (
    Admit,
    CloseLink,
    Dial,
    DialBack,
    Effect,
    Erase,
    EraseBlobs,
    EraseProof,
    Expel,
    Publish,
    Save,
    SaveBlob,
    SaveDevice,
    SaveProof,
    SaveSeen,
    SaveStatement,
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
from presencemap.protocol.endpoint import Endpoint, Me
from presencemap.protocol.events import (
    DialFailed,
    DialledBack,
    Event,
    FeedReceived,
    FrameReceived,
    LinkLost,
    LinkOpened,
    Overflowed,
    PeerFound,
    Subscribed,
)
from presencemap.protocol.invitation import accepted, invite_link, read_invitation
from presencemap.protocol.link import Here
from presencemap.protocol.membership import Membership
from presencemap.protocol.presence import RELAYED_FOR
from presencemap.protocol.record import Record
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer, digest
from presencemap.protocol.statement import Statement

NOW = 1_800_000_000_000
DAY = 86_400_000
SECRET = b"s" * 32
_keys = Random(0)


def key_bytes(count: int) -> bytes:
    """What stands in for the machine's randomness: the same in every run of a test."""
    return _keys.randbytes(count)


def signer(name: str) -> Signer:
    """The same key for the same name, in every run."""
    return Signer(digest(name.encode()))


def place_of(record: Record) -> tuple[str, str]:
    """Where a store keeps it: its register, or a place of its own."""
    return record.register or (record.header.kind, record.hash.hex())


def busy_on(text: str, now: int = NOW, until: int | None = None) -> Status:
    """A status that says so."""
    return Status(Availability.BUSY, now, activity=Activity(Kind.WORKING_ON, text), until=until)


@dataclass
class Store:
    """What a node would find on its disk."""

    device: Signer
    statements: list[bytes] = field(default_factory=list)
    records: dict[tuple[str, str], tuple[bytes, bytes, int, bytes]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    proofs: dict[str, tuple[bytes, bytes, int]] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)

    def sizes(self) -> dict[str, int]:
        """Which blobs there are."""
        return {blob: len(data) for blob, data in self.blobs.items()}


@dataclass
class Wire:
    """A connection between two doors, and the feeds beside it. End 0 dialled."""

    ends: tuple[tuple["Node", str], tuple["Node", str]]
    key: bytes
    lanes: dict[tuple[str, int], deque[bytes]] = field(default_factory=dict)
    hears: list[bool] = field(default_factory=lambda: [False, False])

    def put(self, kind: str, towards: int, data: bytes) -> None:
        self.lanes.setdefault((kind, towards), deque()).append(data)


class Node:
    """An endpoint, its store and what it told."""

    def __init__(self, lan: "Lan", name: str, statements: Iterable[Statement]) -> None:
        self.lan, self.name = lan, name
        self.person = signer(f"{name}'s person")
        self.store = Store(signer(f"{name}'s device"), [s.data for s in statements])
        self.address = Address(f"10.0.0.{len(lan.nodes) + 1}")
        self.runs = 0
        self.ahead = 0
        """How far this machine's clock is ahead, in ms."""
        self.running = False
        self.inbox: deque[Event] = deque()
        self.admitted: Counter[bytes] = Counter()
        self.told: list[Effect] = []
        self.errors: list[str] = []
        lan.nodes[name] = self
        self.start()

    def start(self) -> None:
        """Run on what the store holds, with new session keys."""
        self.runs += 1
        self.running = True
        self.admitted.clear()
        self.inbox.clear()
        membership = Membership(self.lan.team.id, map(Statement.read, self.store.statements))
        me = Me(self.person, self.store.device)
        self.endpoint = Endpoint(me, membership, dict(self.store.seen))
        self.endpoint.replica.load(self.store.records.values(), dict(self.store.heads))
        self.endpoint.floors.held = self.store.sizes()
        self.endpoint.replica.clones.load(self.store.proofs.values())
        self.endpoint.peers.here = self.here()

    def here(self) -> Here:
        keys = [digest(f"{self.name} {self.runs} {use}".encode()) for use in ("feed", "sub")]
        return Here(47801, keys[0], keys[1], (self.address,), "test")

    @property
    def now(self) -> int:
        return self.lan.now + self.ahead

    @property
    def id(self) -> str:
        return self.person.id

    def kept(self) -> dict[str, object]:
        """What its store holds, for ``restore``."""
        return {
            "device": self.store.device,
            "statements": [Statement.read(data) for data in self.store.statements],
            "records": list(self.store.records.values()),
            "heads": dict(self.store.heads),
            "blobs": self.store.sizes(),
        }

    def crash(self) -> None:
        """Stop without a word."""
        self.running = False
        self.lan.cut(self)

    def do(self, effects: list[Effect]) -> None:
        """What the driver does."""
        for effect in effects:
            self._do(effect)

    def handle(self, event: Event) -> None:
        try:
            self.do(self.endpoint.handle(event, self.now))
        except PeerError as error:
            self.errors.append(str(error))
            if isinstance(event, FrameReceived | FeedReceived | Overflowed):
                self.do(self.endpoint.fault(event.link, self.now))

    def says(self, status: Status | str) -> None:
        """Share a status."""
        said = busy_on(status, self.now) if isinstance(status, str) else status
        self.do(self.endpoint.owner.set_status(said, self.now))

    def sees(self, other: "Node") -> tuple[str, str | None]:
        """(presence, text of the activity) on another's card."""
        card = self.endpoint.cards.of(other.id, self.now)
        status = card.status_at(self.now)
        return card.presence.value, status.activity.text if status and status.activity else None

    def links_to(self, other: "Node") -> int:
        return sum(link.person == other.id for link in self.endpoint.peers.standing())

    def held(self) -> dict[tuple[str, str], bytes]:
        """Each register with the hash of its record, as the replica and the store have it."""
        replica = self.endpoint.replica
        memory = {place_of(held.record): held.hash for held in replica._live.values()}
        assert memory == {key: name for key, (_, name, *_) in self.store.records.items()}
        return memory

    def log(self) -> set[bytes]:
        """The membership log, as memory and the store have it."""
        memory = {statement.data for statement in self.endpoint.membership}
        assert memory == set(self.store.statements)
        assert len(memory) == len(self.store.statements)
        return memory

    def _do(self, effect: Effect) -> None:
        match effect:
            case Save(record=record, expires=expires):
                self.store.records[place_of(record)] = (
                    record.data,
                    record.hash,
                    expires,
                    Held.of(record, expires).outline(),
                )
                device = record.header.device
                self.store.heads[device] = max(self.store.heads.get(device, 0), record.header.seq)
            case Erase(hashes=hashes):
                records = self.store.records.items()
                self.store.records = {k: r for k, r in records if r[1] not in hashes}
            case SaveStatement(statement=statement):
                self.store.statements.append(statement)
            case SaveBlob(blob=blob, data=data):
                self.store.blobs[blob] = data
            case EraseBlobs(blobs=blobs):
                for blob in blobs:
                    del self.store.blobs[blob]
            case SendPiece(link=link, blob=blob, piece=piece, size=size):
                data = self.store.blobs[blob][piece * PIECE :][:size]
                self.lan.carry(self, Send(link, piece_frame(blob, piece, data)))
            case SaveDevice(seed=seed):
                self.store.device = Signer(seed)
            case SaveSeen(person=person, at=at):
                self.store.seen[person] = at
            case SaveProof(proof=proof):
                self.store.proofs[proof.person] = (proof.one, proof.other, proof.found)
            case EraseProof(person=person):
                del self.store.proofs[person]
            case Admit(subscriber=key):
                self.admitted[key] = 1
            case Expel(subscriber=key):
                del self.admitted[key]
                self.lan.deafen(self, key)
            case (
                TellRecord()
                | TellPicture()
                | TellNotes()
                | TellPresence()
                | TellMember()
                | TellGone()
                | TellCard()
                | TellCloned()
                | TellOffence()
            ):
                self.told.append(effect)
            case _:
                self.lan.carry(self, effect)


class Lan:
    """Nodes of one team, joined by wires. ``choose(n)``: which of n waiting lanes goes next."""

    def __init__(self, choose: Callable[[int], int] = lambda _: 0) -> None:
        _keys.seed(0)
        self.choose = choose
        self.now = NOW
        self.nodes: dict[str, Node] = {}
        self.wires: list[Wire] = []
        self.walls: set[frozenset[str]] = set()
        self.sent: list[tuple[str, str, bytes]] = []
        self.leased: dict[str, int] = {}
        self.unheard: set[str] = set()
        """The names of those whose feeds nobody can reach."""
        self._dialled = 0
        self.team = signer("root")
        anna, device = signer("Anna's person"), signer("Anna's device")
        self.anna = Node(self, "Anna", founded(self.team, anna, device, "Lerend Collectief", NOW))
        self.anna.do(self.anna.endpoint.owner.set_profile(Profile("Anna"), NOW))

    def join(self, name: str, link: str = "", inviter: Node | None = None) -> Node:
        """A newcomer, who joins by a link with nobody online."""
        invitation = read_invitation(link or self.invited(inviter or self.anna), self.now)
        person, device = signer(f"{name}'s person"), signer(f"{name}'s device")
        node = Node(self, name, accepted(invitation, person, device, self.now))
        node.do(node.endpoint.owner.set_profile(Profile(name), self.now))
        return node

    def invited(self, by: Node, *, days: int = 7, uses: int = 50) -> str:
        """An invite link."""
        key, effects = by.endpoint.authority.invite(
            expires=self.now + days * DAY, uses=uses, label="", now=self.now
        )
        by.do(effects)
        return invite_link(by.endpoint.membership, key, SECRET, (), inviter=by.name)

    def team_of(self, *names: str) -> list[Node]:
        """Anna and these, who all know each other and are admitted."""
        link = self.invited(self.anna)
        nodes = [self.anna, *(self.join(name, link) for name in names)]
        self.meet()
        return nodes

    def lose(self) -> None:
        """All that is under way on feeds, as where a queue was full."""
        for wire in self.wires:
            for (kind, _), queue in wire.lanes.items():
                if kind == "feed":
                    queue.clear()

    def line(self, *names: str) -> list[Node]:
        """Anna, who reaches the first of these only, who reaches the next, and so on."""
        link = self.invited(self.anna)
        nodes = [self.anna, *(self.join(name, link) for name in names)]
        for at, node in enumerate(nodes):
            for other in nodes[at + 2 :]:
                self.wall(node, other)
        for node, other in pairwise(nodes):
            self.meet(node, other)
        self.pass_time(3_000)
        return nodes

    def heal(self) -> None:
        """Everybody runs, no walls, all find each other; what was to come has come."""
        self.walls.clear()
        for node in self.nodes.values():
            if not node.running:
                node.start()
        self.meet()
        self.pass_time(40_000)

    def running(self) -> list[Node]:
        return [node for node in self.nodes.values() if node.running]

    def meet(self, *nodes: Node) -> None:
        """Let these (or all) find each other, and settle."""
        found = nodes or self.running()
        for node in found:
            others = tuple(other.address for other in found if other is not node)
            node.handle(PeerFound(others))
        self.settle()

    def meet_neighbours(self, nodes: list[Node]) -> None:
        """Those next to each other find each other; nothing is delivered yet."""
        for node, other in pairwise(nodes):
            if node.running:
                node.handle(PeerFound((other.address,)))

    def settle(self, steps: int = 100_000) -> None:
        """Deliver whatever is under way."""
        for _ in range(steps):
            if not self.step():
                return
        raise AssertionError("the network never comes to rest")

    def step(self) -> bool:
        """Deliver one thing; False where nothing is under way."""
        waiting: list[Callable[[], None]] = [
            lambda node=node: node.handle(node.inbox.popleft())
            for node in self.running()
            if node.inbox
        ]
        waiting += [
            lambda wire=wire, lane=lane: self._deliver(wire, *lane)
            for wire in self.wires
            for lane, queue in wire.lanes.items()
            if queue
        ]
        if waiting:
            waiting[self.choose(len(waiting))]()
        return bool(waiting)

    def deliver(self, node: Node, kind: str) -> None:
        """The next of that kind ("door", "feed", "hear") to a node, over its newest wire.

        "hear": its subscription reaches the other side's feed. "inbox": what it hears of its dials.
        """
        if kind == "inbox":
            node.handle(node.inbox.popleft())
            return
        for wire in reversed(self.wires):
            for end, (there, _) in enumerate(wire.ends):
                if there is node and wire.lanes.get((kind, end)):
                    self._deliver(wire, kind, end)
                    return
        raise AssertionError(f"nothing of that kind for {node.name}")

    def frames(self, sender: Node, receiver: Node) -> list[FrameType]:
        """What one sent to the other so far, over links and feed."""
        names = (sender.name, receiver.name)
        return [FrameType(data[1]) for *way, data in self.sent if tuple(way) == names]

    def pass_time(self, ms: int, step: int = 1_000) -> None:
        """Let the clock run, tick by tick, everything delivered at once."""
        end = self.now + ms
        while self.now < end:
            self.now = min(self.now + step, end)
            for node in self.running():
                node.do(node.endpoint.tick(node.now))
            self.settle()

    def cut(self, node: Node, other: Node | None = None) -> None:
        """Break all wires of a node, or those to another."""
        for wire in [*self.wires]:
            ends = [end for end, _ in wire.ends]
            if node in ends and (other is None or other in ends):
                self._break(wire)

    def wall(self, node: Node, other: Node) -> None:
        """No way between these two: neither a frame nor a dial gets through."""
        self.walls.add(frozenset((node.name, other.name)))
        self.cut(node, other)

    def carry(self, node: Node, effect: Effect) -> None:
        """The effects that need the network."""
        match effect:
            case Dial(link=link, address=address):
                self._dial(node, link, address)
            case Send(link=link, frame=data):
                wire, end = self.wire_of(node, link)
                if wire is not None:
                    self.sent.append((node.name, wire.ends[1 - end][0].name, data))
                    wire.put("door", 1 - end, data)
            case Publish(frame=data):
                if data[1] == FrameType.LEASE:
                    self.leased[node.id] = self.now
                for pushed in node.endpoint.peers.pushed():
                    self.carry(node, Send(pushed, relay_frame(0, data)))
                for wire in self.wires:
                    for end, (there, _) in enumerate(wire.ends):
                        if wire.ends[1 - end][0] is node and wire.hears[end]:
                            self.sent.append((node.name, there.name, data))
                            wire.put("feed", end, data)
            case Subscribe(link=link, feed_key=key):
                wire, end = self.wire_of(node, link)
                there = wire.ends[1 - end][0] if wire is not None else node
                if wire is None or there.name in self.unheard:
                    return
                if key == there.here().feed_key:
                    wire.put("hear", end, node.here().subscriber)
            case CloseLink(link=link):
                wire, _ = self.wire_of(node, link)
                if wire is not None:
                    self._break(wire, closer=(node, link))
            case DialBack(link=link, number=number, port=port):
                wire, end = self.wire_of(node, link)
                if wire is not None:
                    address = wire.ends[1 - end][0].address
                    outcome = Outcome.REACHED if port == address.port else Outcome.REFUSED
                    node.inbox.append(DialledBack(link, number, outcome, address.host))
            case _:
                raise AssertionError(f"nobody does {effect}")

    def wire_of(self, node: Node, link: str) -> tuple[Wire | None, int]:
        """The wire of a node's link, and which end is the node's."""
        for wire in self.wires:
            if (node, link) in wire.ends:
                return wire, wire.ends.index((node, link))
        return None, 0

    def deafen(self, node: Node, subscriber: bytes) -> None:
        """Cut the connections of that key to a node's feed; what was under way is lost."""
        for wire in self.wires:
            for end, (there, _) in enumerate(wire.ends):
                if wire.ends[1 - end][0] is node and there.here().subscriber == subscriber:
                    wire.hears[end] = False
                    wire.lanes.pop(("feed", end), None)

    def _dial(self, node: Node, link: str, address: Address) -> None:
        there = next((n for n in self.nodes.values() if n.address == address), None)
        walled = there is not None and frozenset((node.name, there.name)) in self.walls
        if there is None or walled or not there.running:
            refused = there is not None and not walled
            node.inbox.append(DialFailed(link, refused))
            return
        self._dialled += 1
        key = digest(f"dial {self._dialled}".encode())
        self.wires.append(Wire(((node, link), (there, f"in-{self._dialled}")), key))
        node.inbox.append(LinkOpened(link, key))

    def _deliver(self, wire: Wire, kind: str, end: int) -> None:
        data = wire.lanes[kind, end].popleft()
        node, link = wire.ends[end]
        other, _ = wire.ends[1 - end]
        match kind:
            case "door":
                node.handle(FrameReceived(link, wire.key, data))
            case "feed":
                node.handle(FeedReceived(link, data))
            case _ if other.admitted[data]:  # one that comes early is refused for good
                wire.hears[end] = True
                other.handle(Subscribed(data))

    def _break(self, wire: Wire, closer: tuple[Node, str] | None = None) -> None:
        self.wires.remove(wire)
        for node, link in wire.ends:
            if (node, link) != closer and node.running:
                node.inbox.append(LinkLost(link))


def assert_agreed(nodes: list[Node]) -> None:
    """All hold the same records and the same log."""
    first = nodes[0]
    for node in nodes[1:]:
        assert node.log() == first.log(), (node.name, first.name)
        assert node.held() == first.held(), (node.name, first.name)


def assert_no_ghosts(nodes: list[Node]) -> None:
    """Nobody is shown online to whom no link stands and who said no lease of late."""
    for node in nodes:
        linked = {link.person for link in node.endpoint.peers.standing()}
        for card in node.endpoint.cards.all(node.lan.now):
            age = node.lan.now - node.lan.leased.get(card.person.id, 0)
            fresh = age < RELAYED_FOR and card.person.id not in linked
            proofs = {
                Reach.NONE: card.presence is not Presence.ONLINE,
                Reach.DIRECT: card.me or card.person.id in linked,
                Reach.RELAYED: fresh and card.presence is Presence.ONLINE,
            }
            assert proofs[card.reach], (node.name, card)
