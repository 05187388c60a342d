"""Chaos: what happens to the fleet, and when, drawn from a seed.

Owns the acts and their frequencies. What a node acknowledged goes into the journal at once.
"""

import heapq
import itertools
import random
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep

from tests.netlab.lab import Lab, run
from tests.nodes import call, program
from tests.soak.fleet import Member
from tests.soak.journal import Journal

MEASURED_EVERY = 10.0
TOPICS = ("peppol", "batteries", "budget", "handover", "release", "roof")


class Chaos:
    """Acts on the fleet until told to stop. The first member is spared: it is the witness."""

    def __init__(self, lab: Lab, members: list[Member], journal: Journal, seed: int) -> None:
        self._lab = lab
        self._members = members
        self._journal = journal
        self._random = random.Random(seed)
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._parted = False
        self.acts: Counter[str] = Counter()
        self.fell: list[str] = []
        self._every: dict[Callable[[], None], float] = {
            self._edit: 0.5,
            self._kill: 10.0,
            self._kill_in_an_edit: 25.0,
            self._leave: 30.0,
            self._freeze: 20.0,
            self._pull: 20.0,
            self._part: 75.0,
        }
        """The mean number of seconds between two of each."""

    def rage(self, seconds: float) -> None:
        """For so long."""
        for act in self._every:
            self._again(act)
        self._later(MEASURED_EVERY, self._measure)
        ends = monotonic() + seconds
        while (now := monotonic()) < ends:
            if self._due[0][0] > now:
                sleep(min(self._due[0][0] - now, ends - now))
                continue
            _, _, act = heapq.heappop(self._due)
            act()
            if act in self._every:
                self._again(act)

    def heal(self) -> None:
        """Undo all that holds: every cable plugged, every member up."""
        while self._due:
            _, _, act = heapq.heappop(self._due)
            if act not in self._every and act != self._measure:
                act()

    def _edit(self) -> None:
        able = [member for member in self._members if member.state == "up" and member.ready()]
        if not able:
            return
        member = self._random.choice(able)
        kind = self._random.choices(("status", "place"), (8, 1))[0]
        number, words = self._words(member, kind)
        try:
            call(member.profile, *words)
        except AssertionError:
            return
        self._journal.acknowledged(number)

    def _kill_in_an_edit(self) -> None:
        member = self._victim()
        if member is None or not member.ready():
            return
        number, words = self._words(member, "status")
        asking = subprocess.Popen(
            [*program(member.profile), *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        sleep(self._random.uniform(0.1, 0.6))
        self._end(member, signal.SIGKILL)
        self.acts["kills in the midst of an edit"] += 1
        with suppress(subprocess.TimeoutExpired):
            if asking.wait(60) == 0:
                self._journal.acknowledged(number)
        asking.kill()
        asking.wait()

    def _words(self, member: Member, kind: str) -> tuple[int, list[str]]:
        text = f"{self._random.choice(TOPICS)} {self._random.randrange(16**6):06x}"
        number = self._journal.asked(member.name, kind, text)
        if kind == "status":
            return number, ["set", text]
        lat, lon = self._random.uniform(50, 51), self._random.uniform(3, 5)
        return number, ["place", "add", text, "--lat", f"{lat:.4f}", "--lon", f"{lon:.4f}"]

    def _kill(self) -> None:
        if (member := self._victim()) is not None:
            self._end(member, signal.SIGKILL)
            self.acts["kills"] += 1

    def _leave(self) -> None:
        if (member := self._victim()) is not None:
            self._end(member, signal.SIGTERM)
            self.acts["goodbyes"] += 1

    def _end(self, member: Member, how: signal.Signals) -> None:
        member.signal(how, "down")
        member.wait()
        self._later(self._random.uniform(0.5, 20), member.start)

    def _freeze(self) -> None:
        if (member := self._victim()) is not None:
            member.signal(signal.SIGSTOP, "frozen")
            self.acts["freezes"] += 1
            self._later(self._random.uniform(2, 40), lambda: member.signal(signal.SIGCONT, "up"))

    def _pull(self) -> None:
        member = self._random.choice(self._members[1:])
        member.host.cable("down")
        self.acts["cables pulled"] += 1
        self._later(self._random.uniform(2, 40), lambda: member.host.cable("up"))

    def _part(self) -> None:
        """The sites lose each other."""
        if self._parted:
            return
        self._parted = True
        self._wire("down")
        self.acts["partitions of the sites"] += 1

        def rejoin() -> None:
            self._wire("up")
            self._parted = False

        self._later(self._random.uniform(10, 60), rejoin)

    def _wire(self, state: str) -> None:
        run("ip", "-n", self._lab.switches[1], "link", "set", "router", state)

    def _victim(self) -> Member | None:
        able = [member for member in self._members[1:] if member.state == "up"]
        return self._random.choice(able) if able else None

    def _measure(self) -> None:
        for member in self._members:
            member.measure()
            if member.fell():
                self.fell.append(member.name)
                member.start()
        self._later(MEASURED_EVERY, self._measure)

    def _again(self, act: Callable[[], None]) -> None:
        self._later(self._random.expovariate(1 / self._every[act]), act)

    def _later(self, seconds: float, act: Callable[[], None]) -> None:
        heapq.heappush(self._due, (monotonic() + seconds, next(self._order), act))
