"""What a member with a program of her own can't do to real nodes, beside an honest pair.

Node processes over loopback; how fast the pair goes on, ``test_attacks`` says. Mirrors no one
module.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite, WithdrawInvite
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import OpenTeam
from presencemap.domain.person import Profile
from presencemap.domain.post import Draft, PostKind
from presencemap.protocol.bodies import post_body, profile_body
from presencemap.protocol.codec import FrameType, Hears, Word, message_frame, opened, relay_frame
from presencemap.protocol.invitation import invite_link
from presencemap.protocol.presence import word_frame
from presencemap.protocol.signing import CurveKey
from presencemap.store.identity import Identity
from tests.integration.attacks import as_new
from tests.integration.mallory import Mallory, Turned, victim_of
from tests.nodes import WITHIN, NodeProcess, call, eventually, program, who
from tests.skewed import clock, needs_faketime
from tests.tap import Tap

pytestmark = pytest.mark.processes

FLAGS = ("--no-mdns", "--listen", "127.0.0.1:0")
HOUR = 3_600_000


@dataclass
class Team:
    """Profiles by name, and the nodes that run on them."""

    home: Path
    link: str = ""
    stack: ExitStack = field(default_factory=ExitStack)
    nodes: dict[str, NodeProcess] = field(default_factory=dict)
    words: Iterator[int] = field(default_factory=count)

    def at(self, name: str) -> Path:
        return self.home / name.lower()

    def paths(self, name: str) -> ProfilePaths:
        return ProfilePaths.at(self.at(name))

    def run(self, name: str, *peers: str, under: tuple[str, ...] = ()) -> NodeProcess:
        """Start a node, which dials those."""
        doors = (word for peer in peers for word in ("--peer", self.nodes[peer].door))
        node = NodeProcess(self.at(name), *FLAGS, *doors, under=under)
        self.nodes[name] = self.stack.enter_context(node)
        return node

    def sees(self, name: str, other: str) -> dict[str, Any]:
        return who(self.at(name)).get(other, {})

    def text(self, name: str, other: str) -> str | None:
        said = self.sees(name, other).get("status")
        return said["text"] if said else None

    def exchange(self, *pair: str) -> None:
        """What each of the two says, the other sees."""
        for speaker, listener in (pair, pair[::-1]):
            self.says(speaker, f"word {next(self.words)}", listener)

    def says(self, speaker: str, text: str, listener: str) -> None:
        """A status, until the listener sees it. Without an end: their clocks may differ by days."""
        call(self.at(speaker), "set", text)
        eventually(lambda: self.text(listener, speaker), lambda seen: seen == text)

    def linked(self, name: str, other: str) -> None:
        eventually(lambda: self.sees(name, other).get("reach"), lambda r: r == "direct")

    def mallory(self, name: str, *, spies: bool = False) -> Mallory:
        """Mallory with a link to that one's node, whose feed she hears.

        ``spies``: to the last word, however late she reads it.
        """
        node = self.nodes[name]
        feed = node.feed
        if spies:
            port = int(feed.rpartition(":")[2])
            feed = self.stack.enter_context(Tap(port, holds=True)).address
        victim = victim_of(self.paths("Mallory"), node.door, feed)
        mallory = self.stack.enter_context(Mallory(victim))
        mallory.revision = count(100)
        mallory.join()
        mallory.listen()
        mallory.is_told()
        profile = profile_body(Profile("Mallory"), next(mallory.revision))
        mallory.say_on(mallory.signed(body=profile, at=now_ms(), life=HOUR))
        return mallory


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    team = Team(tmp_path)
    call(team.at("Anna"), "team", "create", "Lerend Collectief", "--as", "Anna")
    team.link = call(team.at("Anna"), "team", "invite").strip()
    for name in ("Bram", "Chloé", "Mallory"):
        call(team.at(name), "team", "join", team.link, "--as", name)
    with team.stack:
        yield team


def recorded(mallory: Mallory, kind: FrameType, words: bytes = b"") -> list[bytes]:
    """What comes over a feed, up to a frame of that type with those words: those that have them."""
    frames: list[bytes] = []
    ends = monotonic() + WITHIN
    while not (found := [d for d in frames if opened(d)[0] is kind and words in d]):
        assert monotonic() < ends, frames
        frames += mallory.heard(1_000)
    return found


def taken_in(team: Team, mallory: Mallory, name: str) -> None:
    """All that she said so far was handled: the last thing, a status of hers, is seen."""
    text = f"marker {next(team.words)}"
    mallory.say(mallory.record(text))
    eventually(lambda: team.text(name, "Mallory"), lambda seen: seen == text)


def test_old_frames_said_again_over_a_restart_change_nothing(team: Team) -> None:
    for name, peers in (("Chloé", ()), ("Anna", ("Chloé",)), ("Bram", ("Anna",))):
        team.run(name, *peers)
    team.linked("Anna", "Bram")
    spy = team.mallory("Bram", spies=True)
    call(team.at("Bram"), "set", "an old word")
    records = recorded(spy, FrameType.RECORDS, b"an old word")
    team.says("Bram", "the newest word", "Anna")
    process = team.nodes["Bram"].process
    assert process is not None
    process.terminate()
    [goodbye] = recorded(spy, FrameType.GOODBYE)
    team.nodes["Bram"].end()
    team.nodes["Anna"].kill()

    team.run("Anna", "Chloé")
    mallory = team.mallory("Anna")
    bram = Identity.load(team.paths("Bram").keys)
    assert bram is not None
    # As she recorded it ten minutes ago, for which nobody waits here.
    lease = word_frame(
        bram.device,
        FrameType.LEASE,
        Word(
            team=mallory.victim.team, person=bram.person.id, device=bram.device.id,
            counter=now_ms() - 600_000, head=9, addresses=(), asks=(), answers=(),
        ),
    )  # fmt: skip
    for data in (*records, lease):
        mallory.say(data, over="feed")
        mallory.say(relay_frame(0, data))
    taken_in(team, mallory, "Anna")
    seen = team.sees("Anna", "Bram")
    assert (seen["presence"], seen["status"]["text"]) == ("offline", "the newest word")
    team.exchange("Anna", "Chloé")

    team.run("Bram", "Anna")
    team.linked("Anna", "Bram")
    mallory.say(relay_frame(0, goodbye))
    taken_in(team, mallory, "Anna")
    assert team.sees("Anna", "Bram")["presence"] == "online"
    team.exchange("Anna", "Bram")


def withhold(mallory: Mallory) -> None:
    """Claim to hear everybody and to hold whatever the other side holds."""
    people = mallory.membership.people
    devices = tuple(d for person in people for d in mallory.membership.devices(person))
    mallory.say_on(message_frame(Hears(devices=devices, heard=True)))
    for data in recorded(mallory, FrameType.DIGEST):
        mallory.say_on(data)


def test_what_a_relay_withholds_comes_over_a_third(team: Team) -> None:
    """Anna and Bram never meet; Mallory is linked to both, and so is Chloé."""
    for name, peers in (("Chloé", ()), ("Anna", ("Chloé",)), ("Bram", ("Chloé",))):
        team.run(name, *peers)
    for name in ("Anna", "Bram"):
        team.linked("Chloé", name)
        withhold(team.mallory(name))
    team.exchange("Anna", "Bram")
    assert team.sees("Anna", "Bram")["reach"] == "relayed"

    team.nodes["Anna"].end()
    team.says("Bram", "while you were away", "Chloé")
    team.nodes["Bram"].end()
    team.run("Anna")
    withhold(team.mallory("Anna"))
    assert team.text("Anna", "Bram") != "while you were away"
    call(team.at("Anna"), "peer", "add", team.nodes["Chloé"].door)
    eventually(lambda: team.text("Anna", "Bram"), lambda text: text == "while you were away")
    team.exchange("Anna", "Chloé")


def test_anothers_post_said_again_as_new_is_there_once_and_theirs(team: Team) -> None:
    for name, peers in (("Anna", ()), ("Bram", ("Anna",)), ("Chloé", ("Anna",))):
        team.run(name, *peers)
    team.linked("Anna", "Bram")
    spy = team.mallory("Bram")
    call(team.at("Bram"), "post", "Who has the adapter?")
    posted = recorded(spy, FrameType.RECORDS, b"adapter")
    before = eventually(lambda: posts(team, "Anna"), bool)

    mallory = team.mallory("Anna")
    mallory.victim = replace(mallory.victim, recorded=tuple(posted))
    for data in as_new(mallory) * 3:
        mallory.say(data)
        mallory.say(data, over="feed")
        mallory.say(relay_frame(0, data))
    taken_in(team, mallory, "Anna")
    team.exchange("Anna", "Chloé")
    everything = {"Who has the adapter?", "changed", "her own"}
    for name in ("Anna", "Bram", "Chloé"):
        after = eventually(
            lambda n=name: posts(team, n), lambda told: {p["text"] for p in told} == everything
        )
        assert [post for post in after if post["name"] != "Mallory"] == before


def refused(team: Team, name: str) -> str:
    """The next thing that a node says it refused."""
    process = team.nodes[name].process
    assert process is not None
    assert process.stderr is not None
    return process.stderr.readline().strip()


def posts(team: Team, name: str) -> list[dict[str, Any]]:
    """What is in the stream, without who looks."""
    told: list[dict[str, Any]] = json.loads(call(team.at(name), "stream", "--all", "--json"))
    return [{key: value for key, value in post.items() if key != "me"} for post in told]


def test_a_removed_member_with_her_own_program_is_told_nothing(team: Team) -> None:
    team.run("Anna")
    team.run("Bram", "Anna")
    team.linked("Anna", "Bram")
    links = [team.mallory(name) for name in ("Anna", "Bram")]
    call(team.at("Anna"), "team", "remove", "Mallory")
    eventually(lambda: who(team.at("Bram")), lambda people: "Mallory" not in people)
    for mallory in links:
        mallory.heard()  # what was said before
        mallory.say_on(mallory.record("I am still here"))
    team.exchange("Anna", "Bram")
    for mallory in links:
        assert only_why(mallory)
        eventually(lambda m=mallory: m.is_cut, bool)
        for subscriber in (mallory.subscriber, CurveKey.fresh()):
            mallory.subscriber = subscriber
            with pytest.raises(Turned):
                mallory.join()
            mallory.listen()
            team.exchange("Anna", "Bram")
            assert only_why(mallory)
    for name in ("Anna", "Bram"):
        assert "Mallory" not in who(team.at(name))


def only_why(mallory: Mallory) -> bool:
    """Nothing came but statements: that she is removed, and who proves it."""
    return {opened(data)[0] for data in mallory.heard(200)} <= {FrameType.STATEMENTS}


def link_over_since(team: OpenTeam, ms: int) -> str:
    """An invite that ended that long ago, by the clock of who judges it."""
    now = now_ms()
    key, effects = team.endpoint.authority.invite(expires=now - ms, uses=9, label="", now=now)
    team.keeping.commit(effects)
    secret = team.keys.discovery_secret
    return invite_link(team.endpoint.membership, key, secret, (), inviter="Anna")


@needs_faketime
def test_a_key_that_another_computer_uses_too_is_told_of_until_its_owner_is_back(
    team: Team,
) -> None:
    """Somebody has a copy of Bram's keys, and says something by a number that he gave already."""
    for name, peers in (("Anna", ()), ("Bram", ("Anna",))):
        team.run(name, *peers)
    team.linked("Anna", "Bram")
    mallory = team.mallory("Anna")
    team.says("Bram", "said by Bram", "Anna")
    team.nodes["Bram"].end()
    with StoreDesk(team.paths("Bram")) as desk:
        bram, replica = desk.team.endpoint.me, desk.team.endpoint.replica
        said = replica.register("status", bram.person.id)
    assert said is not None
    mallory.device = bram.device
    body = post_body(Draft(PostKind.ACTIVITY, "said by a copy of Bram"), now := now_ms())
    copied = {"author": bram.person.id, "seq": said.header.seq}
    mallory.say(mallory.signed(**copied, body=body, at=now, life=HOUR))
    eventually(lambda: call(team.at("Anna"), "stream", "--all"), lambda s: "a copy of Bram" in s)
    assert team.sees("Anna", "Bram")["cloned"] is False, "he has 10 minutes to hear of it"
    team.nodes["Anna"].end()

    anna = team.run("Anna", under=clock("+11m"))
    assert team.sees("Anna", "Bram")["cloned"] is True
    assert "Two computers use the key of Bram." in anna.said_before

    team.run("Bram", "Anna", under=clock("+11m"))
    team.exchange("Anna", "Bram")
    eventually(lambda: team.sees("Anna", "Bram")["cloned"], lambda cloned: cloned is False)


@needs_faketime
def test_a_void_invite_lets_nobody_in_whatever_their_clock_says(team: Team) -> None:
    """Nobody but the members' clocks count; a valid one lets in whose clock is three days off."""
    with StoreDesk(team.paths("Anna")) as desk:
        links = {"Expired": link_over_since(desk.team, HOUR)}
        links["Withdrawn"] = str(desk.obey(CreateInvite(label="to be withdrawn")))
        links["Early"] = links["Late"] = str(desk.obey(CreateInvite()))
    off = {"Expired": -3, "Withdrawn": 0, "Early": -3, "Late": 3}
    for name, link in links.items():
        words = [*program(team.at(name)), "team", "join", link, "--as", name]
        subprocess.run(
            [*clock(f"{off[name]:+}d"), *words], check=True, capture_output=True, timeout=60
        )
    with StoreDesk(team.paths("Anna")) as desk:
        invites = desk.team.endpoint.membership.invites()
        [invite] = [each.id for each in invites if each.label == "to be withdrawn"]
        desk.obey(WithdrawInvite(invite))
    team.run("Anna")
    team.run("Bram", "Anna")
    team.linked("Anna", "Bram")
    for name, days in off.items():
        team.run(name, "Anna", "Bram", under=clock(f"{days:+}d"))
    for name in ("Early", "Late"):
        for member in ("Anna", "Bram"):
            team.linked(member, name)
        team.says(name, f"as {name}", "Bram")
    assert refused(team, "Anna") == "Refused from 127.0.0.1: a stranger."
    team.exchange("Anna", "Bram")
    known = {"Anna", "Bram", "Chloé", "Mallory", "Early", "Late"}
    assert who(team.at("Anna")).keys() <= known
    assert who(team.at("Bram")).keys() <= known
    for name in ("Expired", "Withdrawn"):
        assert who(team.at(name)).keys() <= {name, ""}, "no name is told"
