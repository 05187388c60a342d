"""Clocks three days off, forwards and backwards, on hosts that are otherwise well; relayed too.

Mirrors no one module.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Lab
from tests.nodes import call, eventually, who
from tests.skewed import clock, needs_faketime

pytestmark = [pytest.mark.netlab, needs_faketime]
OFF = (0, 3, -3)
DEADLINE = 45.0
GONE_WITHIN = 75.0
"""2.5 lease intervals."""


def test_clocks_three_days_off_keep_nobody_from_being_seen(
    team: Callable[[int], list[Path]],
) -> None:
    profiles, names = team(3), NAMES[:3]
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(3))
        for host, profile, days in zip(lab.hosts, profiles, OFF, strict=True):
            stack.enter_context(host.node(profile, under=clock(f"{days:+}d")))
        for profile, name in zip(profiles, names, strict=True):
            call(profile, "set", f"As {name}")
        for by, days in zip(profiles, OFF, strict=True):
            people = eventually(
                lambda by=by: who(by),
                lambda people: all(
                    people.get(name, {}).get("online")
                    and people[name]["status"]["text"] == f"As {name}"
                    for name in names
                ),
                within=30,
            )
            own_now = datetime.now(UTC) + timedelta(days=days)
            ages = [own_now - datetime.fromisoformat(people[name]["last_seen"]) for name in names]
            assert all(abs(age) < timedelta(minutes=1) for age in ages), "by the own clock"


@pytest.mark.parametrize("days", [3, -3])
def test_behind_a_relay_they_are_seen_both_ways_and_go_as_all_do(
    team: Callable[[int], list[Path]], days: int
) -> None:
    anna, relay, there = profiles = team(3)
    away = NAMES[2]

    def seen(by: Path, of: str) -> tuple[object, ...]:
        found = who(by).get(of, {})
        return found.get("online"), found.get("reach"), (found.get("status") or {}).get("text")

    with ExitStack() as stack:
        lab = stack.enter_context(Lab(2, 1))
        here, between, far = [*lab.subnets[0], *lab.subnets[1]]
        lab.let_through(between)
        stack.enter_context(here.node(anna))
        stack.enter_context(between.node(relay, "--peer", f"{far.address}:47800"))
        stack.enter_context(far.node(there, under=clock(f"{days:+}d")))
        for profile, name in zip(profiles, NAMES, strict=False):
            call(profile, "set", f"As {name}")
        for by, of in ((anna, away), (there, NAMES[0])):
            eventually(
                lambda by=by, of=of: seen(by, of),
                lambda found, of=of: found == (True, "relayed", f"As {of}"),
                within=DEADLINE,
            )
        far.cable("down")
        eventually(lambda: seen(anna, away)[0], lambda online: not online, within=GONE_WITHIN)
