"""Clocks three days off, forwards and backwards, on hosts that are otherwise well.

Mirrors no one module.
"""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Lab
from tests.nodes import call, eventually, who

pytestmark = [
    pytest.mark.netlab,
    pytest.mark.skipif(
        not shutil.which("faketime"), reason="needs faketime (make setup, as root, installs it)"
    ),
]
OFF = (0, 3, -3)


def test_clocks_three_days_off_keep_nobody_from_being_seen(
    team: Callable[[int], list[Path]],
) -> None:
    profiles, names = team(3), NAMES[:3]
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(3))
        for host, profile, days in zip(lab.hosts, profiles, OFF, strict=True):
            # The monotonic clock, as on a real machine, is no clock that somebody can set.
            under = ("env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", f"{days:+}d")
            stack.enter_context(host.node(profile, under=under))
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
