"""The troupe: real nodes of the demo's colleagues, each with its own keys and store.

Runs as a process of its own (``python -m presencemap.app.demo.troupe``) that ends with its parent:
the stage directions come as one line of JSON on standard input, whose end means the end.
"""

import gc
import json
import logging
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from presencemap.app.clock import now_ms
from presencemap.app.commands import KEEP, SetStatus
from presencemap.app.demo.conversation import Conversation, Heard
from presencemap.app.demo.script import Line, Part, Said, Script
from presencemap.app.demo.watcher import followed
from presencemap.app.entry import join_team
from presencemap.app.node import Node
from presencemap.app.offline import StoreDesk
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import OpenTeam
from presencemap.app.towns import town_named
from presencemap.domain.availability import Availability
from presencemap.domain.job import Job
from presencemap.domain.place import HOME, ROAD
from presencemap.domain.plan import Plan, day_of, day_over
from presencemap.domain.status import Activity, Status
from presencemap.protocol.address import Address

MINUTE = 60_000
LOOPBACK = "127.0.0.1"
WATCHER = "me"
"""The profile of whoever watches, beside the colleagues'."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Directions:
    """What the parent says: where to keep profiles, the link to join by, the places' ids."""

    directory: str
    link: str
    places: dict[str, str]
    people: int
    me: str
    """Who watches, by id."""
    posts: dict[str, str]
    """The ids of their posts, by key."""


@dataclass(slots=True)
class Player:
    """One colleague's node and what it has still to say."""

    part: Part
    node: Node
    lines: Iterator[Line]
    next: Line | None = None


def first_status(part: Part, places: dict[str, str], now: int) -> Status:
    """What a person said before the curtain rose."""
    line, since = part.first, now - part.said_ago * MINUTE
    activity = Activity.said(line.kind, line.text) if line.text else None
    place = None if line.place is None else place_id(line.place, places)
    until = now + line.minutes * MINUTE if place or activity else None
    said = line.availability or Availability.AVAILABLE
    return Status(said, since, place, activity, until, line.guests if place else 0)


def plans(part: Part, places: dict[str, str], today: date) -> Iterator[Plan]:
    """What a person plans for the days to come."""
    for outlook in part.week:
        place = None if outlook.place is None else place_id(outlook.place, places)
        town = town_named(outlook.town)
        where = place if town is None else town.id
        for day in outlook.span(today):
            yield Plan(day, where, outlook.text, outlook.out)


def place_id(name: str, places: dict[str, str]) -> str:
    """The id of a place of the script."""
    return name if name in (HOME.id, ROAD.id) else places[name]


def loopback_options() -> Options:
    """Nodes that only this machine can reach, found by mDNS over loopback."""
    return Options(listen=Address(LOOPBACK, 0), interfaces=(LOOPBACK,))


def seed(part: Part, directions: Directions, heard: Heard) -> ProfilePaths:
    """A profile that has joined, said its first line, and all that it said before."""
    slug = "".join(c if c.isalnum() else "-" for c in part.name.lower())
    paths = ProfilePaths.at(Path(directions.directory) / slug)
    now = now_ms()
    join_team(paths, directions.link, part.profile, now)
    with StoreDesk(paths) as desk:
        say_beforehand(part, directions.places, desk.team, now)
        post_beforehand(heard.script.said_before(part.name), desk.team, now, heard.posts)
        heard.people[part.name] = desk.team.endpoint.me.person.id
    return paths


def say_beforehand(part: Part, places: dict[str, str], team: OpenTeam, now: int) -> None:
    """The first line, plans and jobs: by ids, since the places themselves may not be here yet."""
    owner = team.endpoint.owner
    team.keeping.commit(owner.set_status(first_status(part, places, now), now))
    for plan in plans(part, places, day_of(now)):
        team.keeping.commit(owner.set_plan(plan, day_over(plan.day), now))
    jobs = tuple(Job.said(job_id(text), text) for text in part.jobs)
    for job in jobs:
        # Each names it, since nobody has heard of the others' yet; to all it is one.
        team.keeping.commit(owner.put_job(job, now))
    if jobs:
        team.keeping.commit(owner.work_on(tuple(job.id for job in jobs), now))


def job_id(text: str) -> str:
    """The same for everybody who is on it."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def post_beforehand(posts: Iterable[Said], team: OpenTeam, now: int, ids: dict[str, str]) -> None:
    """What a person said in the stream before, the oldest first; ``ids`` gets theirs by key."""
    stream = team.endpoint.stream
    for said in posts:
        team.keeping.commit(stream.say(said.draft, now - (said.ago or 0) * MINUTE))
        (post,) = stream.newest(1, [team.endpoint.me.person.id])
        ids[said.key] = post.id


def command(line: Line, places: dict[str, str], now: int) -> SetStatus:
    """A line of the script as what its speaker does in the app."""
    activity = KEEP if line.text is None else Activity.said(line.kind, line.text)
    place = KEEP if line.place is None else place_id(line.place, places)
    said = line.availability
    return SetStatus(
        availability=KEEP if said is None else said,
        activity=activity,
        place=place,
        until=now + line.minutes * MINUTE,
        guests=line.guests or KEEP,
    )


def play(directions: Directions, ended: threading.Event) -> None:
    """Start everybody, speak the lines in their time, leave when told."""
    script = Script.load()
    heard = Heard(script, dict(directions.posts), {script.me.name: directions.me})
    players, ready = [], []
    for part in script.cast[: directions.people]:
        node = Node(seed(part, directions, heard), loopback_options(), lambda _: None)
        players.append(Player(part, node, iter(part.day)))
        ready.append(node.start())
    began = time.monotonic()
    for player in players:
        player.next = next(player.lines, None)
    conversation = Conversation(heard, {player.part.name: player.node for player in players})
    watching, watched = ProfilePaths.at(Path(directions.directory) / WATCHER), False
    while not ended.wait(0.5):
        watched = watched or followed(heard, watching.control)
        elapsed = time.monotonic() - began
        if ready and all(node.done() for node in ready):
            ready.clear()
            conversation.follow()
        conversation.go_on(elapsed)
        for player in players:
            while player.next is not None and player.next.at <= elapsed:
                _speak(player, directions.places)
                player.next = next(player.lines, None)
    leaving = [threading.Thread(target=player.node.stop) for player in players]
    for thread in leaving:
        thread.start()
    for thread in leaving:
        thread.join()


def _speak(player: Player, places: dict[str, str]) -> None:
    assert player.next is not None
    said = player.node.post(command(player.next, places, now_ms()))
    said.add_done_callback(
        lambda done: (
            _log.warning("%s could not speak: %s", player.part.name, done.exception())
            if done.exception()
            else None
        )
    )


def main() -> None:
    """The process's own life: one line of directions, then until the input ends."""
    logging.basicConfig(level=logging.WARNING)
    # Ctrl+C in a terminal reaches us too; the end of the input, from the parent, comes with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    directions = Directions(**json.loads(sys.stdin.readline()))
    ended = threading.Event()

    def wait_for_end() -> None:
        sys.stdin.read()
        ended.set()

    threading.Thread(target=wait_for_end, daemon=True).start()
    play(directions, ended)
    gc.freeze()  # as in presencemap.__main__


if __name__ == "__main__":
    main()
