"""A long, bad day of a team: ``make soak``. As root, for its networks: tests/netlab/lab.py.

Thirty members on two sites, each with a host and a node process of its own, are killed, frozen, cut
off and parted at random while they go on editing. Afterwards everything is healed, and then every
replica has to be the same, with everything in it that a node ever acknowledged, and nothing in any
file of what was replaced or taken back. One is spared, and keeps a diary.
"""

import argparse
import random
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from tests.conftest import lacking_for_netlab
from tests.netlab.hosted import Diary
from tests.netlab.lab import Lab
from tests.nodes import call, eventually
from tests.soak.chaos import Chaos
from tests.soak.fleet import READY_WITHIN, Member, enlisted, until_ready
from tests.soak.journal import Journal
from tests.soak.verdict import Verdict, summary, unlike
from tests.soak.writers import Writers

BUILD = Path(__file__).resolve().parents[2] / "build"
ALIKE_WITHIN = 660.0
"""Twice the time after which each link is told again what a node holds, and a minute."""
PURGED_WITHIN = 30.0
TOLD_EVERY = 30.0


def main() -> int:
    """Run it and print what came of it; 1 if anything was lost or differs."""
    parser = argparse.ArgumentParser(prog="make soak", description="A long, bad day of a team.")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--members", type=int, default=30)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args()
    if lacking := lacking_for_netlab():
        print(f"make soak needs {lacking}.", file=sys.stderr)
        return 2
    BUILD.mkdir(exist_ok=True)
    directory = Path(tempfile.mkdtemp(prefix="soak-", dir=BUILD))
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {given.members} members on two sites, ", end="")
    print(f"{given.minutes:g} minutes, seed {given.seed}, profiles and logs in build/", end="")
    print(directory.name, flush=True)
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(given.members - given.members // 2, given.members // 2))
        members = enlisted(lab, directory)
        for member in members:
            stack.callback(member.close)
            member.start()
        until_ready(members)
        diary = stack.enter_context(Diary(members[0].profile, directory / "diary.jsonl"))
        journal = stack.enter_context(Journal(directory / "journal.jsonl"))
        chance = random.Random(given.seed)
        thread = _begun(members)
        chaos = Chaos(lab, members, Writers(thread, journal, chance), chance)
        print("all ready", flush=True)
        chaos.rage(given.minutes * 60)
        chaos.heal()
        until_ready(members)
        print("healed", flush=True)
        healed = monotonic()
        views = _alike(members, thread)
        took = monotonic() - healed
        sleep(PURGED_WITHIN)
        verdict = Verdict(journal, views, chaos.fell, [member.texts() for member in members])
        print(summary(verdict, chaos.acts, members, took, diary))
    return 0 if verdict.good else 1


def _begun(members: list[Member]) -> str:
    """The first member asks what all the posts answer, and everybody has it; its id."""
    thread = call(members[0].profile, "ask", "How is your day?").strip()

    def without() -> list[str]:
        streams = {m.name: call(m.profile, "stream", "--all") for m in members}
        return [name for name, stream in streams.items() if thread not in stream]

    eventually(without, lambda names: not names, within=READY_WITHIN)
    return thread


def _alike(members: list[Member], thread: str) -> list[dict[str, Any]]:
    """Every member's view, as soon as they are all the same, or at last."""
    ends, said = monotonic() + ALIKE_WITHIN, monotonic()
    while True:
        views = [member.view(thread) for member in members]
        differing = unlike(views)
        if not differing or monotonic() > ends:
            return views
        if monotonic() - said > TOLD_EVERY:
            said = monotonic()
            print(f"still differing: {differing}", flush=True)
        sleep(2)


if __name__ == "__main__":
    sys.exit(main())
