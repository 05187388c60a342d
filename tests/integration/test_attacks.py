"""An honest pair goes on talking while a member with a changed program attacks one of them.

Three processes. Under each attack the pair exchanges statuses both ways; what is measured: the time
from ``set`` to the other's ``watch``, and the memory of the attacked node. ``pytest -s`` prints the
table of docs/attacks.md. Mirrors no one module.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite, SetStatus, WithdrawInvite
from presencemap.app.entry import create_team, join_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost
from presencemap.domain.person import Profile
from presencemap.domain.post import PostKind
from presencemap.domain.status import Activity, Kind
from presencemap.protocol.codec import FrameType, Word, record_frames, relay_frame
from presencemap.protocol.invitation import invite_link
from presencemap.protocol.presence import word_frame
from tests.integration.attacker import Attacker, Done
from tests.integration.attacks import ATTACKS, REMOVED
from tests.integration.mallory import victim_of
from tests.integration.pair import Pair, Side, p99
from tests.nodes import NodeProcess, call, eventually, who

pytestmark = pytest.mark.processes

SECONDS = 3.0
P99 = 3.0
"""Seconds, on a machine that may be busy with other tests; figures are in docs/attacks.md."""
GROWTH = 100 << 20
"""Bytes that the attacked node's memory may grow by in all attacks together: of messages not yet
whole 32 MiB may stay, and what comes until that is noticed."""
AT_ONCE = "a hundred of 10 MB"
GROWTH_AT_ONCE = 400 << 20
"""In this one loopback brings hundreds of MB a second, and a machine that is busy looks late: seen
up to 250 MiB, with 1 GB and more on its way. What it leaves, the allocator keeps."""
CALM_EXCHANGES = 10
"""Before the first attack, so that growth is the attacks' own, whichever of them are run."""

NO_ATTACK = "no attack"
OLD = "what I was on an hour ago"
POST = "who has the adapter"
FLOOD = r"Mallory: (sends (more|faster) than|went on sending more than) this node"
MANY_PARTS = r"127\.0\.0\.1: a message of many parts"
SAYS = {
    "records over the feed": FLOOD,
    "records over the link": FLOOD,
    "statements": FLOOD,
    "questions": FLOOD,
    "made-up digests": FLOOD,
    "leases and goodbyes": FLOOD,
    "old frames again": FLOOD,
    "a colleague's post as new": FLOOD,
    "invites that are void": r"127\.0\.0\.1: a stranger",
    "deep nesting": r"Mallory: a malformed ",
    "random frames": r"Mallory: a frame of (version|type) ",
    "oversize by a byte": r"Mallory: a record of \d+ bytes",
    "idle connections": r"127\.0\.0\.1: too many connections at once",
    "a handshake storm": r"127\.0\.0\.1: too many greetings at once",
    "20,000 parts": MANY_PARTS,
    "a message of 200 MB": MANY_PARTS,
    AT_ONCE: MANY_PARTS,
}


@dataclass
class Scene:
    pair: Pair
    attacker: Attacker
    calm: int = 0
    rows: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    home = tmp_path_factory.mktemp("attacks")
    paths = {n: ProfilePaths.at(home / n) for n in ("anna", "bram", "mallory")}
    create_team(paths["anna"], "Lerend Collectief", Profile("Anna"), now_ms())
    with StoreDesk(paths["anna"]) as desk:
        link = str(desk.obey(CreateInvite(uses=2)))
        void = (link, *void_links(desk))
    join_team(paths["bram"], link, Profile("Bram"), now_ms())
    with StoreDesk(paths["bram"]) as desk:
        recorded = said_of_old(desk)
    join_team(paths["mallory"], link, Profile("Mallory"), now_ms())
    options = ("--no-mdns", "--listen", "127.0.0.1:0")
    with NodeProcess(paths["anna"].data, *options) as first:
        # Once as an honest member, so that everybody knows her name.
        with NodeProcess(paths["mallory"].data, *options, "--peer", first.door):
            eventually(lambda: who(paths["anna"].data), lambda p: "Mallory" in p)
        with NodeProcess(paths["bram"].data, *options, "--peer", first.door) as second:
            pair = Pair(Side(first, paths["anna"], "Anna"), Side(second, paths["bram"], "Bram"))
            eventually(
                lambda: who(paths["bram"].data).get("Anna", {}).get("presence"),
                lambda presence: presence == "online",
            )
            victim = victim_of(
                paths["mallory"], first.door, first.feed,
                control=str(paths["anna"].control), recorded=recorded, links=void,
            )  # fmt: skip
            with Attacker(victim) as attacker:
                pair.listen()
                scene = Scene(pair, attacker)
                for _ in range(CALM_EXCHANGES):
                    pair.both()
                scene.calm = pair.anna.resident()
                yield scene
            print("\n" + "\n".join(scene.rows))


def void_links(desk: StoreDesk) -> tuple[str, str]:
    """One that is over since an hour, one that was withdrawn."""
    endpoint, now = desk.team.endpoint, now_ms()
    key, effects = endpoint.authority.invite(expires=now - 3_600_000, uses=9, label="", now=now)
    desk.team.keeping.commit(effects)
    secret = desk.team.keys.discovery_secret
    over = invite_link(endpoint.membership, key, secret, (), inviter="Anna")
    withdrawn = str(desk.obey(CreateInvite(label="withdrawn")))
    [invite] = [i.id for i in endpoint.membership.invites() if i.label == "withdrawn"]
    desk.obey(WithdrawInvite(invite))
    return over, withdrawn


def said_of_old(desk: StoreDesk) -> tuple[bytes, ...]:
    """Frames of an hour ago: a status that will have been replaced, a post, a lease, a goodbye."""
    endpoint, old = desk.team.endpoint, now_ms() - 3_600_000
    desk.obey(SetStatus(activity=Activity(Kind.WORKING_ON, OLD)))
    desk.obey(SayPost(PostKind.ACTIVITY, POST))
    me = endpoint.me
    records = [h.data for h in endpoint.replica.held() if h.author == me.person.id]
    word = Word(
        team=desk.team.keys.team, person=me.person.id, device=me.device.id,
        counter=old, head=9, addresses=(), asks=(), answers=(),
    )  # fmt: skip
    words = (word_frame(me.device, kind, word) for kind in (FrameType.LEASE, FrameType.GOODBYE))
    return (
        *(f for each in records for f in record_frames([each])),
        *(relay_frame(0, each) for each in words),
    )


@pytest.mark.parametrize("name", ATTACKS)
def test_an_honest_pair_goes_on_under(name: str, scene: Scene) -> None:
    pair, anna = scene.pair, scene.pair.anna
    lines_before = len(anna.lines)
    scene.attacker.begin(name, SECONDS)
    if name == REMOVED:
        eventually(lambda: who(anna.paths.data)["Mallory"]["online"], bool)
        call(anna.paths.data, "team", "remove", "Mallory")
    took, peak = pair.go_on(scene.attacker.under_way)
    done = scene.attacker.done()
    said = anna.lines[lines_before:]
    scene.rows.append(row(name, took, peak - scene.calm, done))
    assert done.failure == ""
    assert done.sent or name == NO_ATTACK, "she was let in, and attacked"
    assert p99(took) < P99, took
    assert peak - scene.calm < (GROWTH_AT_ONCE if name == AT_ONCE else GROWTH)
    if name == AT_ONCE:
        scene.calm = anna.resident()
    assert anna.node.process is not None
    assert anna.node.process.poll() is None
    assert who(anna.paths.data)["Bram"]["online"]
    posts = json.loads(call(anna.paths.data, "stream", "--json"))
    assert [(post["name"], post["edited"]) for post in posts if post["text"] == POST] == [
        ("Bram", False)
    ]
    wanted = SAYS.get(name)
    everything = "".join(anna.lines)
    if wanted is not None:
        assert re.search(f"Refused from {wanted}", everything), everything
    kinds = [re.sub(r"\d+", "#", line) for line in anna.lines]
    assert len(kinds) == len(set(kinds)), "each kind is told once"
    assert len(said) < 20, "an attack doesn't fill the log"


def row(name: str, took: list[float], growth: int, done: Done) -> str:
    middle = sorted(took)[len(took) // 2]
    return (
        f"| {name} | {len(took)} | {middle * 1000:.0f} | {p99(took) * 1000:.0f} | "
        f"{growth / (1 << 20):.1f} | {done.sent} | {done.cuts} |"
    )
