"""Whatever the network does, once it heals all replicas are the same.

This mirrors no one module.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date
from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from presencemap.domain.availability import Reach
from presencemap.domain.errors import Refused
from presencemap.domain.job import Job
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import Plan, day_over
from presencemap.domain.post import Draft, PostKind, ReactionKind
from presencemap.protocol.codec import FrameType
from presencemap.protocol.endpoint import TELL_AGAIN
from presencemap.protocol.events import FeedReceived, PeerFound
from presencemap.protocol.job import WorkBody
from presencemap.protocol.membership import Standing
from presencemap.protocol.room import MAX_ROW
from tests.protocol.lan import Lan, Node, assert_agreed, assert_no_ghosts, busy_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from presencemap.protocol.effects import Effect

FEED = {FrameType.RECORDS, FrameType.STATEMENTS, FrameType.LEASE, FrameType.GOODBYE}
NAMES = ["Bram", "Cleo", "Daan", "Elke"]


def room(key: str, number: int) -> Place:
    return Place(key * 32, f"Room {number}", PlaceKind.ROOM)


class Network(RuleBasedStateMachine):
    """People who say things, join, crash and come back, on a network that does what it likes."""

    nodes = Bundle("nodes")

    @initialize(target=nodes, seed=st.integers(0, 2**16))
    def found(self, seed: int) -> Node:
        self.lan = Lan(Random(seed).randrange)
        self.said = 0
        self.retracted: set[str] = set()
        self.edited: dict[str, str] = {}
        """The last words of each post that its author changed: one node's, so one is the last."""
        self.on: dict[str, tuple[str, ...]] = {}
        return self.lan.anna

    @rule(target=nodes, inviter=nodes, hours=st.integers(0, 3))
    def join(self, inviter: Node, hours: int) -> Node:
        if len(self.lan.nodes) > len(NAMES) or not inviter.running:
            return inviter
        link = self.lan.invited(inviter)
        self.lan.now += hours * 3_600_000
        return self.lan.join(NAMES[len(self.lan.nodes) - 1], link)

    @rule(node=nodes, minutes=st.none() | st.integers(1, 90))
    def say(self, node: Node, minutes: int | None) -> None:
        if node.running:
            until = None if minutes is None else self.lan.now + minutes * 60_000
            self.said += 1
            node.says(busy_on(f"thing {self.said}", self.lan.now, until))

    @rule(node=nodes)
    def rename(self, node: Node) -> None:
        if node.running:
            self.said += 1
            profile = Profile(f"{node.name} {self.said}")
            node.do(node.endpoint.owner.set_profile(profile, self.lan.now))

    @rule(node=nodes, other=nodes, key=st.sampled_from("ab"))
    def edit_place(self, node: Node, other: Node, key: str) -> None:
        """Two people edit a place, neither knowing of the other."""
        for each in (node, other):
            if each.running:
                self.said += 1
                each.do(each.endpoint.owner.put_place(room(key, self.said), self.lan.now))

    @rule(node=nodes, other=nodes)
    def merge_places(self, node: Node, other: Node) -> None:
        """Two people merge the same two places, each into the other's."""
        for each, (one, into) in ((node, "ab"), (other, "ba")):
            if each.running:
                self.said += 1
                merged = replace(room(one, self.said), into=into * 32)
                each.do(each.endpoint.owner.put_place(merged, self.lan.now))

    @rule(node=nodes, day=st.integers(15, 16), said=st.booleans())
    def plan(self, node: Node, day: int, *, said: bool) -> None:
        """For one of two days; or nothing, which takes back."""
        over = day_over(date(2027, 1, day), UTC)
        if node.running and over > self.lan.now:
            self.said += 1
            plan = Plan(date(2027, 1, day), text=f"plan {self.said}" if said else "")
            node.do(node.endpoint.owner.set_plan(plan, over, self.lan.now))

    @rule(node=nodes, other=nodes, key=st.sampled_from("ab"))
    def name_job(self, node: Node, other: Node, key: str) -> None:
        """Two people name a job, neither knowing of the other."""
        for each in (node, other):
            if each.running:
                self.said += 1
                job = Job(key * 32, f"Job {self.said}", ("bids",))
                each.do(each.endpoint.owner.put_job(job, self.lan.now))

    @rule(node=nodes, keys=st.sampled_from(["", "a", "b", "ab"]))
    def work_on(self, node: Node, keys: str) -> None:
        """Join, leave, be on none any more."""
        if node.running:
            self.said += 1
            jobs = tuple(key * 32 for key in keys)
            node.do(node.endpoint.owner.work_on(jobs, self.lan.now))
            self.on[node.id] = jobs

    @rule(node=nodes, other=nodes, way=st.permutations(["vat", "btw", "tax"]), part=st.booleans())
    def call_topics(self, node: Node, other: Node, way: list[str], *, part: bool) -> None:
        """Two people join topics, each the other way round; or one parts what was joined."""
        one, into, _ = way
        said = [(node, one, one)] if part else [(node, one, into.upper()), (other, into, one)]
        for each, topic, name in said:
            if each.running:
                each.do(each.endpoint.owner.call_topic(topic, name, self.lan.now))

    @rule(node=nodes, about=st.integers(0, 5))
    def post(self, node: Node, about: int) -> None:
        """A question, or a reply to one that is known here."""
        if node.running:
            self.said += 1
            shown = node.endpoint.stream.newest(5)
            of = shown[about].id if about < len(shown) else None
            kind = PostKind.REPLY if of else PostKind.QUESTION
            draft = Draft(kind, f"post {self.said}", of=of)
            node.do(node.endpoint.stream.say(draft, self.lan.now))

    @rule(node=nodes, other=nodes)
    def write(self, node: Node, other: Node) -> None:
        """A note, which the other confirms where it comes."""
        if node.running and node is not other:
            self.said += 1
            text = f"note {self.said}"
            node.do(node.endpoint.mailbox.write(other.id, text, self.lan.now))

    @rule(node=nodes, which=st.integers(0, 3), what=st.sampled_from("rtjslfg"))
    def act_on(self, node: Node, which: int, what: str) -> None:
        """Retract, thank, join, solve, leave, follow or no more, as far as it may be done."""
        stream = node.endpoint.stream
        shown = stream.newest(4)
        if not node.running or which >= len(shown):
            return
        self.said += 1
        post, now = shown[which], self.lan.now
        acts: dict[str, Callable[[], list[Effect]]] = {
            "r": lambda: stream.retract(post.id, now),
            "t": lambda: stream.react(post.id, ReactionKind.THANK, now),
            "j": lambda: stream.react(post.id, ReactionKind.JOIN, now),
            "s": lambda: stream.react(post.id, ReactionKind.SOLVE, now, ("f" * 64,)),
            "l": lambda: stream.react(post.id, ReactionKind.LEAVE, now),
            "f": lambda: stream.follow(post.author, now, on=True),
            "g": lambda: stream.follow(post.author, now, on=False),
        }
        with suppress(Refused):
            node.do(acts[what]())
            if what == "r":
                self.retracted.add(post.id)

    @rule(node=nodes, which=st.integers(0, 2), counts=st.lists(st.integers(0, 9), max_size=3))
    def edit(self, node: Node, which: int, counts: list[int]) -> None:
        """Say a post of one's own, or a new one, differently; so much is delivered after each."""
        stream = node.endpoint.stream
        if not node.running:
            return
        mine = [post.id for post in stream.newest(99, [node.id])][which : which + 1]
        if not mine:
            self.said += 1
            node.do(stream.say(Draft(PostKind.QUESTION, f"post {self.said}"), self.lan.now))
            mine = [post.id for post in stream.newest(1, [node.id])]
        for count in counts:
            with suppress(Refused):
                node.do(stream.edit(mine[0], f"edit {self.said}", self.lan.now))
                self.edited[mine[0]] = f"edit {self.said}"
            self.said += 1
            self.deliver(count)

    @rule(node=nodes, other=nodes)
    def find(self, node: Node, other: Node) -> None:
        if node.running and node is not other:
            node.handle(PeerFound((other.address,)))

    @rule(node=nodes)
    def crash(self, node: Node) -> None:
        if node.running:
            node.crash()

    @rule(node=nodes)
    def leave(self, node: Node) -> None:
        if node.running:
            node.do(node.endpoint.goodbye(self.lan.now))
            for _ in range(5):
                self.lan.step()
            node.crash()

    @rule(node=nodes)
    def come_back(self, node: Node) -> None:
        if not node.running:
            node.start()

    @rule(node=nodes, other=nodes)
    def break_wires(self, node: Node, other: Node) -> None:
        self.lan.cut(node, other)

    @rule(node=nodes, other=nodes)
    def part(self, node: Node, other: Node) -> None:
        if node is not other:
            self.lan.wall(node, other)

    @rule(node=nodes, other=nodes)
    def join_again(self, node: Node, other: Node) -> None:
        self.lan.walls.discard(frozenset((node.name, other.name)))

    @rule(count=st.integers(1, 30))
    def deliver(self, count: int) -> None:
        for _ in range(count):
            self.lan.step()

    @rule(back=st.integers(1, 50))
    def repeat(self, back: int) -> None:
        """A frame of a feed comes again, long after."""
        for name, there, data in self.lan.sent[-back:]:
            node, other = self.lan.nodes[there], self.lan.nodes[name]
            links = [k for k in node.endpoint.peers.standing() if k.person == other.id]
            if node.running and links and data[1] in FEED:
                node.handle(FeedReceived(links[0].id, data))
                return

    @rule(seconds=st.sampled_from([1, 5, 20, 400, 5_000]))
    def wait(self, seconds: int) -> None:
        """Time for all at once, while nothing is delivered."""
        self.lan.now += seconds * 1_000
        for node in self.lan.running():
            node.do(node.endpoint.tick(self.lan.now))

    @invariant()
    def no_ghosts(self) -> None:
        assert_no_ghosts(self.lan.running())

    def teardown(self) -> None:
        if not hasattr(self, "lan"):
            return
        self.lan.heal()
        nodes = self.lan.running()
        assert_agreed(nodes)
        assert_no_ghosts(nodes)
        trees = [node.endpoint.replica.places() for node in nodes]
        for key in "ab":
            assert len({tree.get(key * 32) for tree in trees}) == 1
        shown = [node.endpoint.stream.newest(999) for node in nodes]
        assert all(each == shown[0] for each in shown), "the same posts, and made of them"
        assert not {post.id for post in shown[0]} & self.retracted
        texts = {post.id: post.said.text for post in shown[0]}
        last = {post: text for post, text in self.edited.items() if post not in self.retracted}
        assert {post: texts.get(post) for post in last} == last, "as it was changed last"
        assert len({tuple(node.endpoint.replica.crews.jobs()) for node in nodes}) == 1
        assert len({node.endpoint.replica.glossary.names for node in nodes}) == 1
        for node in nodes:
            said = {h.author: h.record.body for h in node.endpoint.replica.shelves.held_in("work")}
            on = {person: body.jobs for person, body in said.items() if isinstance(body, WorkBody)}
            assert on == self.on, "the last word of each, and no word of before"
        for node, other in permutations(nodes, 2):
            assert node.links_to(other) == 1, (node.name, other.name)
            assert node.endpoint.membership.standing(other.id, self.lan.now) is Standing.ADMITTED
            assert node.sees(other) == ("online", other.sees(other)[1])
        assert [node.errors for node in nodes] == [[] for _ in nodes]


TestNetwork = Network.TestCase
TestNetwork.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class FullNetwork(Network):
    """The same where a row has room for seven records: which they are, all agree on in the end.

    Where something ended there is room again: the next digests tell who has what for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.most = MAX_ROW[False]
        MAX_ROW[False] = 7

    def teardown(self) -> None:
        try:
            if hasattr(self, "lan"):
                self.lan.heal()
                self.lan.pass_time(3 * TELL_AGAIN, 20_000)
                nodes = self.lan.running()
                assert_agreed(nodes)
                assert [node.errors for node in nodes] == [[] for _ in nodes]
        finally:
            MAX_ROW[False] = self.most


TestFullNetwork = FullNetwork.TestCase
TestFullNetwork.settings = TestNetwork.settings


@pytest.mark.parametrize("seed", range(8))
def test_a_busy_team_of_six(seed: int) -> None:
    random = Random(seed)
    lan = Lan(random.randrange)
    nodes = lan.team_of("Bram", "Cleo", "Daan", "Elke", "Finn")
    for turn in range(150):
        node, other = random.choice(nodes), random.choice(nodes)
        match random.randrange(7):
            case 0 | 1 if node.running:
                node.says(f"turn {turn}")
            case 6 if node.running:
                node.do(node.endpoint.owner.put_place(room("a", turn), lan.now))
            case 2 if node is not other:
                lan.cut(node, other)
            case 3 if node.running and random.random() < 0.3:
                node.crash()
            case 4 if not node.running:
                node.start()
            case _:
                lan.now += 300
                for each in lan.running():
                    each.do(each.endpoint.tick(lan.now))
        for _ in range(random.randrange(40)):
            lan.step()
        assert_no_ghosts(lan.running())
    lan.heal()
    assert_agreed(nodes)
    assert all(a.links_to(b) == 1 for a, b in permutations(nodes, 2))


LINE = st.lists(
    st.tuples(
        st.sampled_from(["say", "cut", "crash", "come back", "deliver", "wait"]),
        st.integers(0, 3),
        st.integers(0, 40),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(count=st.integers(3, 4), seed=st.integers(0, 2**16), turns=LINE)
def test_a_line_whose_ends_never_meet(
    count: int, seed: int, turns: list[tuple[str, int, int]]
) -> None:
    """A–B–C(–D): all see all live through those between, whatever happened before."""
    lan = Lan(Random(seed).randrange)
    link = lan.invited(lan.anna)
    nodes = [lan.anna, *(lan.join(name, link) for name in NAMES[: count - 1])]
    for at, node in enumerate(nodes):
        for other in nodes[at + 2 :]:
            lan.wall(node, other)
    for turn, (what, at, number) in enumerate(turns):
        node = nodes[at % count]
        match what:
            case "say" if node.running:
                node.says(f"turn {turn}")
            case "cut":
                lan.cut(node)
            case "crash" if node.running:
                node.crash()
            case "come back" if not node.running:
                node.start()
            case "wait":
                # No heartbeat lets a frame be under way for so long: the link would be gone.
                lan.settle()
                lan.now += number * 2_000
                for each in lan.running():
                    each.do(each.endpoint.tick(lan.now))
            case _:
                lan.meet_neighbours(nodes)
        for _ in range(number):
            lan.step()
        assert_no_ghosts(lan.running())
    for node in nodes:
        if not node.running:
            node.start()
    lan.meet_neighbours(nodes)
    lan.pass_time(40_000)
    assert_no_ghosts(nodes)
    for node, other in permutations(nodes, 2):
        assert node.sees(other) == ("online", other.sees(other)[1]), (node.name, other.name)
        near = abs(nodes.index(node) - nodes.index(other)) == 1
        reach = node.endpoint.cards.of(other.id, lan.now).reach
        assert reach is (Reach.DIRECT if near else Reach.RELAYED)
    lan.pass_time(TELL_AGAIN * (count - 2))
    assert_agreed(nodes)
    assert [node.errors for node in nodes] == [[] for _ in nodes]
